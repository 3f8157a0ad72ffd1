/**
 * The way a robot's minute is counted. WeCom does not document whether its window slides or follows the clock, so a
 * sender has to respect either. `both` refuses if either is full, `off` never does.
 */
export type WindowKind = 'sliding' | 'fixed' | 'both' | 'off';

/** One minute in milliseconds: the only window WeCom documents for robots. */
export const WINDOW_MS = 60_000;

/** Returns the calls in the 60 seconds that end now. A call exactly 60 seconds old no longer counts. */
function callsInSlidingMinute(calls: readonly number[], now: number): number {
  return calls.filter((at) => at > now - WINDOW_MS && at <= now).length;
}

/** Returns the calls since the clock's last full minute. */
function callsInClockMinute(calls: readonly number[], now: number): number {
  const start = Math.floor(now / WINDOW_MS) * WINDOW_MS;
  return calls.filter((at) => at >= start && at <= now).length;
}

const COUNTERS: Readonly<Record<WindowKind, readonly ((calls: readonly number[], now: number) => number)[]>> = {
  sliding: [callsInSlidingMinute],
  fixed: [callsInClockMinute],
  both: [callsInSlidingMinute, callsInClockMinute],
  off: [],
};

/**
 * Returns the number of `calls` (milliseconds since 1970) in the window that contains `now`; the larger number for
 * `both`.
 */
export function callsInWindow(kind: WindowKind, calls: readonly number[], now: number): number {
  return Math.max(0, ...COUNTERS[kind].map((count) => count(calls, now)));
}

/** Returns the calls that can still matter to a window at `now` or later. */
export function withinWindow(calls: readonly number[], now: number): readonly number[] {
  return calls.filter((at) => at > now - WINDOW_MS);
}
