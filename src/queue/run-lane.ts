import type { Clock } from '../base/clock.js';
import type { Log } from '../base/log.js';
import type { RecentIds } from '../base/recent-ids.js';
import { visibilityAfter } from '../domain/backoff.js';
import { type DeliveryResult, isRetryable } from '../domain/delivery.js';
import { deadLetterAll, deleteAll, hideAll, NOT_PARKED } from './acknowledge.js';
import type { Outgoing, PreparedItem, ReceivedMessage } from './item.js';
import { acknowledge, keepBack, type Lane, nextAction, type Pace, type Settled, settle } from './lane.js';
import { type Composer, refusalOf } from './plan.js';
import type { QueueReader } from './queue-client.js';

/** The parts that carry out a lane. `Message` is one WeCom message, whose contents the queue never reads. */
export interface LaneParts<Message> extends Pick<Composer<Message>, 'compose'> {
  readonly queue: QueueReader;
  /** Makes one attempt without retries, to be answered by `deadlineMs` (milliseconds since 1970). Never rejects. */
  readonly attempt: (post: Outgoing<Message>, message: Message, deadlineMs: number) => Promise<DeliveryResult>;
  readonly isContentRefused: (result: DeliveryResult) => boolean;
  /** Called with each item of an attempt and the attempt's result. */
  readonly report: (item: PreparedItem, result: DeliveryResult) => void;
  /** Called after a robot's messages are dead-lettered. Awaited before the robot's next attempt. */
  readonly onParked: (items: readonly PreparedItem[], result: DeliveryResult) => Promise<void>;
  /** Ids of queue messages that this process has shown. */
  readonly shown: RecentIds;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
}

/** Carries out what `lane.ts` decides until it finishes. Resolves to the messages that stay on the queue. */
export async function runLane<Message>(
  parts: LaneParts<Message>,
  start: Lane<Message>,
  pace: Pace,
): Promise<readonly ReceivedMessage[]> {
  let lane = start;
  for (;;) {
    const action = nextAction(lane, parts.clock.now(), pace);
    switch (action.kind) {
      case 'wait':
        await parts.clock.sleep(action.untilMs - parts.clock.now());
        break;
      case 'send':
        lane = await send(parts, lane, action.post, action.message, pace);
        break;
      case 'finish':
        await deleteAll(parts, action.held);
        await hideAll(parts, action.left, action.hiddenMs);
        return action.left;
    }
  }
}

async function send<Message>(
  parts: LaneParts<Message>,
  lane: Lane<Message>,
  post: Outgoing<Message>,
  message: Message,
  pace: Pace,
): Promise<Lane<Message>> {
  const { attempt, compose, isContentRefused, clock, random } = parts;
  const result = await attempt(post, message, pace.answerByMs);
  const hideFor = (failure: DeliveryResult, receiveCount: number) => visibilityAfter(failure, receiveCount, random());
  const separate = (items: readonly PreparedItem[]) => items.map(compose);
  const settled = settle(lane, result, { now: clock.now(), pace, hideFor, isContentRefused, separate });
  for (const item of settled.shown) parts.shown.add(item.messageId);
  for (const item of reportable(post, settled, result)) parts.report(item, result);
  const unparked = await deadLetterAll(
    parts,
    settled.refused.map((item) => ({ message: item, reason: refusalOf(result) })),
  );
  const parked = settled.refused.filter((item) => !unparked.includes(item));
  const whole = keepBack(settled.lane, unparked, hideFor(NOT_PARKED, post.items[0]?.receiveCount ?? 1));
  const { lane: next, removable } = acknowledge(whole, [...settled.shown, ...parked]);
  await deleteAll(parts, removable);
  if (parked.length > 0) await parts.onParked(parked, result);
  return next;
}

/** Returns the items that this result applies to, without those of a merged message that is now sent one by one. */
function reportable<Message>(
  post: Outgoing<Message>,
  settled: Settled<Message>,
  result: DeliveryResult,
): readonly PreparedItem[] {
  return isRetryable(result) ? post.items : [...settled.shown, ...settled.refused];
}
