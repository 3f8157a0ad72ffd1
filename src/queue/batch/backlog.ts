import { isRed } from '../../domain/severity.js';
import { mostUrgentOf, type Urgency } from '../../text/severity.js';
import { LET_IN_MS } from '../lane/lane.js';
import { isSetAside } from '../message/attempts.js';
import { MAX_BATCH, type PreparedItem } from '../message/item.js';

/** Time that folding a batch and receiving the next one takes, milliseconds: with less until the next post it is posted. */
const FOLD_MS = 150;

/** Number of times recoveries are sent to the end of their group though that makes them no fewer messages. */
const MAX_MOVES = 100;

/** One group's part of a batch, behind which more waits or was waiting. */
export interface Backlog {
  readonly items: readonly PreparedItem[];
  /** True if it is all that waits in its group. If not, it may be posted ahead of items that were folded before. */
  readonly isWhole: boolean;
  /** True if folding makes fewer queue messages of it. */
  readonly isFoldable: boolean;
  /** Number of times the one that moved most often was sent to the end of its group. */
  readonly sentOn: number;
  /** True if other messages of it will never be shown, or cannot be now: they are seen to before anything is folded. */
  readonly hasOthers: boolean;
  /** Returns true if nothing as urgent was shown to the group in the last minute. */
  readonly isWorse: (urgency: Urgency) => boolean;
}

/** The next step with a backlog. */
export type BacklogStep =
  /** Folds it at once. */
  | { readonly kind: 'fold' }
  /** Folds it at this time, if more has come until then. If not, it is posted. */
  | { readonly kind: 'let-in'; readonly atMs: number }
  /** Posts some of it at the next time for an attempt, and folds the rest. */
  | { readonly kind: 'post'; readonly items: readonly PreparedItem[]; readonly reserve: readonly PreparedItem[] }
  /** Posts these in order, without folding, and leaves the rest to a later batch. */
  | { readonly kind: 'post-all'; readonly items: readonly PreparedItem[]; readonly reserve: readonly PreparedItem[] };

/**
 * Decides what to do with a backlog at `now`, the next attempt being possible at `nextSendAt`. What is red and worse than
 * what the group knows is not folded, but posted next. Recoveries are posted only along with all that waits: their alarms
 * may have been folded before, and must not come after them.
 */
export function nextStep(backlog: Backlog, nextSendAt: number, now: number): BacklogStep {
  const { items, isWhole, hasOthers } = backlog;
  const isPlain = !hasOthers && items.every(isMergeable);
  if (!isWhole) return stepAmongMore(backlog, isPlain, nextSendAt, now);
  if (!isPlain) return { kind: 'post-all', items: [...withoutRecoveries(items), ...recoveriesOf(items)], reserve: [] };
  const atMs = nextSendAt - LET_IN_MS;
  return now < atMs ? { kind: 'let-in', atMs } : { kind: 'post', items, reserve: [] };
}

/** Decides what to do with a batch behind which more waits. */
function stepAmongMore(
  { items, isFoldable, sentOn, hasOthers, isWorse }: Backlog,
  isPlain: boolean,
  nextSendAt: number,
  now: number,
): BacklogStep {
  const others = withoutRecoveries(items);
  const reserve = recoveriesOf(items);
  if (hasOthers) return { kind: 'post-all', items: others, reserve };
  // Recoveries alone have all alarms before them once they are at the end. In carriers that are full they could move forever.
  if (others.length === 0 && (isFoldable || (reserve.length > 0 && sentOn < MAX_MOVES))) return { kind: 'fold' };
  if (others.length === 0) return { kind: 'post', items, reserve: [] };
  // Carriers that are full, or messages set aside, each of which goes alone.
  const isFew = !isFoldable && items.length <= MAX_BATCH;
  if (!isPlain || isFew) return { kind: 'post-all', items: others, reserve };
  const worst = mostUrgentOf(others.map(({ notification }) => notification));
  const isUrgent = worst !== undefined && isRed(worst.severity) && isWorse(worst);
  if (isFoldable && !isUrgent && now + FOLD_MS < nextSendAt) return { kind: 'fold' };
  return { kind: 'post', items: others, reserve };
}

/** Returns true if an item may be shown with others: not a message of a caller's own making, and no part of a long text. */
function isMergeable({ notification: { kind, part } }: PreparedItem): boolean {
  return kind !== 'native' && part === undefined;
}

/** Returns the recoveries. One that was set aside was posted before, when its turn had come. */
function recoveriesOf(items: readonly PreparedItem[]): readonly PreparedItem[] {
  return items.filter(isRecovery);
}

function withoutRecoveries(items: readonly PreparedItem[]): readonly PreparedItem[] {
  return items.filter((item) => !isRecovery(item));
}

function isRecovery({ notification, attempts }: PreparedItem): boolean {
  return notification.severity === 'recovery' && !isSetAside(attempts);
}
