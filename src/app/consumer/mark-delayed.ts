import { NOBODY } from '../../domain/mentions.js';
import type { Notification } from '../../domain/notification.js';
import type { Config } from '../config.js';

/** A message shown later than this after the occurrence says so, milliseconds. */
const LATE_AFTER_MS = 5 * 60_000;

/** Marks a notification that is shown late, and removes its mentions if it is long past. */
export function markDelayed(
  notification: Notification,
  now: number,
  { silentAfterMinutes }: Pick<Config, 'silentAfterMinutes'>,
): Notification {
  const delayMs = now - notification.occurredAt;
  if (delayMs <= LATE_AFTER_MS) return notification;
  return { ...notification, delayMs, ...(delayMs > silentAfterMinutes * 60_000 && { mentions: NOBODY }) };
}
