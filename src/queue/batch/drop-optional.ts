import type { Item } from '../message/item.js';

/** Time after which an optional item is worth nothing: what it shows is known, or no longer so, milliseconds. */
const MAX_AGE_MS = 60_000;

/** Returns true for an item that counts less than any delay. */
export function isOptional({ notification }: Item): boolean {
  return notification.isOptional === true;
}

/** One robot's items of a batch: those that count, and those that are done with unseen. */
export interface Weighed {
  readonly items: readonly Item[];
  readonly dropped: readonly Item[];
}

/**
 * Drops optional items that would delay another, come late, or come twice.
 * @param isAlone true if nothing else of the group waits, as far as one can tell.
 * @param now milliseconds since 1970.
 */
export function dropOptional(items: readonly Item[], isAlone: boolean, now: number): Weighed {
  const isDropped = (item: Item): boolean =>
    isOptional(item) && (!isAlone || item.receiveCount > 1 || now - item.queuedAt > MAX_AGE_MS);
  return { items: items.filter((item) => !isDropped(item)), dropped: items.filter(isDropped) };
}
