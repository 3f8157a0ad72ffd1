import { randomUUID } from 'node:crypto';
import { arrayAt, numberAt, parseObject, textAt } from '../../src/base/json.js';
import { HEARTBEAT_GROUP, readHeartbeat } from '../../src/domain/heartbeat.js';
import type { LiveQueue } from '../sqs/live-queue.js';
import type { OnItsWay } from './entry.js';

/**
 * Counts the messages of a queue by robot, including those in flight but for those that the group shows already. Heartbeats are no
 * robot's.
 */
export function countByRobot(
  queue: Pick<LiveQueue, 'messages'>,
  isShown: (messageId: string) => boolean = () => false,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { groupId, messageId } of queue.messages()) {
    if (groupId === HEARTBEAT_GROUP || isShown(messageId)) continue;
    const robot = decodeURIComponent(groupId);
    counts[robot] = (counts[robot] ?? 0) + 1;
  }
  return counts;
}

/** Most messages remembered as shown: more than can be in flight. */
const MAX_SHOWN = 1000;

/** Knows the messages of the queue that the group shows already: the queue holds them until their batch is answered. */
export interface ShownOnQueue {
  /** Records a batch that the consumer takes. */
  taken(event: unknown): void;
  /** Records that the group shows a notification. */
  shown(way: Omit<OnItsWay, 'trace'>): void;
  readonly isShown: (messageId: string) => boolean;
}

/** Creates an empty record of the queue messages that were taken and shown. */
export function createShownOnQueue(): ShownOnQueue {
  const taken = new Map<string, string>();
  const shown = new Set<string>();
  const keyOf = ({ id, robot, part = '' }: Omit<OnItsWay, 'trace'>): string => JSON.stringify([id, robot, part]);
  return {
    taken: (event) => {
      for (const record of arrayAt(event, 'Records')) {
        const body = parseObject(textAt(record, 'body') ?? '');
        taken.set(keyOf(wayOf(body)), textAt(record, 'messageId') ?? '');
      }
      forgetOldest(taken, MAX_SHOWN);
    },
    shown: (way) => {
      const messageId = taken.get(keyOf(way));
      if (messageId !== undefined) shown.add(messageId);
      forgetOldest(shown, MAX_SHOWN);
    },
    isShown: (messageId) => shown.has(messageId),
  };
}

function forgetOldest(remembered: Map<string, string> | Set<string>, max: number): void {
  for (const oldest of remembered.keys()) {
    if (remembered.size <= max) return;
    remembered.delete(oldest);
  }
}

/** Returns the contents of a batch, as the consumer receives it, without heartbeats. */
export function itemsOfBatch(
  event: unknown,
  traceOf: (way: OnItsWay) => number | undefined,
): readonly (OnItsWay & { readonly receiveCount: number })[] {
  return arrayAt(event, 'Records').flatMap((record) => {
    const body = parseObject(textAt(record, 'body') ?? '');
    if (readHeartbeat(body)) return [];
    const way = wayOf(body);
    const trace = traceOf(way);
    const receiveCount = numberAt(record, 'attributes', 'ApproximateReceiveCount') ?? 1;
    return { ...way, receiveCount, ...(trace !== undefined && { trace }) };
  });
}

function wayOf(body: unknown): OnItsWay {
  const id = textAt(body, 'notification', 'id') ?? '';
  const robot = textAt(body, 'notification', 'robot') ?? '';
  const number = numberAt(body, 'notification', 'part', 'number');
  return number === undefined
    ? { id, robot }
    : { id, robot, part: `${number}/${numberAt(body, 'notification', 'part', 'of')}` };
}

/** Puts all parked messages back on the main queue, oldest first. Resolves to their number. Messages in flight stay. */
export async function replayParked(deadLetters: LiveQueue, queue: LiveQueue): Promise<number> {
  let replayed = 0;
  for (;;) {
    const messages = await deadLetters.receive({ max: 10 });
    if (messages.length === 0) return replayed;
    for (const { body, groupId, receiptHandle } of messages) {
      queue.send({ body, groupId, dedupId: randomUUID(), attributes: {} });
      deadLetters.delete(receiptHandle);
      replayed += 1;
    }
  }
}
