import { type DeliveryResult, isRetryable } from '../../domain/delivery.js';
import { mostUrgentOf } from '../../text/severity.js';
import { isOptionalPost, type Outgoing, type PreparedItem } from '../message/item.js';
import { type ParkReason, reasonOf, refusalOf } from '../message/unshowable.js';
import { circumstancesOf } from './circumstances.js';
import type { Lane, Pace } from './lane.js';
import type { LaneParts, RunningParts } from './lane-parts.js';
import type { Sending } from './next-action.js';
import { parkSettled } from './park.js';
import { settle } from './settle.js';
import type { AttemptResult, Settled } from './settled.js';

/** Makes one attempt at a post. Resolves to the lane after it, with what is refused dead-lettered. Never rejects. */
export async function sendPost<Message>(
  parts: RunningParts<Message>,
  lane: Lane<Message>,
  { post, message }: Sending<Message>,
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
  noteShown(parts, settled.shown);
  reportResult(parts, post, settled, result);
  return parkSettled(parts, settled, parkReasonOf(result));
}

function noteShown<Message>({ memory, groupId, done }: RunningParts<Message>, shown: readonly PreparedItem[]): void {
  const worst = mostUrgentOf(shown.map(({ notification }) => notification));
  if (worst) memory.told(groupId, worst);
  for (const item of shown) done.add(item.messageId);
}

function reportResult<Message>(
  parts: LaneParts<Message>,
  post: Outgoing<Message>,
  settled: Settled<Message>,
  result: AttemptResult,
): void {
  for (const item of settled.dropped ?? []) logDropped(parts, item, result);
  if (settled.dropped !== undefined || result.status === 'broken') return;
  for (const item of reportable(post, settled, result)) parts.report(item, result);
}

function parkReasonOf(result: AttemptResult): ParkReason {
  return result.status === 'broken' ? result.reason : refusalOf(result);
}

/** Notes that an optional item was not shown: one line, which raises no alarm. */
function logDropped<Message>({ done, log }: LaneParts<Message>, item: PreparedItem, result: AttemptResult): void {
  done.add(item.messageId);
  const { id } = item.notification;
  log.write('warn', 'optional message not shown', { id, status: result.status, ...parkReasonOf(result) });
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

/** Returns the items that this result applies to, without those of a merged message that is now sent in parts. */
function reportable<Message>(
  post: Outgoing<Message>,
  settled: Settled<Message>,
  result: DeliveryResult,
): readonly PreparedItem[] {
  return isRetryable(result) ? post.items : [...settled.shown, ...settled.refused];
}
