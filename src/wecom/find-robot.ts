import type { DeliveryResult } from '../delivery.js';
import type { KeyRing } from '../key-ring.js';
import { DEFAULT_ROBOT, type Notification } from '../notification.js';
import { quote } from '../quote.js';
import type { RobotKey } from '../robot-key.js';
import type { Words } from '../text/words.js';
import { defuseLine } from './defuse.js';
import { trimMiddle } from './trim.js';

/** Stands for an errcode where no robot was there to answer one. */
const NO_ROBOT = 404;
/** A robot's name as a person reads it, in characters. */
const MAX_NAME = 40;

/** The robot that a notification goes to. */
export interface FoundRobot {
  /** The name it was found under. */
  readonly robot: string;
  readonly key: RobotKey;
  /** Says above the message that it went to another robot; empty where it did not. */
  readonly notice: string;
}

/**
 * Finds the key. Where the secret has no robot of that name, a caller over HTTP is told; anything else goes to the default robot
 * with a notice.
 * @throws SecretUnavailableError
 */
export async function findRobot(
  { robot, origin, format }: Notification,
  keys: Pick<KeyRing, 'key'>,
  words: Words,
): Promise<FoundRobot | DeliveryResult> {
  const key = await keys.key(robot);
  if (key) return { robot, key, notice: '' };
  if (origin.road === 'http') {
    const reason = `Cannot send to the robot as the secret must hold its name: current value is ${quote(robot)}`;
    return { status: 'invalid', field: 'robot', reason };
  }
  const name = trimMiddle(defuseLine(robot, format), MAX_NAME);
  const fallback = await keys.key(DEFAULT_ROBOT);
  if (fallback) return { robot: DEFAULT_ROBOT, key: fallback, notice: words.phrase.unknownRobot(name) };
  return { status: 'refused', errcode: NO_ROBOT, reason: words.delivery.noRobot(name) };
}
