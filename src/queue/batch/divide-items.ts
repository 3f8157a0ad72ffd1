import { isDue, isSuspect, mayBeShown } from '../message/attempts.js';
import type { PreparedItem } from '../message/item.js';

/** The items of a batch by their treatment, each group in the order received. */
export interface Divided {
  /** Items never tried, or that failed together with all others: they are merged. */
  readonly ready: readonly PreparedItem[];
  /** Items that failed because of themselves and are due again: they go alone, after the others. */
  readonly suspect: readonly PreparedItem[];
  /** Items that wait for their time, or for an answer of WeCom. */
  readonly waiting: readonly PreparedItem[];
}

/** Divides prepared items by their treatment at `now` (milliseconds since 1970). */
export function divideItems(items: readonly PreparedItem[], now: number): Divided {
  const isWaiting = ({ attempts }: PreparedItem): boolean => mayBeShown(attempts) || !isDue(attempts, now);
  const due = items.filter((item) => !isWaiting(item));
  return {
    ready: due.filter(({ attempts }) => !isSuspect(attempts)),
    suspect: due.filter(({ attempts }) => isSuspect(attempts)),
    waiting: items.filter(isWaiting),
  };
}
