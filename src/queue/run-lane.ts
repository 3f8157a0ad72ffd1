import type { Clock } from '../base/clock.js';
import type { Log } from '../base/log.js';
import type { RecentIds } from '../base/recent-ids.js';
import { visibilityAfter } from '../domain/backoff.js';
import { type DeliveryResult, type FaultOwner, isRetryable } from '../domain/delivery.js';
import { mostUrgentOf } from '../text/severity.js';
import { deadLetterAll, hideAll, isWaiting, NOT_PARKED, sendBackAll } from './acknowledge.js';
import { LET_IN_MS } from './backlog.js';
import type { Deletions } from './deletions.js';
import { createFollowUp, type FollowUpParts } from './follow-up.js';
import { type HandOnParts, handOn } from './hand-on.js';
import {
  type Item,
  isOptionalPost,
  MAX_BATCH,
  type Outgoing,
  type PreparedItem,
  type ReceivedMessage,
} from './item.js';
import { acknowledge, type Finish, isIdle, keepBack, type Lane, nextAction, type Pace } from './lane.js';
import type { PaceMemory } from './pace-memory.js';
import { type Composer, reasonOf, refusalOf, type Sifted, type Unshowable } from './plan.js';
import type { ParkReason, QueueReader } from './queue-client.js';
import { settle, settleProbe, settleTold } from './settle.js';
import type { AttemptResult, Circumstances, Settled } from './settled.js';

/** Longest wait for deletions at the end of a lane, milliseconds: its group stays locked meanwhile. */
const DELETE_WAIT_MS = 2000;

/** The parts that carry out a lane. `Message` is one WeCom message, whose contents the queue never reads. */
export interface LaneParts<Message> extends Composer<Message>, Pick<FollowUpParts, 'makeFollowUp'> {
  readonly queue: QueueReader;
  /** Makes one attempt without retries, to be answered by `deadlineMs` (milliseconds since 1970). */
  readonly attempt: (post: Outgoing<Message>, message: Message, deadlineMs: number) => Promise<DeliveryResult>;
  /**
   * Asks WeCom for any answer in the lane of this item, without showing anything. Resolves to true if there was one.
   */
  readonly probe: (item: PreparedItem, deadlineMs: number) => Promise<boolean>;
  /** Tells the items' group that they are dead-lettered. Resolves to true if WeCom accepted it. */
  readonly tellParked: (parked: readonly Unshowable[], robot: string, deadlineMs: number) => Promise<boolean>;
  readonly faultOf: (result: DeliveryResult) => FaultOwner;
  /** Called with the result of each attempt, for each item in it. */
  readonly report: (item: Item, result: DeliveryResult) => void;
  /** Decides, right before items are composed, which of them are told now. Called again for those that were not shown. */
  readonly sift: (items: readonly PreparedItem[]) => Sifted;
  /** Called with each item that is not told by itself. */
  readonly onWithheld: (item: Item) => void;
  /** Called after a robot's messages are dead-lettered without telling the group. Never rejects. */
  readonly onParked: (parked: readonly Unshowable[]) => Promise<void>;
  /** Ids of queue messages that this process is done with. */
  readonly done: RecentIds;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
}

/** The parts of a lane that belong to one robot's part of a batch. */
export interface RunningParts<Message> extends LaneParts<Message>, HandOnParts {
  readonly deletions: Deletions;
  readonly memory: PaceMemory;
}

/**
 * Time after the last post of a batch at which the queue is asked if more waits than one batch holds, milliseconds. A storm
 * is folded from then on, not only from the next post on.
 */
const LOOK_BEHIND_MS = 500;

