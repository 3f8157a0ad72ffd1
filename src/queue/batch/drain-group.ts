import type { RecentIds } from '../../base/recent-ids.js';
import { ANSWER_MARGIN_MS, MIN_ATTEMPT_MS } from '../../domain/time-limits.js';
import type { Pace } from '../lane/lane.js';
import type { LaneParts, RunningParts } from '../lane/lane-parts.js';
import type { PaceMemory } from '../lane/pace-memory.js';
import { runLane } from '../lane/run-lane.js';
import type { CompleteItems, ReceivedMessage } from '../message/item.js';
import { hideAll } from '../sqs/acknowledge.js';
import { createDeletions, type Deletions } from '../sqs/deletions.js';
import { unfold } from '../sqs/unfold.js';
import { drainBacklog } from './drain-backlog.js';
import { type GroupPlan, laneOf, planGroup } from './plan-group.js';
import type { Prepare } from './prepare-items.js';

/** The visibility timeout of messages if the invocation leaves no time for an attempt, milliseconds. */
const NO_TIME_MS = 30_000;

/** The parts of draining: how items become posts, and how posts are carried out. */
export interface DrainParts<Message> extends LaneParts<Message> {
  /** Looks up people's mobiles and the robot. Resolves to the failure if the secret cannot be read. */
  readonly prepare: Prepare;
  /** Begins the look-ups of a batch. Absent if nothing is looked up. */
  readonly beginLookUps?: (() => CompleteItems) | undefined;
  /** The interval between two attempts of one robot, milliseconds. */
  readonly minIntervalMs: number;
  /** Most bytes of a queue message. */
  readonly maxBytes: number;
}

/** The parts of draining one batch. */
export interface BatchParts<Message> extends DrainParts<Message> {
  /** The deletions of the whole batch. */
  readonly deletions: Deletions;
  readonly memory: PaceMemory;
  /** Looks up what the whole batch may. */
  readonly complete: CompleteItems | undefined;
  /** Ids of queue messages whose contents this process sent on in others. */
  readonly moved: RecentIds;
}

/** One robot's messages of a batch. */
export interface Group {
  readonly messages: readonly ReceivedMessage[];
  /** True if no more of its messages wait, as far as one can tell: the batch had room for them. */
  readonly isWhole: boolean;
}

/**
 * Drains one robot's messages. Resolves to those that stay on the queue. Never rejects: one robot's trouble affects no
 * other.
 */
export async function drainGroup<Message>(
  parts: BatchParts<Message>,
  { messages, isWhole }: Group,
  endMs: number,
): Promise<readonly ReceivedMessage[]> {
  const answerByMs = endMs - parts.minIntervalMs - ANSWER_MARGIN_MS;
  const pace = { minIntervalMs: parts.minIntervalMs, answerByMs, sendUntilMs: answerByMs - MIN_ATTEMPT_MS };
  if (pace.sendUntilMs < parts.clock.now()) return leaveForLater(parts, messages);
  const groupId = messages[0]?.groupId ?? '';
  try {
    return await drainUnfolded(parts, { messages, isWhole }, pace);
  } catch (error) {
    // A bug of ours. The messages shown by then have been deleted; returning them as failed as well does no harm.
    parts.log.write('error', 'messages not processed, they will reappear', {
      reason: String(error),
      messages: messages.length,
    });
    return messages;
  } finally {
    parts.memory.end(groupId);
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

/** Returns the batch's look-ups, within the time that one robot's messages have. */
function completeFor<Message>(
  { complete }: BatchParts<Message>,
  freeUntilMs: number,
  { sendUntilMs: untilMs }: Pace,
): GroupPlan['complete'] {
  return complete && ((items) => complete(items, { freeUntilMs, untilMs }));
}

async function drainUnfolded<Message>(
  batch: BatchParts<Message>,
  group: Group,
  pace: Pace,
): Promise<readonly ReceivedMessage[]> {
  const { memory, moved, minIntervalMs } = batch;
  const groupId = group.messages[0]?.groupId ?? '';
  const gone = group.messages.filter(({ messageId }) => moved.has(messageId));
  batch.deletions.begin(gone);
  const unfolded = unfold(
    batch.queue,
    group.messages.filter((message) => !gone.includes(message)),
  );
  const { queue, sentOn, holdersOf, attemptedAt } = unfolded;
  const deletions = createDeletions({ ...batch, queue });
  const parts: RunningParts<Message> = { ...batch, queue, deletions, groupId, sentOn, holdersOf };
  const nextSendAt = Math.max(memory.begin(groupId, { isWhole: group.isWhole, attemptedAt }) + minIntervalMs, 0);
  const isBacklog = attemptedAt !== undefined || !group.isWhole;
  const isAlone = !isBacklog && unfolded.messages.length === 1;
  const plan = await planGroup({ ...batch, ...parts }, unfolded.messages, isAlone);
  const left = isBacklog
    ? await drainBacklog(parts, { ...plan, isWhole: group.isWhole, received: group.messages.length, nextSendAt }, pace)
    : await runLane(
        parts,
        await laneOf(parts, { ...plan, complete: completeFor(batch, nextSendAt, pace) }, nextSendAt),
        pace,
      );
  return holdersOf(left);
}
