import type { TickWords } from '../../text/watch-words.js';
import { type Ack, standingOf } from './ack.js';

/** The meaning of a tag for an alarm that is told again. */
export interface Holder {
  /** True if nobody is called. */
  readonly isTaken: boolean;
  /** Names the person who has it, or the fault of the tag that says so. May be empty. */
  readonly note: string;
}

/** Returns what a tag means for an alarm in trouble since a time. Who has it is named; nobody is called then. */
export function holderOf(ack: Ack | undefined, since: number, now: number, { watch }: TickWords): Holder {
  const standing = ack && standingOf(ack, since, now);
  if (ack === undefined || standing === 'older' || standing === 'over') return { isTaken: false, note: '' };
  if (standing === 'valid') return { isTaken: true, note: watch.has(ack.who) };
  return { isTaken: false, note: watch.tagWithoutTime(ack.who) };
}