/** Carries out what `lane.ts` decides until it finishes. Resolves to the messages that stay on the queue. */
export async function runLane<Message>(
  parts: RunningParts<Message>,
  start: Lane<Message>,
  pace: Pace,
): Promise<readonly ReceivedMessage[]> {
  const { clock } = parts;
  const followUp = createFollowUp(parts, start);
  let lane = start;
  for (;;) {
    const action = nextAction(lane, clock.now(), pace);
    switch (action.kind) {
      case 'wait':
        lane = await wait(parts, lane, action.untilMs);
        break;
      case 'hand-on': {
        followUp.end();
        const left = await handOn(parts, action.items, lane.nextSendAt - pace.minIntervalMs);
        if (left) return left;
        lane = { ...lane, handsOn: 'never' };
        break;
      }
      case 'send':
        lane = await send(parts, lane, action.post, action.message, pace);
        followUp.begin(lane);
        break;
      case 'probe':
        lane = await probe(parts, lane, pace);
        break;
      case 'tell':
        lane = await tell(parts, lane, action.item, pace);
        break;
      case 'finish':
        followUp.end();
        return finish(parts, action);
    }
  }
}

/**
 * Waits. In the trailing wait it looks once if more waits behind the batch, so that it is folded, or let in, before the
 * next post: soon after a post out of the blue, as a storm may begin with one message, and near its end in a storm.
 */
async function wait<Message>(
  { clock, queue, log }: RunningParts<Message>,
  lane: Lane<Message>,
  untilMs: number,
): Promise<Lane<Message>> {
  const isStorm = lane.handsOn === 'rest';
  const lookAt = isStorm ? untilMs - LET_IN_MS : clock.now() + LOOK_BEHIND_MS;
  const isLooking = isIdle(lane) && !lane.looked && lookAt < untilMs;
  await clock.sleep((isLooking ? lookAt : untilMs) - clock.now());
  if (!isLooking) return lane;
  const isMore = await isWaiting({ queue, log }, isStorm ? 1 : MAX_BATCH);
  return { ...lane, looked: true, handsOn: isMore ? 'always' : lane.handsOn };
}

async function send<Message>(
  parts: RunningParts<Message>,
  lane: Lane<Message>,
  post: Outgoing<Message>,
  message: Message,
  pace: Pace,
): Promise<Lane<Message>> {
  const startedAt = parts.clock.now();
  const isOptional = isOptionalPost(post);
  // Whoever comes next waits no longer for it than one interval from its beginning, answered or not.
  const answerByMs = isOptional ? Math.min(pace.answerByMs, startedAt + pace.minIntervalMs) : pace.answerByMs;
  const result = await attemptSafely(parts, post, message, answerByMs);
  const attemptedAt = isOptional ? startedAt : parts.clock.now();
  parts.memory.attempted(parts.groupId, attemptedAt);
  // Once something fails, the lane is followed to its end: what it learns of each message would be lost on the way.
  const steady: Lane<Message> = result.status === 'delivered' ? lane : { ...lane, handsOn: 'never' };
  const settled = settle(steady, result, { ...circumstancesOf(parts, pace), now: attemptedAt });
  const worst = mostUrgentOf(settled.shown.map(({ notification }) => notification));
  if (worst) parts.memory.told(parts.groupId, worst);
  for (const item of settled.shown) parts.done.add(item.messageId);
  for (const item of settled.dropped ?? []) logDropped(parts, item, result);
  if (settled.dropped === undefined && result.status !== 'broken')
    for (const item of reportable(post, settled, result)) parts.report(item, result);
  const reason = result.status === 'broken' ? result.reason : refusalOf(result);
  return park(parts, settled, reason);
}

/** Notes that an optional item was not shown: one line, which raises no alarm. */
function logDropped<Message>({ done, log }: LaneParts<Message>, item: PreparedItem, result: AttemptResult): void {
  done.add(item.messageId);
  const reason = result.status === 'broken' ? result.reason : refusalOf(result);
  log.write('warn', 'optional message not shown', { id: item.notification.id, status: result.status, ...reason });
}

/** Makes an attempt. An exception is a bug of ours that this message triggers: it is blamed on the message alone. */
async function attemptSafely<Message>(
  { attempt, log }: LaneParts<Message>,
  post: Outgoing<Message>,
  message: Message,
  deadlineMs: number,
): Promise<AttemptResult> {
  try {
    return await attempt(post, message, deadlineMs);
  } catch (error) {
    log.write('error', 'message not posted, bug in the code', {
      id: post.items[0]?.notification.id,
      reason: String(error),
    });
    return { status: 'broken', reason: reasonOf(error) };
  }
}

