import type { Clock } from './clock.js';

/**
 * Returns a clock that goes on where the given one is set back, so that no wait or limit computed before becomes longer.
 * It stays ahead from then on: use it for one piece of work, not for the life of a process.
 */
export function createSteadyClock(clock: Clock): Clock {
  let last = clock.now();
  let aheadMs = 0;
  return {
    ...clock,
    now: () => {
      const now = clock.now();
      if (now < last) aheadMs += last - now;
      last = now;
      return now + aheadMs;
    },
  };
}
