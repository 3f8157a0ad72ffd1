import type { OnItsWay, ReadNotification } from './entry.js';

/** The time for which SQS remembers a deduplication id, milliseconds. */
const REMEMBERED_MS = 5 * 60_000;

/** Remembers the event that brought each notification, by id, robot and part. */
export interface GroupIds {
  /** Records the notifications of an event. Marks each that another event brought within the last five minutes. */
  note(trace: number, notifications: readonly ReadNotification[]): readonly ReadNotification[];
  /**
   * Returns the number of the event. A message for an unknown robot went to another one, so then the id alone decides; a picture
   * belongs to the event of its alarm.
   */
  traceOf(way: Omit<OnItsWay, 'trace'>): number | undefined;
}

interface Noted {
  readonly trace: number;
  readonly at: number;
}

/** Creates the ids of a group. @param now returns milliseconds since 1970. */
export function createGroupIds(now: () => number): GroupIds {
  const byWay = new Map<string, Noted>();
  const byId = new Map<string, Noted>();
  const keyOf = ({ id, robot, part = '' }: Omit<OnItsWay, 'trace'>): string => JSON.stringify([id, robot, part]);
  return {
    note: (trace, notifications) =>
      notifications.map((notification) => {
        const before = byWay.get(keyOf(notification));
        if (before && now() - before.at < REMEMBERED_MS) return { ...notification, duplicateOf: before.trace };
        byWay.set(keyOf(notification), { trace, at: now() });
        byId.set(notification.id, { trace, at: now() });
        return notification;
      }),
    traceOf: (way) => (byWay.get(keyOf(way)) ?? byId.get(way.id) ?? byId.get(way.id.replace(/:graph$/, '')))?.trace,
  };
}