async function probe<Message>(parts: RunningParts<Message>, lane: Lane<Message>, pace: Pace): Promise<Lane<Message>> {
  const asked = lane.aside[0]?.item;
  const isAnswered = asked !== undefined && (await parts.probe(asked, pace.answerByMs).catch(() => false));
  parts.memory.attempted(parts.groupId);
  return settleProbe(lane, isAnswered, circumstancesOf(parts, pace));
}

async function tell<Message>(
  parts: RunningParts<Message>,
  lane: Lane<Message>,
  item: PreparedItem,
  pace: Pace,
): Promise<Lane<Message>> {
  const parked = [{ message: item, reason: FAILED_ALONE }];
  const isDelivered = await parts.tellParked(parked, item.notification.robot, pace.answerByMs).catch(() => false);
  parts.memory.attempted(parts.groupId);
  const settled = settleTold(lane, isDelivered, circumstancesOf(parts, pace));
  const others = async (all: readonly Unshowable[]): Promise<void> => {
    const untold = all.filter(({ message }) => message.messageId !== item.messageId);
    if (untold.length > 0) await parts.onParked(untold);
  };
  return park({ ...parts, onParked: others }, settled, FAILED_ALONE);
}

/** The reason for dead-lettering a message that failed repeatedly while others of its robot went through. */
const FAILED_ALONE: ParkReason = {
  code: 'failed-alone',
  reason: 'It failed repeatedly while others went through',
};

/** Dead-letters refused messages, deletes those done with, and has the group told unless it knows already. */
async function park<Message>(
  parts: RunningParts<Message>,
  settled: Settled<Message>,
  reason: ParkReason,
): Promise<Lane<Message>> {
  const doomed = [
    ...settled.refused.map((message): Unshowable => ({ message, reason })),
    ...settled.convicted.map((message): Unshowable => ({ message, reason: FAILED_ALONE })),
  ];
  const unparked = await deadLetterAll(parts, doomed);
  const parked = doomed.filter(({ message }) => !unparked.includes(message));
  const hiddenMs = visibilityAfter(NOT_PARKED, doomed[0]?.message.receiveCount ?? 1, parts.random());
  const whole = keepBack(settled.lane, unparked, hiddenMs);
  const { lane, removable } = acknowledge(whole, [
    ...settled.shown,
    ...(settled.dropped ?? []),
    ...parked.map(({ message }) => message),
  ]);
  parts.deletions.begin(removable);
  for (const { message } of parked) parts.done.add(message.messageId);
  if (parked.length > 0) await parts.onParked(parked);
  return lane;
}

async function finish<Message>(
  parts: RunningParts<Message>,
  { held, back, left, hiddenMs }: Finish,
): Promise<readonly ReceivedMessage[]> {
  const unsent = await sendBackAll(parts, back);
  const sent = back.filter((item) => !unsent.includes(item));
  for (const item of sent) parts.done.add(item.messageId);
  parts.deletions.begin([...held, ...sent]);
  const stays = [...left, ...unsent];
  await Promise.all([hideAll(parts, stays, hiddenMs), parts.deletions.over(DELETE_WAIT_MS)]);
  return stays;
}

function circumstancesOf<Message>(parts: LaneParts<Message>, pace: Pace): Circumstances<Message> {
  const { compose, merge, faultOf, clock, random } = parts;
  return {
    now: clock.now(),
    pace,
    faultOf,
    hideFor: (failure, receiveCount) => visibilityAfter(failure, receiveCount, random()),
    separate: (items) => items.map(compose),
    merge: (items) => (items.length === 0 ? [] : merge(items)),
  };
}

/** Returns the items that this result applies to, without those of a merged message that is now sent in parts. */
function reportable<Message>(
  post: Outgoing<Message>,
  settled: Settled<Message>,
  result: DeliveryResult,
): readonly PreparedItem[] {
  return isRetryable(result) ? post.items : [...settled.shown, ...settled.refused];
}
