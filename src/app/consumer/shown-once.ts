import { createRecentIds } from '../../base/recent-ids.js';
import type { Notification } from '../../domain/notification.js';
import type { Sifted } from '../../queue/lane/lane-parts.js';
import type { PreparedItem } from '../../queue/message/item.js';

/** The messages of ticks, which EventBridge and Lambda may repeat after the five minutes for which the queue knows an id. */
const OF_TICKS: ReadonlySet<string> = new Set(['reminder', 'summary']);
/** The time for which a message is known, milliseconds: a tick is handled for an hour. */
const KNOWN_MS = 60 * 60_000;

/** Returns true for what a tick told. */
export function isOfTick(notification: Notification): boolean {
  return notification.kind === 'rendered' && OF_TICKS.has(notification.renderer);
}

/** Remembers which messages of ticks were shown. Per process: one that remembers nothing shows them. */
export interface ShownOnce {
  /** Takes out what was shown already. */
  sift(items: readonly PreparedItem[]): Sifted;
  /** Notes that a message was shown. */
  shown(notification: Notification): void;
}

/** Creates an empty memory. @param now returns milliseconds since 1970. */
export function createShownOnce(now: () => number): ShownOnce {
  const ids = createRecentIds(now, { maxIds: 200, ttlMs: KNOWN_MS });
  const keyOf = ({ robot, id }: Notification): string => `${robot} ${id}`;
  const isKnown = ({ notification }: PreparedItem): boolean => ids.has(keyOf(notification));
  return {
    sift: (items) => ({ told: items.filter((item) => !isKnown(item)), withheld: items.filter(isKnown) }),
    shown: (notification) => {
      if (isOfTick(notification)) ids.add(keyOf(notification));
    },
  };
}
