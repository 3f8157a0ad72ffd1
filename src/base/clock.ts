/** The only source of time, so that tests fake it and load tests scale it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms` milliseconds. */
  sleep(ms: number): Promise<void>;
  /** Calls back once after `ms` milliseconds; the returned function cancels. Does not keep the process alive. */
  after(ms: number, callback: () => void): () => void;
}

/** Real time. Reads the globals at each call, so that a preloaded module can scale them. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    timer.unref?.();
    return () => clearTimeout(timer);
  },
};
