import { type Clock, isRecent } from '../../base/clock.js';
import type { Mask } from '../../base/known-secrets.js';
import type { Log } from '../../base/log.js';
import { idDigest } from '../../base/sha256.js';
import { shortened } from '../../base/shortened.js';
import { textOfCode } from '../../domain/delivery.js';
import type { LaneKeyRing } from '../../domain/key-ring.js';
import { NOBODY } from '../../domain/mentions.js';
import type { Notification } from '../../domain/notification.js';
import { DEFAULT_ROBOT } from '../../domain/robot-name.js';
import { newEntry } from '../../queue/message/entry.js';
import type { ReceivedMessage } from '../../queue/message/item.js';
import type { Unshowable } from '../../queue/message/unshowable.js';
import type { QueueReader } from '../../queue/sqs/queue-client.js';
import type { MessageWords } from '../../text/message-words.js';
import { ROBOT_GONE } from '../../wecom/api/errcodes.js';
import { defuseTitle } from '../../wecom/compose/defuse.js';

/** The shortest time between two notices about one robot that is gone, milliseconds. */
const GONE_EVERY_MS = 15 * 60_000;
/** Most names of messages in one notice. */
const MAX_NAMES = 3;
/** Longest name of a message in a notice, in characters. */
const MAX_NAME = 60;

/** Codes of a robot that can no longer post, as in the dead-letter queue. */
const GONE: ReadonlySet<string> = new Set([...ROBOT_GONE].map((value) => textOfCode({ kind: 'wecom', value })));

const RENDERER = 'parked-notice';

interface ParkedNoticeParts {
  readonly queue: Pick<QueueReader, 'send'>;
  readonly keys: Pick<LaneKeyRing, 'laneOf'>;
  readonly words: MessageWords;
  readonly clock: Clock;
  readonly log: Log;
}

/** Queues a notice about one robot's dead-lettered messages. Never rejects: the dead-letter alarm reports them too. */
type ParkedNotice = (parked: readonly Unshowable[]) => Promise<void>;

/**
 * Creates the notice of a dead-lettered message to the group it was meant for, as one line for several messages. It
 * goes through the queue, and so through the group's own lane, or to the default group if the robot is gone or missing.
 * There is no notice of a dead-lettered notice.
 */
export function createParkedNotice({ queue, keys, words, clock, log }: ParkedNoticeParts): ParkedNotice {
  const toldAt = new Map<string, number>();

  /** Returns `undefined` for the default group: no other group could be told. */
  async function laneFor(robot: string, isGone: boolean): Promise<string | undefined> {
    const own = isGone ? undefined : await keys.laneOf(robot);
    const lane = own ?? (await keys.laneOf(DEFAULT_ROBOT));
    return isGone && lane === robot ? undefined : lane;
  }

  async function tell(parked: readonly Unshowable[], { groupId }: ReceivedMessage, code: string): Promise<void> {
    const robot = decodeURIComponent(groupId);
    const isGone = GONE.has(code);
    if (isGone && isRecent(toldAt.get(robot) ?? Number.NEGATIVE_INFINITY, GONE_EVERY_MS, clock.now())) return;
    const lane = await laneFor(robot, isGone);
    if (lane === undefined) return;
    const errcode = Number(code.replace(/\D/g, ''));
    const text = isGone
      ? words.phrase.robotGone(robot, errcode, parked.length)
      : parkedText(parked, words, namingIn(lane, robot, parked));
    const untaken = await queue.send([newEntry(noticeFor(parked, lane, text, clock.now()), clock.now())]);
    if (untaken.length > 0) throw new Error('SQS did not accept the notice');
    if (isGone) toldAt.set(robot, clock.now());
  }

  return async (parked) => {
    const own = parked.filter((one) => !isNotice(one));
    const [first] = own;
    if (!first) return;
    await tell(own, first.message, first.reason.code).catch((error: unknown) =>
      log.write('warn', 'notice of dead-lettered messages not queued', { messages: own.length, reason: String(error) }),
    );
  };
}

/** Returns dead-lettered messages with their reasons masked: a group reads the first one. */
export function maskReasons(parked: readonly Unshowable[], mask: Mask): readonly Unshowable[] {
  return parked.map((one) => ({ ...one, reason: { ...one.reason, reason: mask(one.reason.reason) } }));
}

/** Returns true if a dead-lettered message is itself a notice: there is no notice about it. */
export function isNotice({ message }: Unshowable): boolean {
  return message.notification?.renderer === RENDERER;
}

/** Another group reads nothing that a sender wrote who may not reach it. */
function namingIn(lane: string, robot: string, parked: readonly Unshowable[]): 'titles' | 'ids' {
  const isHidden = lane !== robot && parked.some(({ message }) => message.notification?.origin.isConfined);
  return isHidden ? 'ids' : 'titles';
}

/**
 * Returns the notice in one line: how many messages, which, why, and how to bring them back.
 * @param naming `ids` names them by their ids in the queue: a word of a title may be the reason why they are not taken.
 */
export function parkedText(
  parked: readonly Unshowable[],
  words: MessageWords,
  naming: 'titles' | 'ids' = 'titles',
): string {
  const names = parked
    .slice(0, MAX_NAMES)
    .map(({ message }) => (naming === 'ids' ? message.messageId : nameOf(message.notification, words)));
  const shown = names.join(words.listSeparator);
  const all = parked.length > MAX_NAMES ? words.phrase.andMore(shown, parked.length) : shown;
  const reason = parked[0]?.reason;
  return words.phrase.parked(parked.length, all, reason?.reason ?? '');
}

function nameOf(notification: Notification | undefined, words: MessageWords): string {
  const title = notification === undefined ? '' : defuseTitle(notification, 'text');
  return title === '' ? words.phrase.unreadableMessage : shortened(title, MAX_NAME);
}

function noticeFor(parked: readonly Unshowable[], robot: string, body: string, now: number): Notification {
  const ids = parked.map(({ message }) => message.messageId).sort();
  return {
    kind: 'written',
    id: `parked:${idDigest(JSON.stringify(ids))}`,
    renderer: RENDERER,
    severity: 'warning',
    title: body,
    occurredAt: now,
    origin: { source: 'sqs' },
    body,
    robot,
    mentions: NOBODY,
    format: 'text',
  };
}
