/** Node's own timers and `Date`, whatever replaces the global ones later. */
export const realTime = { setTimeout, setImmediate, Date };

/** Resolves after so many milliseconds of real time. */
export function realMs(ms: number): Promise<void> {
  return new Promise((resolve) => realTime.setTimeout(resolve, ms));
}
