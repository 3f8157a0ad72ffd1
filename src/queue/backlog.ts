import type { Severity } from '../domain/notification.js';
import { isRed, worstOf } from '../text/severity.js';
import { MAX_BATCH, type PreparedItem } from './item.js';

/** Time that folding a batch and receiving the next one takes, milliseconds: with less until the next post it is posted. */
const FOLD_MS = 150;
/** Time before a post at which the rest of the group is let in, to be posted along with it, milliseconds. */
export const LET_IN_MS = 700;

/** One group's part of a batch, behind which more waits or was waiting. */
export interface Backlog {
  readonly items: readonly PreparedItem[];
  /** True if it is all that waits in its group. If not, it may be posted ahead of items that were folded before. */
  readonly isWhole: boolean;
  /** True if folding makes fewer queue messages of it. */
  readonly isFoldable: boolean;
  /** Returns true if nothing as severe was shown to the group in the last minute. */
  readonly isWorse: (severity: Severity) => boolean;
}

/** The next step with a backlog. */
export type BacklogStep =
  /** Folds it at once. */
  | { readonly kind: 'fold' }
  /** Folds it at this time, if more has come until then. If not, it is posted. */
  | { readonly kind: 'let-in'; readonly atMs: number }
  /** Posts some of it at the next time for an attempt, and folds the rest. */
  | { readonly kind: 'post'; readonly items: readonly PreparedItem[]; readonly reserve: readonly PreparedItem[] }
  /** Posts it in order, without folding. */
  | { readonly kind: 'post-all' };

/**
 * Decides what to do with a backlog at `now`, the next attempt being possible at `nextSendAt`. What is red and worse than
 * what the group knows is not folded, but posted next.
 */
export function nextStep(
  { items, isWhole, isFoldable, isWorse }: Backlog,
  nextSendAt: number,
  now: number,
): BacklogStep {
  if (!items.every(isMergeable)) return { kind: 'post-all' };
  if (isWhole) {
    const atMs = nextSendAt - LET_IN_MS;
    return now < atMs ? { kind: 'let-in', atMs } : { kind: 'post', items, reserve: [] };
  }
  // Carriers that are full, or messages set aside, each of which goes alone.
  if (!isFoldable) return items.length > MAX_BATCH ? { kind: 'post', items, reserve: [] } : { kind: 'post-all' };
  // Its alarm may have been folded before, and must not come after it.
  const recoveries = items.filter(isRecovery);
  const others = items.filter((item) => !isRecovery(item));
  const worst = worstOf(others.map(({ notification }) => notification))?.severity;
  const isUrgent = worst !== undefined && isRed(worst) && isWorse(worst);
  if (worst === undefined || (!isUrgent && now + FOLD_MS < nextSendAt)) return { kind: 'fold' };
  return { kind: 'post', items: others, reserve: recoveries };
}

/** Returns true if an item may be shown with others: not a message of a caller's own making, and no part of a long text. */
function isMergeable({ notification: { kind, part } }: PreparedItem): boolean {
  return kind !== 'native' && part === undefined;
}

function isRecovery({ notification }: PreparedItem): boolean {
  return notification.severity === 'recovery';
}
