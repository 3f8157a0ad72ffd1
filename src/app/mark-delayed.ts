import { NOBODY, type Notification } from '../domain/notification.js';

/** Shown later than this after it happened, a message says so, milliseconds. */
const LATE_AFTER_MS = 5 * 60_000;

/**
 * Marks a notification that is shown late, and wakes nobody with what is long past.
 * @param silentAfterMs from this delay on nobody is mentioned, milliseconds.
 */
export function markDelayed(notification: Notification, now: number, silentAfterMs: number): Notification {
  const delayMs = now - notification.occurredAt;
  if (delayMs <= LATE_AFTER_MS) return notification;
  return { ...notification, delayMs, ...(delayMs > silentAfterMs && { mentions: NOBODY }) };
}
