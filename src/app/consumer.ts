import type { Clock } from '../base/clock.js';
import type { Log } from '../base/log.js';
import { createRecentIds } from '../base/recent-ids.js';
import { type DeliveryResult, errcodeOf } from '../domain/delivery.js';
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
import type { Config } from './config.js';
import { createGoneNotice } from './gone-notice.js';
import { markDelayed } from './mark-delayed.js';

/** The delay before retrying a message whose robot has no key, milliseconds. */
const RETRY_MS = 5000;

export interface ConsumerParts {
  readonly queue: QueueReader;
  readonly transport: Pick<Transport, 'post'>;
  readonly keys: KeyRing;
  readonly words: Words;
  readonly config: Config;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
}

/** Creates the queue's consumer: tells the queue what it needs to know of WeCom, and WeCom nothing of the queue. */
export function createConsumer(parts: ConsumerParts): Drain {
  const { queue, words, config, clock, random, log } = parts;
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
    minIntervalMs: config.minIntervalMs,
    clock,
    random,
    log,
  });
}

async function prepare(
  { keys, words, clock, config }: ConsumerParts,
  item: Item,
): Promise<PreparedItem | DeliveryResult> {
  // The sender no longer waits for an answer, whatever the source, so an unknown robot's messages go to the default
  // one.
  const { origin } = item.notification;
  return orUnavailable(async () => {
    const found = await findRobot({ ...item.notification, origin: { ...origin, source: 'sqs' } }, keys, words);
    if ('status' in found) return found;
    const named = markDelayed(item.notification, clock.now(), config);
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

/** Makes one attempt. A key that the secret has replaced is not a refusal: the message is retried with the new one. */
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
  // A message that only repeats mentions made a moment ago is not worth one of the twenty a minute.
  if (called !== message && accepted > 0) return { status: 'delivered', messages: 0 };
  return orUnavailable(async () => {
    const key = await keys.key(robot);
    if (!key) return { status: 'unavailable', retryAfterMs: RETRY_MS, reason: 'The robot is no longer in the secret' };
    const { result } = await postOnce(called, { id, robot, key }, deadlineMs);
    if (result.status === 'delivered') memory.remember(robot, called, severity);
    if (errcodeOf(result) !== ERRCODE.invalidWebhookUrl) return result;
    const replaced = await keys.replacement(robot, key);
    return replaced ? { status: 'unavailable', retryAfterMs: 0, reason: 'The key was replaced' } : result;
  });
}

/** Resolves to unavailable if the secret cannot be read now: that is not a refusal, and the messages are retried. */
async function orUnavailable<T>(ask: () => Promise<T>): Promise<T | DeliveryResult> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof SecretUnavailableError)) throw error;
    return { status: 'unavailable', retryAfterMs: RETRY_MS, reason: error.message };
  }
}
