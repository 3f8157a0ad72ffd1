import { maskMobile } from '../../base/mask-secrets.js';
import { quote } from '../../base/quote.js';
import { mayBeSecret } from '../../base/secret-shapes.js';
import type { DeliveryResult } from '../../domain/delivery.js';
import type { Format } from '../../domain/format.js';
import type { KeyRing } from '../../domain/key-ring.js';
import type { Mentions } from '../../domain/mentions.js';
import type { Notification } from '../../domain/notification.js';
import type { RobotKey } from '../../domain/robot-key.js';
import { DEFAULT_ROBOT } from '../../domain/robot-name.js';
import type { MessageWords } from '../../text/message-words.js';
import { defuseLine } from '../compose/defuse.js';
import { trimMiddle } from '../compose/trim.js';

/** Longest robot name shown to a person, in characters. */
const MAX_NAME = 40;

/** The robot that a notification goes to. */
interface FoundRobot {
  /** The name under which it was found. */
  readonly robot: string;
  readonly key: RobotKey;
  /** States above the message that it went to another robot. Empty if it did not. */
  readonly notice: string;
}

/** The robot and the people that a notification goes to. */
export interface Addressee extends FoundRobot {
  /** The notification for that robot, with people's mobiles for their names. */
  readonly notification: Notification;
}

/**
 * Finds the robot of a notification, and the mobiles of the people it mentions. If the secret has no robot of that
 * name, an HTTP caller gets an error, and anything else goes to the default robot with a notice.
 * @throws {SecretUnavailableError} If the secret cannot be read.
 */
export async function findAddressee(
  notification: Notification,
  keys: Pick<KeyRing, 'key' | 'mobileOf'>,
  words: MessageWords,
): Promise<Addressee | DeliveryResult> {
  const found = await findRobot(notification, keys, words);
  if ('status' in found) return found;
  const resolved = await resolveMobiles(notification, keys);
  return { ...found, notification: { ...resolved, robot: found.robot } };
}

async function findRobot(
  { robot, format, origin }: Notification,
  keys: Pick<KeyRing, 'key'>,
  words: MessageWords,
): Promise<FoundRobot | DeliveryResult> {
  const key = await keys.key(robot);
  if (key) return { robot, key, notice: '' };
  if (origin.source === 'http') {
    const reason = `Cannot send to the robot as the secret must hold its name: current value is ${quote(robot)}`;
    return { status: 'invalid', field: 'robot', reason };
  }
  const fallback = await keys.key(DEFAULT_ROBOT);
  if (fallback) return { robot: DEFAULT_ROBOT, key: fallback, notice: unknownRobotNotice(robot, format, words) };
  return robotMissing(robot, format, words);
}

/** Returns the line above a message that another group reads because the secret has no robot of its name. */
export function unknownRobotNotice(robot: string, format: Format, words: MessageWords): string {
  return words.phrase.unknownRobot(shownName(robot, format));
}

/** Returns the failure of a message whose sender may not reach another robot. It says nothing that the sender wrote. */
export function confinedRobotMissing(words: MessageWords): DeliveryResult {
  return { status: 'refused', code: { kind: 'robot-missing' }, reason: words.delivery.confinedRobotMissing };
}

/** Returns the failure of a message for which the secret has neither its robot nor `default`. */
export function robotMissing(robot: string, format: Format, words: MessageWords): DeliveryResult {
  const reason = words.delivery.noRobot(shownName(robot, format));
  return { status: 'refused', code: { kind: 'robot-missing' }, reason };
}

/** Returns a person's name as a group reads it. It is not shown if it may be a token or a mobile that was given as a name. */
function shownPerson(name: string): string {
  return mayBeSecret(name) ? '***' : name;
}

/** Returns a robot's name as a person reads it. It is not shown if it may be a key that was given as a name. */
function shownName(robot: string, format: Format): string {
  return mayBeSecret(robot) ? '***' : trimMiddle(defuseLine(robot, format), MAX_NAME);
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
  const people = found.flatMap(({ person, mobile }) => (mobile === undefined ? shownPerson(person) : []));
  return {
    ...notification,
    mentions: { ...mentions, people, mobiles: [...new Set([...mentions.mobiles, ...mobiles])] },
  };
}

/**
 * Returns the mentions of a message, for the end of its line in a digest: `@王芳 @138****8000`. Empty if it mentions no
 * one.
 */
export function mentionLabels({ all, people, mobiles, userIds }: Mentions, words: MessageWords): string {
  const names = [
    ...people.map(shownPerson),
    ...mobiles.map(maskMobile),
    ...userIds,
    ...(all ? [words.phrase.everybody] : []),
  ];
  return names.map((name) => `@${name}`).join(' ');
}
