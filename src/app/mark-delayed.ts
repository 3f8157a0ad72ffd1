import { NOBODY, type Notification } from '../domain/notification.js';

/** A message shown later than this after the occurrence says so, milliseconds. */
const LATE_AFTER_MS = 5 * 60_000;

/**
 * Marks a notification that is shown late, and removes its mentions if it is long past.
 * @param silentAfterMs the delay after which no one is mentioned, milliseconds.
 */
export function markDelayed(notification: Notification, now: number, silentAfterMs: number): Notification {
  const delayMs = now - notification.occurredAt;
  if (delayMs <= LATE_AFTER_MS) return notification;
  return { ...notification, delayMs, ...(delayMs > silentAfterMs && { mentions: NOBODY }) };
}
