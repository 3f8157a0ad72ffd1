import type { Notification } from '../notification.js';
import { formatDuration } from '../text/format.js';
import type { Words } from '../text/words.js';
import { MAX_CONTENT_BYTES } from './message.js';

/** A notification that is shown late says so in its first line: `🔴 告警 | 支付网关 5xx > 10 | 生产（延迟 37 分钟）`. */
export function withDelay(notification: Notification, words: Words): Notification {
  if (notification.delayMs === undefined) return notification;
  // To the minute: nobody needs the seconds of a delay of hours.
  const mark = words.phrase.late(
    formatDuration(Math.max(1, Math.round(notification.delayMs / 60_000)) * 60_000, words),
  );
  switch (notification.kind) {
    case 'native':
      return notification;
    case 'rendered': {
      const where = notification.where ? `${notification.where}${mark}` : '';
      return where ? { ...notification, where } : { ...notification, title: `${notification.title}${mark}` };
    }
    case 'written': {
      const body = notification.body.replace(/^.*/, (line) => `${line}${mark}`);
      return Buffer.byteLength(body) <= MAX_CONTENT_BYTES[notification.format]
        ? { ...notification, body }
        : notification;
    }
  }
}
