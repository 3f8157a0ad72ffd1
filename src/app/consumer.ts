import type { Clock } from '../base/clock.js';
import type { Mask } from '../base/known-secrets.js';
import type { Log } from '../base/log.js';
import { createRecentIds } from '../base/recent-ids.js';
import type { DeliveryResult } from '../domain/delivery.js';
import type { LaneKeyRing } from '../domain/key-ring.js';
import { NOBODY } from '../domain/mentions.js';
import { reportOutcome, reportProbe, reportSkipped } from '../domain/report.js';
import { createDrain, type Drain } from '../queue/drain.js';
import { mayBeShown } from '../queue/message/attempts.js';
import { newEntry } from '../queue/message/entry.js';
import type { CompleteItems, Outgoing, PreparedItem } from '../queue/message/item.js';
import { sendAll } from '../queue/sqs/acknowledge.js';
import type { QueueReader } from '../queue/sqs/queue-client.js';
import type { Secrets } from '../secrets/secrets.js';
import type { MessageWords } from '../text/message-words.js';
import { worstOf } from '../text/severity.js';
import type { Watch } from '../watch/watch.js';
import { faultOf } from '../wecom/api/errcodes.js';
import type { WecomMessage } from '../wecom/api/message.js';
import { compose } from '../wecom/compose/compose.js';
import { merge } from '../wecom/compose/merge.js';
import { withDelayNote } from '../wecom/compose/with-delay-note.js';
import type { HttpsTransport } from '../wecom/post/https-transport.js';
import { createMentionMemory, type MentionMemory, mentionsPeople } from '../wecom/post/mention-memory.js';
import { createPostOnce, type PostOnce } from '../wecom/post/post-once.js';
import { createProbe, type Probe } from '../wecom/post/probe.js';
import { replacedKey } from '../wecom/post/replaced-key.js';
import { SECRET_RETRY_MS, withSecret } from '../wecom/post/with-secret.js';
import type { Config } from './config.js';
import { createFlapMemory, type FlapMemory } from './flap-memory.js';
import { createCheckHeartbeat } from './heartbeat.js';
import { createIsWatched } from './is-watched.js';
import type { Complete, LookUps } from './look-up.js';
import { createMakePicture } from './make-picture.js';
import { createParkedNotice, isNotice, maskReasons, parkedText } from './parked-notice.js';
import { prepareItem } from './prepare-item.js';
import { createShownOnce, isOfTick } from './shown-once.js';

export interface ConsumerParts {
  /** Loads what needs CloudWatch. Absent: no picture follows an alarm. */
  readonly openWatch?: () => Promise<Watch>;
  /** Returns the account of the function. Absent if it is never known. */
  readonly ownAccount?: () => string | undefined;
  readonly queue: QueueReader;
  readonly transport: Pick<HttpsTransport, 'post' | 'check'>;
  readonly keys: LaneKeyRing & Pick<Secrets, 'verify'>;
  /** Absent if nothing is looked up. */
  readonly lookUps?: LookUps | undefined;
  readonly words: MessageWords;
  readonly config: Config;
  readonly clock: Clock;
  readonly random: () => number;
  /** Masks the secrets that the process has read. */
  readonly mask: Mask;
  readonly log: Log;
}

/** Creates the queue's consumer: tells the queue what it needs to know of WeCom, and WeCom nothing of the queue. */
export function createConsumer(parts: ConsumerParts): Drain {
  const { words, config, clock, random, mask, log, keys, lookUps } = parts;
  const queue = maskingReasons(parts.queue, mask);
  const memory = createMentionMemory(clock.now);
  const postOnce = createPostOnce(parts);
  const probe = createProbe(parts.transport);
  const flaps = createFlapMemory(clock.now, createIsWatched(config, parts.ownAccount ?? (() => undefined)));
  const ticks = createShownOnce(clock.now);
  const untoldByTitle = createRecentIds(clock.now);
  const tellOthers = createParkedNotice(parts);
  const checkHeartbeat = createCheckHeartbeat(parts);
  return createDrain<WecomMessage>({
    queue,
    prepare: (item) => withSecret(() => prepareItem({ ...parts, now: clock.now }, item)),
    compose: (item) => composeItem(item, words),
    merge: (items) => mergeItems(items, words, config.timeZone),
    attempt: (post, message, deadlineMs) =>
      attempt(parts, postOnce, { mentions: memory, flaps }, post, message, deadlineMs),
    probe: async ({ notification, queuedAt }, deadlineMs) => {
      const isAnswered = await probeRobot(parts, probe, notification.robot, deadlineMs);
      reportProbe(log, notification, isAnswered, clock.now() - queuedAt);
      return isAnswered;
    },
    tellParked: async (parked, robot, deadlineMs) => {
      if (parked.every(isNotice)) return probeRobot(parts, probe, robot, deadlineMs);
      const key = await keys.key(robot);
      if (!key) return false;
      const ids = parked.map(({ message }) => message.messageId);
      const content = parkedText(maskReasons(parked, mask), words, ids.some(untoldByTitle.has) ? 'ids' : 'titles');
      const target = { id: 'parked-notice', robot, key };
      const { result } = await postOnce({ msgtype: 'text', text: { content } }, target, deadlineMs);
      // A title may be the reason why WeCom takes neither the message nor a notice of it.
      if (result.status !== 'delivered') for (const id of ids) untoldByTitle.add(id);
      return result.status === 'delivered';
    },
    makeFollowUp: createMakePicture(parts),
    faultOf,
    sift: (items) => {
      const { told, withheld } = ticks.sift(items);
      const sifted = flaps.sift(told);
      return { told: sifted.told, withheld: [...withheld, ...sifted.withheld] };
    },
    onWithheld: ({ notification }) => {
      const { id, origin, renderer } = notification;
      const skipped = isOfTick(notification) ? 'It was shown already' : 'It flaps: its next message counts it';
      reportSkipped(log, { id, source: origin.source, renderer, skipped });
    },
    report: ({ notification, queuedAt }, result) => {
      const now = clock.now();
      if (result.status === 'delivered') {
        flaps.told({ notification });
        ticks.shown(notification);
        // In the wait until the next post: the next message of this alarm then has what this one lacked.
        if (notification.severity !== 'recovery') lookUps?.learnFrom(notification);
      }
      reportOutcome(log, notification, result, now - queuedAt, now - notification.occurredAt);
    },
    onParked: (parked) => tellOthers(maskReasons(parked, mask)),
    onHeartbeat: async (heartbeat) => {
      await Promise.all([checkHeartbeat(heartbeat), tellSettled(parts, flaps)]);
    },
    beginLookUps: lookUps && (() => forItems(lookUps.begin())),
    done: createRecentIds(clock.now),
    minIntervalMs: config.minIntervalMs,
    maxBytes: config.queueMaxBytes,
    clock,
    random,
    log,
  });
}

