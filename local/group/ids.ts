import type { OnItsWay, ReadNotification } from './entry.js';

/** How long SQS remembers a deduplication id, milliseconds. */
const REMEMBERED_MS = 5 * 60_000;

/** Which event brought which notification, by id, robot and part. */
export interface GroupIds {
  /** Notes what an event brought; says of each whether another one brought it within five minutes. */
  note(trace: number, notifications: readonly ReadNotification[]): readonly ReadNotification[];
  /** The number of the event that brought it. A message for an unknown robot went to another: then the id alone decides. */
  traceOf(way: Omit<OnItsWay, 'trace'>): number | undefined;
}

interface Noted {
  readonly trace: number;
  readonly at: number;
}

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
    traceOf: (way) => (byWay.get(keyOf(way)) ?? byId.get(way.id))?.trace,
  };
}
