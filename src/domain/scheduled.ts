import { isObject, textAt } from '../base/json.js';

/**
 * Returns the time of an event of a scheduled rule of ours, `{"wecomrobot":"tick","time":"2026-…"}`, milliseconds since 1970.
 * `undefined` for anything else.
 */
export function scheduledTime(value: unknown, kind: 'heartbeat' | 'tick'): number | undefined {
  if (!isObject(value) || value['wecomrobot'] !== kind) return undefined;
  const at = Date.parse(textAt(value, 'time') ?? '');
  return Number.isFinite(at) ? at : undefined;
}
