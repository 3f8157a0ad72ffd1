import type { Clock } from './clock.js';

/** Creates a clock on which time passes only during a sleep, and then at once. @param start milliseconds since 1970. */
export function createInstantClock(start: number): Clock {
  let now = start;
  return {
    now: () => now,
    sleep: async (ms) => {
      now += ms;
    },
    after: () => () => {},
  };
}
