import { at, isObject, numberAt, textAt } from '../../base/json.js';
import { quote } from '../../base/quote.js';
import type { Notification } from '../../domain/notification.js';
import { type Attempts, NO_ATTEMPTS } from './attempts.js';

/** The version this code writes. A consumer reads this one and the previous one, so that a deployment loses nothing. */
export const BODY_VERSION = 2;

/** The contents of one queue message. */
export interface QueueBody {
  readonly notification: Notification;
  /** Time at which it was sent to the queue, milliseconds since 1970. */
  readonly queuedAt: number;
  /** Absent for a message without earlier attempts. */
  readonly attempts?: Attempts;
  /**
   * Name of the robot the message was meant for. Set if it was handed to another robot because the secret lacks that
   * one.
   */
  readonly unknownRobot?: string;
}

/** A queue body after reading, with defaults filled in. */
export interface ReadBody extends QueueBody {
  readonly attempts: Attempts;
}

/** A body that our code cannot show. The message is dead-lettered with this as its reason. */
export class UnreadableBodyError extends Error {
  static readonly name: string = 'UnreadableBodyError';
  override readonly name = 'UnreadableBodyError';
}

/**
 * Writes the body in a form that SQS accepts. JSON escapes control characters and lone surrogates; the two remaining
 * characters that SQS refuses are escaped here.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
export function writeQueueBody(body: QueueBody): string {
  return acceptable(JSON.stringify({ v: BODY_VERSION, ...body }));
}

/** Returns the same JSON without the two characters that SQS refuses and JSON does not escape. */
export function acceptable(json: string): string {
  return json.replace(/[\uFFFE\uFFFF]/g, (char) => `\\u${char.charCodeAt(0).toString(16)}`);
}

/** Reads a body. @throws {UnreadableBodyError} If it is not a body of ours, or of a newer version. */
export function readQueueBody(text: string): ReadBody {
  const body = parse(text);
  const version = numberAt(body, 'v');
  if (version === undefined) throw new UnreadableBodyError('Cannot read the queue message as it has no version');
  if (version > BODY_VERSION) {
    throw new UnreadableBodyError(
      `Cannot read the queue message as its version must be at most ${BODY_VERSION}: current value is ${quote(version)}`,
    );
  }
  const written = isObject(body) ? body['notification'] : undefined;
  const notification = version === 1 ? fromVersion1(written) : written;
  if (!isNotification(notification)) throw new UnreadableBodyError('Cannot read the queue message as it is incomplete');
  const unknownRobot = textAt(body, 'unknownRobot');
  return {
    notification,
    queuedAt: numberAt(body, 'queuedAt') ?? notification.occurredAt,
    attempts: readAttempts(at(body, 'attempts')),
    ...(unknownRobot !== undefined && { unknownRobot }),
  };
}

/** Reads the record. A missing number counts as if nothing of its kind had happened. */
function readAttempts(value: unknown): Attempts {
  if (!isObject(value)) return NO_ATTEMPTS;
  const names = Object.keys(NO_ATTEMPTS) as readonly (keyof Attempts)[];
  const numbers = names.map((name) => [name, Math.max(0, numberAt(value, name) ?? 0)] as const);
  return { ...NO_ATTEMPTS, ...Object.fromEntries(numbers) };
}

/** Version 1 had the source's name under `origin.road`. */
function fromVersion1(notification: unknown): unknown {
  if (!isObject(notification) || !isObject(notification['origin'])) return notification;
  const { road, ...origin } = notification['origin'];
  return { ...notification, origin: { ...origin, source: road } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnreadableBodyError('Cannot read the queue message as it is not JSON', { cause });
  }
}

/**
 * Checks only what tells our own notifications from anything else: their contents were checked before they were queued.
 */
function isNotification(value: unknown): value is Notification {
  const texts = ['id', 'kind', 'renderer', 'severity', 'robot', 'format'];
  return (
    isObject(value) &&
    texts.every((name) => textAt(value, name) !== undefined) &&
    // It only names the message, so a blank one must not make the message unreadable.
    typeof value['title'] === 'string' &&
    numberAt(value, 'occurredAt') !== undefined &&
    isObject(value['mentions']) &&
    isObject(value['origin'])
  );
}
