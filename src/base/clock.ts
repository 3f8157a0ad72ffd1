/** The only source of time, so that tests can fake it and load tests can scale it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms` milliseconds. */
  sleep(ms: number): Promise<void>;
  /** Calls back once after `ms` milliseconds. Returns a function that cancels it. Does not keep the process alive. */
  after(ms: number, callback: () => void): () => void;
}

/** Real time. Reads the globals on each call, so that a preloaded module can scale them. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    timer.unref?.();
    return () => clearTimeout(timer);
  },
};

/**
 * Returns true if `then` is at most `ms` milliseconds before `now`. A later `then` was noted before the clock was set
 * back: it is not recent, or what waits for it would wait as long as the clock was ahead.
 */
export function isRecent(then: number, ms: number, now: number): boolean {
  return then <= now && now - then < ms;
}
