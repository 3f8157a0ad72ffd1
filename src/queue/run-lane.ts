import type { Clock } from '../clock.js';
import type { DeliveryResult } from '../delivery.js';
import type { Log } from '../log.js';
import type { RecentIds } from '../recent-ids.js';
import { visibilityAfter } from './backoff.js';
import type { Item, Post, PreparedItem } from './item.js';
import { acknowledge, breakOff, type Lane, nextAction, type Pace, type Settled, settle } from './lane.js';
import { parkAll, removeAll } from './put-away.js';
import type { QueueReader } from './queue-client.js';

/** What carrying out a lane needs. `Message` is one WeCom message, which the queue never looks into. */
export interface LaneParts<Message> {
  readonly queue: QueueReader;
  /** One attempt, no retries, answered by `deadlineMs` (milliseconds since 1970). Never rejects. */
  readonly attempt: (post: Post<Message>, message: Message, deadlineMs: number) => Promise<DeliveryResult>;
  readonly isContentRefused: (result: DeliveryResult) => boolean;
  readonly separate: (items: readonly PreparedItem[]) => readonly Post<Message>[];
  /** Told of what each attempt was for the items in it. */
  readonly report: (item: PreparedItem, result: DeliveryResult) => void;
  /** Told of a robot's messages that were parked. */
  readonly onParked: (items: readonly PreparedItem[], result: DeliveryResult) => Promise<void>;
  /** Ids of queue messages that this process has shown. */
  readonly shown: RecentIds;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
}

/** Carries out what `lane.ts` decides until it says finish. Resolves to the items that stay on the queue. Never rejects. */
export async function runLane<Message>(
  parts: LaneParts<Message>,
  start: Lane<Message>,
  pace: Pace,
): Promise<readonly Item[]> {
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
        await removeAll(parts, action.held);
        await hideAgain(parts, action.left, action.hiddenMs);
        return action.left;
    }
  }
}

async function send<Message>(
  parts: LaneParts<Message>,
  lane: Lane<Message>,
  post: Post<Message>,
  message: Message,
  pace: Pace,
): Promise<Lane<Message>> {
  const result = await parts.attempt(post, message, pace.answerByMs);
  const hideFor = (failure: DeliveryResult, receiveCount: number) =>
    visibilityAfter(failure, receiveCount, parts.random());
  const { isContentRefused, separate, clock } = parts;
  const settled = settle(lane, result, { now: clock.now(), pace, hideFor, isContentRefused, separate });
  for (const item of settled.shown) parts.shown.add(item.messageId);
  for (const item of reportable(post, settled, result)) parts.report(item, result);
  const reason = { code: codeOf(result), reason: 'reason' in result ? result.reason : '' };
  const unparked = await parkAll(
    parts,
    settled.refused.map((item) => ({ message: item, reason })),
  );
  const parked = settled.refused.filter((item) => !unparked.includes(item));
  if (parked.length > 0) await parts.onParked(parked, result);
  const whole = breakOff(
    settled.lane,
    settled.refused.filter((item) => unparked.includes(item)),
    hideFor(result, 1),
  );
  const { lane: next, removable } = acknowledge(whole, [...settled.shown, ...parked]);
  await removeAll(parts, removable);
  return next;
}

/** The items that this result is the result of: not those of a merged message that is now sent one by one. */
function reportable<Message>(
  post: Post<Message>,
  settled: Settled<Message>,
  { status }: DeliveryResult,
): readonly PreparedItem[] {
  return status === 'unavailable' || status === 'unconfirmed' ? post.items : [...settled.shown, ...settled.refused];
}

function codeOf(result: DeliveryResult): string {
  return 'errcode' in result && result.errcode !== undefined ? String(result.errcode) : result.status;
}

/** Lets the rest come again at one time. Where SQS cannot be told, they come when the batch's visibility ends. */
async function hideAgain<Message>(
  { queue, log }: LaneParts<Message>,
  left: readonly Item[],
  ms: number,
): Promise<void> {
  if (left.length === 0) return;
  try {
    await queue.hide(left, Math.ceil(ms / 1000));
  } catch (error) {
    log.write('warn', 'visibility not set, messages come again later', {
      reason: String(error),
      messages: left.length,
    });
  }
}