/** Returns the queue with the reasons of dead letters masked: an error of ours may quote what it choked on. */
function maskingReasons(queue: QueueReader, mask: Mask): QueueReader {
  return {
    ...queue,
    deadLetter: (message, { code, reason }) => queue.deadLetter(message, { code: mask(code), reason: mask(reason) }),
  };
}

/**
 * Queues the last state of each alarm that flapped and changes no more, if that state was not told and no tick tells it. Without an event there is
 * no other occasion to tell it.
 */
async function tellSettled({ queue, clock, log }: ConsumerParts, flaps: FlapMemory): Promise<void> {
  const due = flaps.settled();
  const unsent = await sendAll({ queue, log }, due, (notification) =>
    newEntry({ ...notification, id: `${notification.id}:settled` }, clock.now()),
  );
  for (const notification of due) if (!unsent.includes(notification)) flaps.queued(notification);
  if (unsent.length > 0) log.write('warn', 'last state of alarms that flapped not queued', { messages: unsent.length });
}

/** Asks WeCom for any answer to a robot's key. Resolves to true if there was one. */
async function probeRobot(
  { keys, clock }: ConsumerParts,
  probe: Probe,
  robot: string,
  deadlineMs: number,
): Promise<boolean> {
  const key = await keys.key(robot);
  return key !== undefined && (await probe(key, deadlineMs - clock.now()));
}

/** Returns look-ups of notifications as look-ups of the items that hold them. */
function forItems(complete: Complete): CompleteItems {
  return async (items, time) => {
    const notifications = items.map(({ notification }) => notification);
    const completed = await complete(notifications, time);
    return items.map((item, index) => ({ ...item, notification: completed[index] ?? item.notification }));
  };
}

/** Returns an item as its group reads it now: one that may have been shown before says so, one that flaps seldom calls. */
function shownAs(item: PreparedItem): PreparedItem {
  const { notification, attempts } = item;
  const shown = mayBeShown(attempts) ? { ...notification, mayBeRepeat: true } : notification;
  if (notification.flaps?.calls !== false) return { ...item, notification: shown };
  return { ...item, whom: '', notification: { ...shown, mentions: NOBODY } };
}

function composeItem(item: PreparedItem, words: MessageWords): Outgoing<WecomMessage> {
  const messages = compose(withDelayNote(shownAs(item).notification, words), words, item.notice);
  return { items: [item], messages, accepted: 0 };
}

function mergeItems(
  items: readonly PreparedItem[],
  words: MessageWords,
  timeZone: string,
): readonly Outgoing<WecomMessage>[] {
  return merge(items.map(shownAs), words, timeZone).map(({ indexes, messages }) => ({
    items: indexes.flatMap((index) => items[index] ?? []),
    messages,
    accepted: 0,
  }));
}

/** The memories of messages that were shown. */
interface Memories {
  readonly mentions: MentionMemory;
  readonly flaps: FlapMemory;
}

/** Makes one attempt. A key that the secret has replaced is not a refusal: the message is retried with the new one. */
async function attempt(
  { keys }: ConsumerParts,
  postOnce: PostOnce,
  { mentions, flaps }: Memories,
  { items, accepted }: Outgoing<WecomMessage>,
  message: WecomMessage,
  deadlineMs: number,
): Promise<DeliveryResult> {
  const worst = worstOf(items.map(({ notification }) => notification));
  if (!worst) return { status: 'delivered', messages: 0 };
  const { id, robot, severity } = worst;
  const called = mentions.withoutRepeat(robot, message, severity);
  // A message that only repeats mentions made a moment ago is not worth one of the twenty a minute.
  if (called !== message && accepted > 0) return { status: 'delivered', messages: 0 };
  return withSecret(async () => {
    const key = await keys.key(robot);
    if (!key)
      return { status: 'unavailable', retryAfterMs: SECRET_RETRY_MS, reason: 'The robot is no longer in the secret' };
    const { result } = await postOnce(called, { id, robot, key }, deadlineMs);
    if (result.status === 'delivered') {
      mentions.remember(robot, called, severity);
      if (mentionsPeople(called)) flaps.called(items);
    }
    const replaced = await replacedKey(result, { robot, key }, keys);
    return replaced ? { status: 'unavailable', retryAfterMs: 0, reason: 'The key was replaced' } : result;
  });
}
