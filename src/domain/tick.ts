import { scheduledTime } from './scheduled.js';

/** A scheduled moment at which what stays in ALARM is told again. */
export interface Tick {
  /** The schedule's own time, the same in every repeat, milliseconds since 1970. */
  readonly at: number;
}

/** Reads a tick, as the scheduled rule writes it: `{"wecomrobot":"tick","time":"2026-…"}`. `undefined` for anything else. */
export function readTick(value: unknown): Tick | undefined {
  const at = scheduledTime(value, 'tick');
  return at === undefined ? undefined : { at };
}
