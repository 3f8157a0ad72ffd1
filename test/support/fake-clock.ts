import type { Clock } from '../../src/base/clock.js';

/** A clock that stands still until it is moved. */
export interface FakeClock extends Clock {
  /** Moves time on and lets what is due run, earliest first. */
  advance(ms: number): Promise<void>;
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** Starts at `start` milliseconds since 1970. Sleepers wake only by `advance`. */
export function createFakeClock(start = Date.UTC(2026, 10, 22, 4, 0, 0)): FakeClock {
  let now = start;
  let timers: Timer[] = [];

  const after = (ms: number, callback: () => void): (() => void) => {
    const timer = { at: now + Math.max(0, ms), callback };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };

  /** Lets everything that already can run do so. */
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 60; turn++) await Promise.resolve();
  };

  return {
    now: () => now,
    after,
    sleep: (ms) => new Promise((resolve) => after(ms, resolve)),
    advance: async (ms) => {
      const end = now + ms;
      await settle();
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        now = next.at;
        next.callback();
        await settle();
      }
      now = end;
      await settle();
    },
  };
}
