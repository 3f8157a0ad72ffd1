import type { Notification } from '../../domain/notification.js';
import type { LookUpTime } from '../../queue/message/item.js';

/** Longest time that an alarm waits for its tags, milliseconds. */
export const MAX_TAGS_WAIT_MS = 300;
/** Longest time that good news waits for what is looked up, milliseconds. */
export const MAX_WAIT_MS = 2000;

/** Returns how long messages may wait for what is looked up, milliseconds: bad news only as long as it waits anyway. */
export function waitMsOf(
  notifications: readonly Notification[],
  { freeUntilMs, untilMs }: LookUpTime,
  now: number,
): number {
  const isGood = notifications.every(({ severity }) => severity === 'recovery');
  return Math.min((isGood ? untilMs : Math.min(freeUntilMs, untilMs)) - now, MAX_WAIT_MS);
}
