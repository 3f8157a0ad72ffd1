import { quote } from '../../base/quote.js';
import type { DeliveryResult } from '../../domain/delivery.js';
import type { KeyRing } from '../../domain/key-ring.js';
import { maskMobile } from '../../domain/mentions.js';
import { DEFAULT_ROBOT, type Mentions, type Notification } from '../../domain/notification.js';
import type { RobotKey } from '../../domain/robot-key.js';
import type { Words } from '../../text/words.js';
import { defuseLine } from '../compose/defuse.js';
import { trimMiddle } from '../compose/trim.js';

/** Longest robot name shown to a person, in characters. */
const MAX_NAME = 40;

/** The robot that a notification goes to. */
export interface FoundRobot {
  /** The name under which it was found. */
  readonly robot: string;
  readonly key: RobotKey;
  /** States above the message that it went to another robot. Empty if it did not. */
  readonly notice: string;
}

/**
 * Finds the key. If the secret has no robot of that name, an HTTP caller gets an error, and anything else goes to the
 * default robot with a notice.
 * @throws {SecretUnavailableError} If the secret cannot be read.
 */
export async function findRobot(
  { robot, origin, format }: Notification,
  keys: Pick<KeyRing, 'key'>,
  words: Words,
): Promise<FoundRobot | DeliveryResult> {
  const key = await keys.key(robot);
  if (key) return { robot, key, notice: '' };
  if (origin.source === 'http') {
    const reason = `Cannot send to the robot as the secret must hold its name: current value is ${quote(robot)}`;
    return { status: 'invalid', field: 'robot', reason };
  }
  const name = trimMiddle(defuseLine(robot, format), MAX_NAME);
  const fallback = await keys.key(DEFAULT_ROBOT);
  if (fallback) return { robot: DEFAULT_ROBOT, key: fallback, notice: words.phrase.unknownRobot(name) };
  return { status: 'refused', code: { kind: 'robot-missing' }, reason: words.delivery.noRobot(name) };
}

/** Resolves people to their mobiles. A name that the secret does not hold stays a name, which is then shown. */
export async function resolveMobiles(
  notification: Notification,
  keys: Pick<KeyRing, 'mobileOf'>,
): Promise<Notification> {
  const { mentions } = notification;
  if (mentions.people.length === 0) return notification;
  const found = await Promise.all(
    mentions.people.map(async (person) => ({ person, mobile: await keys.mobileOf(person) })),
  );
  const mobiles = found.flatMap(({ mobile }) => mobile ?? []);
  const people = found.flatMap(({ person, mobile }) => (mobile === undefined ? person : []));
  return {
    ...notification,
    mentions: { ...mentions, people, mobiles: [...new Set([...mentions.mobiles, ...mobiles])] },
  };
}

/**
 * Returns the mentions of a message, for the end of its line in a digest: `@王芳 @138****8000`. Empty if it mentions no
 * one.
 */
export function mentionLabels({ all, people, mobiles, userIds }: Mentions, words: Words): string {
  const names = [...people, ...mobiles.map(maskMobile), ...userIds, ...(all ? [words.phrase.everybody] : [])];
  return names.map((name) => `@${name}`).join(' ');
}
