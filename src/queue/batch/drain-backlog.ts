import { handOn, parcelsOf } from '../lane/hand-on.js';
import type { Pace } from '../lane/lane.js';
import type { RunningParts } from '../lane/lane-parts.js';
import { runLane } from '../lane/run-lane.js';
import type { PreparedItem, ReceivedMessage } from '../message/item.js';
import { isWaiting } from '../sqs/acknowledge.js';
import { nextStep } from './backlog.js';
import { type GroupPlan, laneOf } from './plan-group.js';

/** One robot's messages of a batch, behind which more waits or was waiting. */
interface BacklogPlan extends GroupPlan {
  readonly isWhole: boolean;
  /** Number of queue messages received. */
  readonly received: number;
  /** Earliest time of the next attempt, milliseconds since 1970. */
  readonly nextSendAt: number;
}

/**
 * Drains a batch of a backlog: folds it, so that the next batch holds more, or posts the worst of it and folds the rest.
 * Resolves to the messages that stay on the queue.
 */
export async function drainBacklog<Message>(
  parts: RunningParts<Message>,
  plan: BacklogPlan,
  pace: Pace,
): Promise<readonly ReceivedMessage[]> {
  const { clock, memory, groupId, sentOn } = parts;
  const { items, isWhole, received, nextSendAt, unshowable, kept } = plan;
  const attemptedAt = nextSendAt - pace.minIntervalMs;
  const isFoldable = parcelsOf(parts, items, attemptedAt).length < received;
  const isWorse = memory.isWorse.bind(undefined, groupId);
  const hasOthers = unshowable.length + kept.length > 0;
  const step = nextStep({ items, isWhole, isFoldable, sentOn, hasOthers, isWorse }, nextSendAt, clock.now());
  switch (step.kind) {
    case 'fold':
      return (await handOn(parts, items, attemptedAt)) ?? post(parts, plan, items, [], pace);
    case 'let-in': {
      await clock.sleep(step.atMs - clock.now());
      const left = (await isWaiting(parts, 1)) ? await handOn(parts, items, attemptedAt) : undefined;
      return left ?? post(parts, plan, items, [], pace);
    }
    case 'post':
      return post(parts, plan, step.items, step.reserve, pace);
    case 'post-all': {
      const lane = await laneOf(parts, { ...plan, items: step.items }, nextSendAt);
      return runLane(parts, { ...lane, reserve: step.reserve }, pace);
    }
  }
}

/** Posts the worst of these items, then hands the group on. If there is nothing to post, its time is waited for. */
async function post<Message>(
  parts: RunningParts<Message>,
  plan: BacklogPlan,
  items: readonly PreparedItem[],
  reserve: readonly PreparedItem[],
  pace: Pace,
): Promise<readonly ReceivedMessage[]> {
  const lane = await laneOf(parts, { ...plan, items: byFormat(items) }, plan.nextSendAt);
  return runLane(parts, { ...lane, reserve, handsOn: plan.isWhole ? 'rest' : 'always' }, pace);
}

/** Puts items of one format side by side: only those share a message. */
function byFormat(items: readonly PreparedItem[]): readonly PreparedItem[] {
  const formats = [...new Set(items.map(({ notification }) => notification.format))];
  return formats.flatMap((format) => items.filter(({ notification }) => notification.format === format));
}
