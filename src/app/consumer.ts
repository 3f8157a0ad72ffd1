import type { Clock } from '../base/clock.js';
import type { Log } from '../base/log.js';
import { createRecentIds } from '../base/recent-ids.js';
import type { DeliveryResult } from '../domain/delivery.js';
import { SecretUnavailableError } from '../domain/errors.js';
import type { KeyRing } from '../domain/key-ring.js';
import { reportOutcome } from '../domain/report.js';
import { createDrain, type Drain } from '../queue/drain.js';
import type { Item, Outgoing, PreparedItem } from '../queue/item.js';
import type { QueueReader } from '../queue/queue-client.js';
import { worstOf } from '../text/severity.js';
import type { Words } from '../text/words.js';
import { ERRCODE, isContentRefused } from '../wecom/api/errcodes.js';
import type { WecomMessage } from '../wecom/api/message.js';
import { compose } from '../wecom/compose/compose.js';
import { merge } from '../wecom/compose/merge.js';
import { delayNotice, withDelayNote } from '../wecom/compose/with-delay-note.js';
import { findRobot, mentionLabels, resolveMobiles } from '../wecom/post/addressee.js';
import { createMentionMemory, type MentionMemory } from '../wecom/post/mention-memory.js';
import { createPostOnce, type PostOnce } from '../wecom/post/post-once.js';
import type { Transport } from '../wecom/post/transport.js';
import { createGoneNotice } from './gone-notice.js';
import { markDelayed } from './mark-delayed.js';

/** When what could not be posted for want of a key is worth trying again, milliseconds. */
const RETRY_MS = 5000;

export interface ConsumerParts {
  readonly queue: QueueReader;
  readonly transport: Pick<Transport, 'post'>;
  readonly keys: KeyRing;
  readonly words: Words;
  /** Between two sends of one robot, milliseconds. */
  readonly minIntervalMs: number;
  /** A message shown later than this mentions nobody, milliseconds. */
  readonly silentAfterMs: number;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
}

/** The queue's consumer: what the queue needs to know of WeCom, and nothing the other way. */
export function createConsumer(parts: ConsumerParts): Drain {
  const { queue, words, clock, random, log, minIntervalMs } = parts;
  const memory = createMentionMemory(clock.now);
  const postOnce = createPostOnce(parts);
  const gone = createGoneNotice({ ...parts, postOnce });
  const composeItem = (item: PreparedItem): Outgoing<WecomMessage> => ({
    items: [item],
    messages: compose(withDelayNote(item.notification, words), words, item.notice),
    accepted: 0,
  });
  return createDrain<WecomMessage>({
    queue,
    prepare: (item) => prepare(parts, item),
    compose: composeItem,
    merge: (items) => mergeItems(items, words),
    attempt: (post, message, deadlineMs) => attempt(parts, postOnce, memory, post, message, deadlineMs),
    isContentRefused,
    report: ({ notification, queuedAt }, result) => {
      const now = clock.now();
      reportOutcome(log, notification, result, now - queuedAt, now - notification.occurredAt);
    },
    onParked: gone,
    shown: createRecentIds(clock.now),
    minIntervalMs,
    clock,
    random,
    log,
  });
}

async function prepare(
  { keys, words, clock, silentAfterMs }: ConsumerParts,
  item: Item,
): Promise<PreparedItem | DeliveryResult> {
  // Nobody hears an answer any more, whatever road it came by: an unknown robot's messages go to the default one.
  const { origin } = item.notification;
  return orUnavailable(async () => {
    const found = await findRobot({ ...item.notification, origin: { ...origin, source: 'sqs' } }, keys, words);
    if ('status' in found) return found;
    const named = markDelayed(item.notification, clock.now(), silentAfterMs);
    const marked = await resolveMobiles(named, keys);
    const notice = [found.notice, delayNotice(marked, words)].filter((line) => line !== '').join('\n');
    return {
      ...item,
      notification: { ...marked, robot: found.robot },
      notice,
      whom: mentionLabels(named.mentions, words),
    };
  });
}

function mergeItems(items: readonly PreparedItem[], words: Words): readonly Outgoing<WecomMessage>[] {
  return merge(items, words).map(({ indexes, messages }) => ({
    items: indexes.flatMap((index) => items[index] ?? []),
    messages,
    accepted: 0,
  }));
}

/** One attempt. A key that the secret has replaced is no refusal: the message comes again with the new one. */
async function attempt(
  { keys }: ConsumerParts,
  postOnce: PostOnce,
  memory: MentionMemory,
  { items, accepted }: Outgoing<WecomMessage>,
  message: WecomMessage,
  deadlineMs: number,
): Promise<DeliveryResult> {
  const worst = worstOf(items.map(({ notification }) => notification));
  if (!worst) return { status: 'delivered', messages: 0 };
  const { id, robot, severity } = worst;
  const called = memory.withoutRepeat(robot, message, severity);
  // What would only call people who were called a moment ago is not worth one of the twenty.
  if (called !== message && accepted > 0) return { status: 'delivered', messages: 0 };
  return orUnavailable(async () => {
    const key = await keys.key(robot);
    if (!key) return { status: 'unavailable', retryAfterMs: RETRY_MS, reason: 'The robot has left the secret' };
    const { result } = await postOnce(called, { id, robot, key }, deadlineMs);
    if (result.status === 'delivered') memory.remember(robot, called, severity);
    if (result.status !== 'refused' || result.errcode !== ERRCODE.invalidWebhookUrl) return result;
    const replaced = await keys.replacement(robot, key);
    return replaced ? { status: 'unavailable', retryAfterMs: 0, reason: 'The key has been replaced' } : result;
  });
}

/** A secret that cannot be read now is no refusal: the messages come again. */
async function orUnavailable<T>(ask: () => Promise<T>): Promise<T | DeliveryResult> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof SecretUnavailableError)) throw error;
    return { status: 'unavailable', retryAfterMs: RETRY_MS, reason: error.message };
  }
}
