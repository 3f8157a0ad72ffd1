import { scheduledTime } from './scheduled.js';

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
  const at = scheduledTime(value, 'heartbeat');
  return at === undefined ? undefined : { at };
}

/** Returns a heartbeat as the queue holds it. */
export function writeHeartbeat({ at }: Heartbeat): string {
  return JSON.stringify({ wecomrobot: 'heartbeat', time: new Date(at).toISOString() });
}
