import { cut } from '../base/cut.js';
import { at, isObject, numberAt, textAt } from '../base/json.js';
import { quote } from '../base/quote.js';
import {
  type Field,
  MAX_URL_BYTES,
  type Notification,
  type RenderedContent,
  type Row,
} from '../domain/notification.js';
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

/**
 * More characters than the longest message can show of each. `compose` trims to what it does show, and marks the cut.
 */
const MAX = {
  title: 1000,
  status: 200,
  where: 200,
  label: 200,
  value: 4000,
  details: 8000,
  row: 400,
  link: 4000,
  thing: 1000,
  brief: 80,
  category: 40,
} as const;
/** The limit for all fields together, in characters. */
const MAX_FIELDS = 20_000;
/** The most rows that any message can show. */
const MAX_ROWS = 100;

/**
 * Removes from a notification what no message can show, so that an event of a megabyte is a queue message of a few
 * kilobytes. Labels and facts have already decided the route. A caller's own words stay: they have been split.
 */
export function trimForQueue(notification: Notification): Notification {
  const { labels: _labels, facts: _facts, ...origin } = notification.origin;
  if (notification.kind !== 'rendered') return { ...notification, origin };
  const {
    details,
    rows,
    link,
    logsLink,
    thing,
    brief: _brief,
    category: _category,
    listLink: _list,
    ...rest
  } = notification;
  return {
    ...rest,
    origin,
    title: cut(rest.title, MAX.title),
    status: cut(rest.status, MAX.status),
    where: cut(rest.where, MAX.where),
    fields: firstFields(rest.fields),
    ...(details !== undefined && { details: cut(details, MAX.details) }),
    ...(rows !== undefined && { rows: firstRows(rows) }),
    ...(link !== undefined && link.length <= MAX.link && { link }),
    ...(logsLink !== undefined && logsLink.length <= MAX_URL_BYTES && { logsLink }),
    // Half an identity may be that of another thing.
    ...(thing !== undefined && thing.length <= MAX.thing && { thing }),
    ...rowFacts(notification),
  };
}

/** Returns what a row of many shows. */
function rowFacts({ brief, category, listLink }: RenderedContent): Partial<RenderedContent> {
  return {
    ...(brief !== undefined && { brief: cut(brief, MAX.brief) }),
    ...(category !== undefined && { category: cut(category, MAX.category) }),
    ...(listLink !== undefined && listLink.length <= MAX_URL_BYTES && { listLink }),
  };
}

function firstRows(rows: readonly Row[]): readonly Row[] {
  return rows.slice(0, MAX_ROWS).map(({ text, ...sign }) => ({ ...sign, text: cut(text, MAX.row) }));
}

function firstFields(fields: readonly Field[]): readonly Field[] {
  let left = MAX_FIELDS;
  const kept: Field[] = [];
  for (const field of fields) {
    const shorter = { label: cut(field.label, MAX.label), value: cut(field.value, MAX.value) };
    left -= shorter.label.length + shorter.value.length;
    if (left < 0) return kept;
    kept.push(shorter);
  }
  return kept;
}
