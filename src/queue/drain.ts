import { parseObject } from '../base/json.js';
import { createSteadyClock } from '../base/steady-clock.js';
import { visibilityAfter } from '../domain/backoff.js';
import { HEARTBEAT_GROUP, type Heartbeat, readHeartbeat } from '../domain/heartbeat.js';
import { ANSWER_MARGIN_MS, MIN_ATTEMPT_MS } from '../domain/time-limits.js';
import { deadLetterAll, hideAll, NOT_PARKED, sendAll } from './acknowledge.js';
import { createDeletions } from './deletions.js';
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

/** Time beyond the invocation's end, so that a receipt handle never expires while its message is being posted. */
const VISIBILITY_MARGIN_MS = 10_000;
/** Time of the invocation left for the answer if SQS hangs, milliseconds. */
const LAST_ANSWER_MS = 500;
/** The visibility timeout of messages if the invocation leaves no time for an attempt, milliseconds. */
const NO_TIME_MS = 30_000;

/** The parts of draining one batch. */
interface BatchParts<Message> extends DrainParts<Message>, Pick<RunningParts<Message>, 'deletions'> {}

/** The parts of draining: how items become posts, and how posts are carried out. */
export interface DrainParts<Message> extends LaneParts<Message> {
  /** Looks up people's mobiles and the robot. Resolves to the failure if the secret cannot be read. */
  readonly prepare: Prepare;
  /** Called with each heartbeat in a batch. Never rejects. */
  readonly onHeartbeat: (heartbeat: Heartbeat) => Promise<void>;
  /** The interval between two attempts of one robot, milliseconds. */
  readonly minIntervalMs: number;
}

/** The answer that makes Lambda keep the named messages on the queue. */
export interface BatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/**
 * Drains one batch. `endMs` is the time at which Lambda ends the invocation, milliseconds since 1970. Never rejects.
 */
export type Drain = (messages: readonly ReceivedMessage[], endMs: number) => Promise<BatchResponse>;

/**
 * Creates the queue's consumer: robots in parallel, each at its own pace. A message WeCom accepted is deleted at once,
 * one it refused goes to the dead-letter queue with the reason, and any other is returned as failed: nothing is
 * acknowledged and lost.
 */
export function createDrain<Message>(parts: DrainParts<Message>): Drain {
  return async (messages, endMs) => {
    const clock = createSteadyClock(parts.clock);
    const batch = { ...parts, clock, deletions: createDeletions({ ...parts, clock }) };
    const left = await inTime(batch, messages, endMs, drainBatch(batch, messages, endMs));
    return { batchItemFailures: left.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
}

/** Resolves to the messages that stay on the queue. */
async function drainBatch<Message>(
  parts: BatchParts<Message>,
  messages: readonly ReceivedMessage[],
  endMs: number,
): Promise<readonly ReceivedMessage[]> {
  const lost = await hideUntil(parts, messages, endMs + VISIBILITY_MARGIN_MS - parts.clock.now());
  const left = await Promise.all(
    groupsOf(messages).map((group) => {
      if (group[0]?.groupId === HEARTBEAT_GROUP) return hear(parts, group, lost);
      const isWhole = !group.some((message) => lost.includes(message));
      return isWhole ? drainGroup(parts, group, endMs) : leaveGroup(parts, group, lost);
    }),
  );
  return left.flat();
}

/**
 * Answers before the invocation ends, even if SQS hangs: Lambda then deletes what is done with. If the invocation timed
 * out instead, all of the batch would be shown again.
 */
async function inTime<Message>(
  { clock, done, log }: BatchParts<Message>,
  messages: readonly ReceivedMessage[],
  endMs: number,
  work: Promise<readonly ReceivedMessage[]>,
): Promise<readonly ReceivedMessage[]> {
  let cancel = (): void => {};
  const late = new Promise<readonly ReceivedMessage[]>((resolve) => {
    cancel = clock.after(endMs - LAST_ANSWER_MS - clock.now(), () => {
      const left = messages.filter(({ groupId, messageId }) => groupId !== HEARTBEAT_GROUP && !done.has(messageId));
      log.write('warn', 'batch answered before all was done', { messages: left.length });
      resolve(left);
    });
  });
  const left = await Promise.race([work, late]);
  cancel();
  return left;
}

/**
 * Makes all receipt handles outlive the invocation. Resolves to those already expired, whose messages another consumer
 * may have.
 */
async function hideUntil<Message>(
  { queue, log }: BatchParts<Message>,
  messages: readonly ReceivedMessage[],
  ms: number,
): Promise<readonly ReceivedMessage[]> {
  try {
    const lost = await queue.changeVisibility(messages, Math.ceil(ms / 1000));
    if (lost.length > 0)
      log.write('warn', 'receipt handles expired, messages left for the next consumer', { messages: lost.length });
    return lost;
  } catch (error) {
    log.write('warn', 'visibility timeout not extended, messages will reappear', {
      reason: String(error),
      messages: messages.length,
    });
    return messages;
  }
}

function groupsOf(messages: readonly ReceivedMessage[]): readonly (readonly ReceivedMessage[])[] {
  const groups = new Map<string, ReceivedMessage[]>();
  for (const message of messages) {
    const group = groups.get(message.groupId);
    if (group) group.push(message);
    else groups.set(message.groupId, [message]);
  }
  return [...groups.values()];
}

/**
 * Acknowledges heartbeats, whatever comes of them: one that fails is told by its absence. It also fails if SQS does not do
 * what a message needs, as nothing would be shown then.
 */
async function hear<Message>(
  { queue, onHeartbeat, log }: BatchParts<Message>,
  messages: readonly ReceivedMessage[],
  lost: readonly ReceivedMessage[],
): Promise<readonly ReceivedMessage[]> {
  try {
    await queue.delete(messages);
    if (messages.some((message) => lost.includes(message))) throw new Error('Its visibility timeout was not extended');
  } catch (error) {
    log.write('warn', 'heartbeat failed', { reason: String(error) });
    return [];
  }
  const heartbeats = messages.flatMap(({ body }) => readHeartbeat(parseObject(body)) ?? []);
  await Promise.all(heartbeats.map(onHeartbeat));
  return [];
}

/** Gives back the messages that are not lost and sends none: another consumer may be sending to this robot. */
async function leaveGroup<Message>(
  parts: BatchParts<Message>,
  messages: readonly ReceivedMessage[],
  lost: readonly ReceivedMessage[],
): Promise<readonly ReceivedMessage[]> {
  await hideAll(
    parts,
    messages.filter((message) => !lost.includes(message)),
    0,
  );
  return messages;
}

/**
 * Drains one robot's messages. Resolves to those that stay on the queue. Never rejects: one robot's trouble affects no
 * other.
 */
async function drainGroup<Message>(
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
