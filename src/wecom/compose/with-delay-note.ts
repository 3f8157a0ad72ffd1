import type { WrittenContent } from '../../domain/content.js';
import { FLAP_WINDOW_MS } from '../../domain/flapping.js';
import type { Notification } from '../../domain/notification.js';
import { formatDuration } from '../../text/format.js';
import type { MessageWords } from '../../text/message-words.js';
import { MAX_CONTENT_BYTES } from '../api/limits.js';
import { PARAGRAPH_BREAK } from './page.js';

/** Returns the delay as a message shows it: `（延迟 37 分钟）`. Empty if it is not worth mentioning. */
export function delayMark(delayMs: number | undefined, words: MessageWords): string {
  if (delayMs === undefined) return '';
  // To the minute: a delay of hours needs no seconds.
  return words.phrase.late(formatDuration(Math.max(1, Math.round(delayMs / 60_000)) * 60_000, words));
}

/** Returns the notes after the name of a message: that it flaps, its delay, and that it may be shown a second time. */
function noteMark(notification: Notification, words: MessageWords): string {
  const { delayMs, mayBeRepeat } = notification;
  return flapMark(notification, words) + delayMark(delayMs, words) + repeatMark(mayBeRepeat, words);
}

/** Returns the mark of a message that stands for several of an alarm: `（反复告警，30 分钟内第 3 次）`. Empty for any other. */
export function flapMark({ flaps }: Notification, words: MessageWords): string {
  return flaps ? words.phrase.flaps(FLAP_WINDOW_MS / 60_000, flaps.count) : '';
}

/** Returns the mark of a message that may have been shown before: `（可能重复）`. Empty for any other. */
export function repeatMark(mayBeRepeat: boolean | undefined, words: MessageWords): string {
  return mayBeRepeat ? words.phrase.mayBeRepeat : '';
}

/**
 * Adds to a notification that is shown late, or perhaps a second time, a note in its first line:
 * `🔴 告警 | 支付网关 5xx > 10 | 生产（延迟 37 分钟）`. A caller's own WeCom message has no line of ours. Of a text in parts, the
 * first part says it.
 */
export function withDelayNote(notification: Notification, words: MessageWords): Notification {
  const mark = noteMark(notification, words);
  if (mark === '') return notification;
  switch (notification.kind) {
    case 'native':
      return notification;
    case 'rendered': {
      const { where, title } = notification;
      return where ? { ...notification, where: `${where}${mark}` } : { ...notification, title: `${title}${mark}` };
    }
    case 'written':
      return isFirst(notification) && hasRoom(notification, mark, words)
        ? { ...notification, body: notification.body.replace(/^.*/, (line) => `${line}${mark}`) }
        : notification;
  }
}

/** Returns the line shown before a late text that has no room for the note. Empty for any other notification. */
export function delayNotice(notification: Notification, words: MessageWords): string {
  const mark = noteMark(notification, words);
  const isFull = notification.kind === 'written' && isFirst(notification) && !hasRoom(notification, mark, words);
  return isFull ? mark.trim() : '';
}

function isFirst({ part }: Notification): boolean {
  return part === undefined || part.number === 1;
}

function hasRoom(
  { body, format, part }: Extract<Notification, WrittenContent>,
  mark: string,
  words: MessageWords,
): boolean {
  const marker = part ? PARAGRAPH_BREAK[format] + words.phrase.part(part.number, part.of) : '';
  return Buffer.byteLength(body + mark + marker) <= MAX_CONTENT_BYTES[format];
}
