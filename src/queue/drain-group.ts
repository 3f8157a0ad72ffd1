import { visibilityAfter } from '../domain/backoff.js';
import { ANSWER_MARGIN_MS, MIN_ATTEMPT_MS } from '../domain/time-limits.js';
import { deadLetterAll, hideAll, NOT_PARKED, sendAll } from './acknowledge.js';
import { handedOverEntry } from './entry.js';
import type { ReceivedMessage } from './item.js';
import { keepBack, type Lane, openLane } from './lane.js';
import {
  composePosts,
  divideItems,
  type HandedOver,
  type Prepare,
  prepareItems,
  readItems,
  type Unshowable,
} from './plan.js';
import { type LaneParts, type RunningParts, runLane } from './run-lane.js';

/** The visibility timeout of messages if the invocation leaves no time for an attempt, milliseconds. */
const NO_TIME_MS = 30_000;

/** The parts of draining: how items become posts, and how posts are carried out. */
export interface DrainParts<Message> extends LaneParts<Message> {
  /** Looks up people's mobiles and the robot. Resolves to the failure if the secret cannot be read. */
  readonly prepare: Prepare;
  /** The interval between two attempts of one robot, milliseconds. */
  readonly minIntervalMs: number;
}

/** The parts of draining one batch. */
export interface BatchParts<Message> extends DrainParts<Message>, Pick<RunningParts<Message>, 'deletions'> {}

/**
 * Drains one robot's messages. Resolves to those that stay on the queue. Never rejects: one robot's trouble affects no
 * other.
 */
export async function drainGroup<Message>(
  parts: BatchParts<Message>,
  messages: readonly ReceivedMessage[],
  endMs: number,
): Promise<readonly ReceivedMessage[]> {
  const answerByMs = endMs - parts.minIntervalMs - ANSWER_MARGIN_MS;
  const pace = { minIntervalMs: parts.minIntervalMs, answerByMs, sendUntilMs: answerByMs - MIN_ATTEMPT_MS };
  if (pace.sendUntilMs < parts.clock.now()) return leaveForLater(parts, messages);
  try {
    return await runLane(parts, await planLane(parts, messages), pace);
  } catch (error) {
    // A bug of ours. The messages shown by then have been deleted; returning them as failed as well does no harm.
    parts.log.write('error', 'messages not processed, they will reappear', {
      reason: String(error),
      messages: messages.length,
    });
    return messages;
  }
}

/** Hides the messages for a while: without time for an attempt they would reappear at once, forever. */
async function leaveForLater<Message>(
  parts: BatchParts<Message>,
  messages: readonly ReceivedMessage[],
): Promise<readonly ReceivedMessage[]> {
  parts.log.write('error', 'no time left for an attempt: the function needs a longer timeout', {
    messages: messages.length,
  });
  await hideAll(parts, messages, NO_TIME_MS);
  return messages;
}

/**
 * Plans the lane of these messages. Those that cannot be shown go to the dead-letter queue, or are kept back in the
 * lane.
 */
async function planLane<Message>(
  parts: BatchParts<Message>,
  messages: readonly ReceivedMessage[],
): Promise<Lane<Message>> {
  const { clock, random, prepare, done } = parts;
  const { made: items, unshowable: unread, seen } = readItems(messages, done);
  parts.deletions.begin(seen);
  const prepared = await prepareItems(items, prepare);
  const receiveCount = messages[0]?.receiveCount ?? 1;
  if ('status' in prepared) {
    for (const item of items) parts.report(item, prepared);
    const waiting = messages.filter((message) => !seen.includes(message));
    return keepBack(openLane([], [], clock.now()), waiting, visibilityAfter(prepared, receiveCount, random()));
  }
  const notHandedOver = await handOver(parts, prepared.handedOver);
  const divided = divideItems(prepared.made, clock.now());
  const { made: posts, unshowable: uncomposed } = composePosts(divided, parts);
  const unparked = await parkAndDelete(parts, [...unread, ...prepared.unshowable, ...uncomposed]);
  const stays = [...unparked, ...notHandedOver];
  return keepBack(
    openLane(posts, divided.waiting, clock.now()),
    stays,
    visibilityAfter(NOT_PARKED, receiveCount, random()),
  );
}

/** Sends items to the lanes they belong to, then deletes them here. Resolves to those that SQS did not accept. */
async function handOver<Message>(
  parts: BatchParts<Message>,
  handedOver: readonly HandedOver[],
): Promise<readonly ReceivedMessage[]> {
  const robotOf = new Map<ReceivedMessage, string>(handedOver.map(({ item, to }) => [item, to]));
  const items = handedOver.map(({ item }) => item);
  const unsent = await sendAll(parts, items, (item) => handedOverEntry(item, robotOf.get(item) ?? ''));
  const sent = items.filter((item) => !unsent.includes(item));
  for (const { messageId } of sent) parts.done.add(messageId);
  parts.deletions.begin(sent);
  return unsent;
}

/** Resolves to the messages that could not be dead-lettered. */
async function parkAndDelete<Message>(
  parts: BatchParts<Message>,
  unshowable: readonly Unshowable[],
): Promise<readonly ReceivedMessage[]> {
  const unparked = await deadLetterAll(parts, unshowable);
  const parked = unshowable.filter(({ message }) => !unparked.includes(message));
  for (const { message } of parked) parts.done.add(message.messageId);
  parts.deletions.begin(parked.map(({ message }) => message));
  if (parked.length > 0) await parts.onParked(parked);
  return unparked;
}
