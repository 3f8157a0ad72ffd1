import { isObject, textAt } from '../base/json.js';

/** The heartbeats' message group on the queue. A robot's group is its name percent-encoded, so no robot has this one. */
export const HEARTBEAT_GROUP = '@heartbeat';

/** A sign of life, which goes the whole way of a message except for the post. */
export interface Heartbeat {
  /** When it began, milliseconds since 1970. */
  readonly at: number;
}

/**
 * Reads a heartbeat, as the scheduled rule writes it and as the queue holds it: `{"wecomrobot":"heartbeat","time":"2026-…"}`.
 * Returns `undefined` for anything else.
 */
export function readHeartbeat(value: unknown): Heartbeat | undefined {
  if (!isObject(value) || value['wecomrobot'] !== 'heartbeat') return undefined;
  const at = Date.parse(textAt(value, 'time') ?? '');
  return Number.isFinite(at) ? { at } : undefined;
}

/** Returns a heartbeat as the queue holds it. */
export function writeHeartbeat({ at }: Heartbeat): string {
  return JSON.stringify({ wecomrobot: 'heartbeat', time: new Date(at).toISOString() });
}
