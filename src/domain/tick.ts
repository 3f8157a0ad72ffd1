import { scheduledTime } from './scheduled.js';

/** A scheduled moment at which what stays in ALARM is told again. */
export interface Tick {
  /** The schedule's own time, the same in every repeat, milliseconds since 1970. */
  readonly at: number;
}

/** A try at this age is taken for the last, milliseconds. */
const LAST_TRY_AFTER_MS = 150_000;

/**
 * Returns true if Lambda tries a tick no more, by its age: it makes three tries, one and two minutes apart. If the first comes as late, a
 * tick that is told after all may be counted as lost.
 * @param ageMs milliseconds since the tick's own time.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export function isLastTry(ageMs: number): boolean {
  return ageMs >= LAST_TRY_AFTER_MS;
}

/** Reads a tick, as the scheduled rule writes it: `{"wecomrobot":"tick","time":"2026-…"}`. `undefined` for anything else. */
export function readTick(value: unknown): Tick | undefined {
  const at = scheduledTime(value, 'tick');
  return at === undefined ? undefined : { at };
}
