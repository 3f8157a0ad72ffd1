import { isIn, type Slot } from './slot.js';

const HOUR_MS = 3_600_000;
/** The time after which an alarm is not told again unless a rule says otherwise, milliseconds: then only the summary tells it. */
export const DEFAULT_UNTIL_MS = 24 * HOUR_MS;

/** One entry of a rule's `remind`. */
export type Step<Call> =
  /** Told once, so long after the first ALARM. */
  | { readonly afterMs: number; readonly call?: Call }
  /** Told again and again, counted from the step before it, until so long after the first ALARM. */
  | { readonly everyMs: number; readonly untilMs?: number; readonly call?: Call };

/** A step whose time has come. */
export interface DueStep<Call> {
  /** Its place in the list, counted from 0. */
  readonly index: number;
  /** Its time, milliseconds since 1970. */
  readonly at: number;
  /** Those called by this step. Those of the steps before it are called too. */
  readonly call?: Call;
}

/**
 * Returns the last step whose time lies in a slot, for an alarm that has been in trouble since a time. Steps before the slot belong
 * to earlier ticks, told or not: what is passed is never told late.
 * @param since milliseconds since 1970.
 */
export function dueStep<Call>(steps: readonly Step<Call>[], since: number, slot: Slot): DueStep<Call> | undefined {
  let last = since;
  const due: DueStep<Call>[] = [];
  for (const [index, step] of steps.entries()) {
    const at = 'afterMs' in step ? since + step.afterMs : repeatIn(step.everyMs, last, slot);
    const until = 'afterMs' in step ? at : since + (step.untilMs ?? DEFAULT_UNTIL_MS);
    if (isIn(at, slot) && at <= until) due.push({ index, at, ...(step.call !== undefined && { call: step.call }) });
    if ('afterMs' in step) last = at;
  }
  return due.reduce<DueStep<Call> | undefined>(
    (latest, one) => (latest && latest.at > one.at ? latest : one),
    undefined,
  );
}

/** Returns the first repeat at or after a slot's begin, of those that follow `from` at even distances. */
function repeatIn(everyMs: number, from: number, slot: Slot): number {
  const count = Math.max(1, Math.ceil((slot.from - from) / everyMs));
  return from + count * everyMs;
}
