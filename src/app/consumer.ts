import type { Clock } from '../base/clock.js';
import type { Log } from '../base/log.js';
import { createRecentIds } from '../base/recent-ids.js';
import type { DeliveryResult } from '../domain/delivery.js';
import type { KeyRing } from '../domain/key-ring.js';
import { reportOutcome } from '../domain/report.js';
import { createDrain, type Drain } from '../queue/drain.js';
import type { Item, Outgoing, PreparedItem } from '../queue/item.js';
import type { QueueReader } from '../queue/queue-client.js';
import { worstOf } from '../text/severity.js';
import type { Words } from '../text/words.js';
import { isContentRefused } from '../wecom/api/errcodes.js';
import type { WecomMessage } from '../wecom/api/message.js';
import { compose } from '../wecom/compose/compose.js';
import { merge } from '../wecom/compose/merge.js';
import { delayNotice, withDelayNote } from '../wecom/compose/with-delay-note.js';
import { findAddressee, mentionLabels } from '../wecom/post/addressee.js';
import { createMentionMemory, type MentionMemory } from '../wecom/post/mention-memory.js';
import { createPostOnce, type PostOnce } from '../wecom/post/post-once.js';
import { replacedKey } from '../wecom/post/replaced-key.js';
import type { Transport } from '../wecom/post/transport.js';
import { SECRET_RETRY_MS, withSecret } from '../wecom/post/with-secret.js';
import type { Config } from './config.js';
import { createGoneNotice } from './gone-notice.js';
import { markDelayed } from './mark-delayed.js';

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
  const marked = markDelayed(item.notification, clock.now(), config);
  return withSecret(async () => {
    // The sender no longer waits for an answer, whatever the source.
    const addressee = await findAddressee(marked, { keys, words, isHeard: false });
    if ('status' in addressee) return addressee;
    const { notification } = addressee;
    const notice = [addressee.notice, delayNotice(notification, words)].filter((line) => line !== '').join('\n');
    return { ...item, notification, notice, whom: mentionLabels(marked.mentions, words) };
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
  return withSecret(async () => {
    const key = await keys.key(robot);
    if (!key)
      return { status: 'unavailable', retryAfterMs: SECRET_RETRY_MS, reason: 'The robot is no longer in the secret' };
    const { result } = await postOnce(called, { id, robot, key }, deadlineMs);
    if (result.status === 'delivered') memory.remember(robot, called, severity);
    const replaced = await replacedKey(result, { robot, key }, keys);
    return replaced ? { status: 'unavailable', retryAfterMs: 0, reason: 'The key was replaced' } : result;
  });
}
