import { groupBy } from '../base/group-by.js';
import { createRecentIds } from '../base/recent-ids.js';
import { createSteadyClock } from '../base/steady-clock.js';
import { HEARTBEAT_GROUP } from '../domain/heartbeat.js';
import { type BatchParts, type DrainParts, drainGroup } from './batch/drain-group.js';
import { type HearParts, hear } from './batch/hear.js';
import { createPaceMemory } from './lane/pace-memory.js';
import { readCarrier } from './message/carrier.js';
import { MAX_BATCH, type ReceivedMessage } from './message/item.js';
import { hideAll } from './sqs/acknowledge.js';
import { createDeletions } from './sqs/deletions.js';

/** Time beyond the invocation's end, so that a receipt handle never expires while its message is being posted. */
const VISIBILITY_MARGIN_MS = 10_000;
/** Time of the invocation left for the answer if SQS hangs, milliseconds. */
const LAST_ANSWER_MS = 500;
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
export function createDrain<Message>(parts: DrainParts<Message> & HearParts): Drain {
  const memory = createPaceMemory(parts.clock.now);
  const moved = createRecentIds(parts.clock.now);
  return async (messages, endMs) => {
    const clock = createSteadyClock(parts.clock);
    const batch = {
      ...parts,
      clock,
      memory,
      moved,
      deletions: createDeletions({ ...parts, clock }),
      complete: parts.beginLookUps?.(),
    };
    const left = await inTime(batch, messages, endMs, drainBatch(batch, messages, endMs));
    return { batchItemFailures: left.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
}

/** Resolves to the messages that stay on the queue. */
async function drainBatch<Message>(
  parts: BatchParts<Message> & HearParts,
  messages: readonly ReceivedMessage[],
  endMs: number,
): Promise<readonly ReceivedMessage[]> {
  const lost = await hideUntil(parts, messages, endMs + VISIBILITY_MARGIN_MS - parts.clock.now());
  const left = await Promise.all(
    [...groupBy(messages, ({ groupId }) => groupId).values()].map((group, index, groups) => {
      if (group[0]?.groupId === HEARTBEAT_GROUP) return hear(parts, group, lost);
      if (group.some((message) => lost.includes(message))) return leaveGroup(parts, group, lost);
      // SQS hands out as many messages of one group as it can, then of the next: only the last may have more.
      const isWhole = messages.length < MAX_BATCH || index < groups.length - 1;
      return drainGroup(parts, { messages: group, isWhole }, endMs);
    }),
  );
  return left.flat();
}

/**
 * Answers before the invocation ends, even if SQS hangs: Lambda then deletes what is done with. If the invocation timed
 * out instead, all of the batch would be shown again.
 */
async function inTime<Message>(
  { clock, done, moved, log }: BatchParts<Message>,
  messages: readonly ReceivedMessage[],
  endMs: number,
  work: Promise<readonly ReceivedMessage[]>,
): Promise<readonly ReceivedMessage[]> {
  const isOver = ({ groupId, messageId, body }: ReceivedMessage): boolean =>
    groupId === HEARTBEAT_GROUP || moved.has(messageId) || contentsOf(messageId, body).every(done.has);
  let cancel = (): void => {};
  const late = new Promise<readonly ReceivedMessage[]>((resolve) => {
    cancel = clock.after(endMs - LAST_ANSWER_MS - clock.now(), () => {
      const left = messages.filter((message) => !isOver(message));
      log.write('warn', 'batch answered before all was done', { messages: left.length });
      resolve(left);
    });
  });
  const left = await Promise.race([work, late]);
  cancel();
  return left;
}

/** Returns the ids of the messages that a queue message holds: its own, or those in the carrier that it is. */
function contentsOf(messageId: string, body: string): readonly string[] {
  return readCarrier(body)?.messages.map((one) => one.messageId) ?? [messageId];
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
