import type { Row, SettledState } from '../../domain/content.js';
import type { Notification } from '../../domain/notification.js';

/** Returns the last states of alarms that a reminder tells, a row each. */
export function settledIn(notification: Notification): readonly SettledState[] {
  return rowsOf(notification).flatMap(({ settled }) => settled ?? []);
}

/**
 * Returns a reminder without the last states that its group has read, or `undefined` if it tells nothing else. One that tells
 * nothing but last states, some of them news, stays as it is: its first line counts them.
 */
export function withoutRead(
  notification: Notification,
  isRead: (settled: SettledState) => boolean,
): Notification | undefined {
  const rows = rowsOf(notification);
  const news = rows.filter(({ settled }) => settled === undefined || !isRead(settled));
  if (news.length === rows.length) return notification;
  if (news.length === 0) return undefined;
  const isOfNothingElse = rows.every(({ settled }) => settled !== undefined);
  return isOfNothingElse || notification.kind !== 'rendered' ? notification : { ...notification, rows: news };
}

function rowsOf(notification: Notification): readonly Row[] {
  return (notification.kind === 'rendered' && notification.rows) || [];
}
