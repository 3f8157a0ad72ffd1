import { isObject, textAt } from '../base/json.js';

/** A scheduled moment at which what stays in ALARM is told again. */
export interface Tick {
  /** The schedule's own time, the same in every repeat, milliseconds since 1970. */
  readonly at: number;
}

/** Reads a tick, as the scheduled rule writes it: `{"wecomrobot":"tick","time":"2026-…"}`. `undefined` for anything else. */
export function readTick(value: unknown): Tick | undefined {
  if (!isObject(value) || value['wecomrobot'] !== 'tick') return undefined;
  const at = Date.parse(textAt(value, 'time') ?? '');
  return Number.isFinite(at) ? { at } : undefined;
}
