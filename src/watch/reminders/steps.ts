import type { Remind } from '../../routing/rule.js';
import { isIn, type Slot } from '../alarm/slot.js';

const HOUR_MS = 3_600_000;
/** The time after which an alarm is not told again unless a rule says otherwise, milliseconds: then only the summary tells it. */
export const DEFAULT_UNTIL_MS = 24 * HOUR_MS;

/** A step whose time has come. */
export interface DueStep {
  /** Its place in the list, counted from 0. */
  readonly index: number;
  /** Its time, milliseconds since 1970. */
  readonly at: number;
}

/**
 * Returns the last step whose time lies in a slot, for an alarm that has been in trouble since a time. Steps before the slot belong
 * to earlier ticks, told or not: what is passed is never told late.
 * @param since milliseconds since 1970.
 */
export function dueStep(steps: readonly Remind[], since: number, slot: Slot): DueStep | undefined {
  let last = since;
  const due: DueStep[] = [];
  for (const [index, step] of steps.entries()) {
    const at = 'afterMs' in step ? since + step.afterMs : repeatIn(step.everyMs, last, slot);
    const until = 'afterMs' in step ? at : since + (step.untilMs ?? DEFAULT_UNTIL_MS);
    if (isIn(at, slot) && at <= until) due.push({ index, at });
    if ('afterMs' in step) last = at;
  }
  return due.reduce<DueStep | undefined>((latest, one) => (latest && latest.at > one.at ? latest : one), undefined);
}

/** Returns the place of the last step whose time has come for the first time before `now`, or -1. */
export function lastPassed(steps: readonly Remind[], since: number, now: number): number {
  let last = since;
  let passed = -1;
  for (const [index, step] of steps.entries()) {
    const at = 'afterMs' in step ? since + step.afterMs : last + step.everyMs;
    if (at < now) passed = index;
    if ('afterMs' in step) last = at;
  }
  return passed;
}

/** Returns the first repeat at or after a slot's begin, of those that follow `from` at even distances. */
function repeatIn(everyMs: number, from: number, slot: Slot): number {
  const count = Math.max(1, Math.ceil((slot.from - from) / everyMs));
  return from + count * everyMs;
}
