import type { Clock } from '../../src/base/clock.js';

interface Timer {
  readonly at: number;
  /** Timers of one moment fire in the order in which they were started. */
  readonly number: number;
  readonly fire: () => void;
  isCancelled: boolean;
}

/** A clock that stands still while anything is done, and then jumps to the next timer. */
export interface JumpingClock extends Clock {
  /** Runs work to its end. Rejects as it does, or if it waits for something that will never happen. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Creates a clock for what waits for nothing but this clock. Unlike `local/time/jumping-time.ts` it replaces no timers and watches
 * no connections, so that a month of a million messages takes minutes.
 * @param start milliseconds since 1970.
 */
export function createJumpingClock(start: number): JumpingClock {
  const timers = new TimerHeap();
  let now = start;
  let numbers = 0;
  const add = (ms: number, fire: () => void): Timer => {
    numbers += 1;
    const timer = { at: now + Math.max(0, Math.ceil(ms)), number: numbers, fire, isCancelled: false };
    timers.push(timer);
    return timer;
  };
  return {
    now: () => now,
    sleep: (ms) => new Promise((resolve) => void add(ms, resolve)),
    after: (ms, callback) => {
      const timer = add(ms, callback);
      return () => {
        timer.isCancelled = true;
      };
    },
    run: async (work) => {
      let isOver = false;
      const result = work().finally(() => {
        isOver = true;
      });
      // Whoever awaits it hears of its failure.
      result.catch(() => {});
      for (;;) {
        // All that is left to do now is in promises, which are settled before the event loop goes on.
        await new Promise((resolve) => setImmediate(resolve));
        if (isOver) return result;
        const timer = timers.pop();
        if (!timer) throw new Error('Cannot go on as nothing is left to wait for');
        now = timer.at;
        timer.fire();
      }
    },
  };
}

/** Timers by their time, the next one first. */
class TimerHeap {
  readonly #timers: Timer[] = [];

  push(timer: Timer): void {
    let index = this.#timers.push(timer) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#isBefore(index, parent)) return;
      this.#swap(index, parent);
      index = parent;
    }
  }

  /** Takes the next timer that was not cancelled. */
  pop(): Timer | undefined {
    for (;;) {
      const [next] = this.#timers;
      const last = this.#timers.pop();
      if (!next || !last) return undefined;
      if (next !== last) {
        this.#timers[0] = last;
        this.#sink();
      }
      if (!next.isCancelled) return next;
    }
  }

  #sink(): void {
    for (let index = 0; ; ) {
      const [left, right] = [2 * index + 1, 2 * index + 2];
      const child = this.#isBefore(right, left) ? right : left;
      if (!this.#isBefore(child, index)) return;
      this.#swap(index, child);
      index = child;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const [first, second] = [this.#timers[one], this.#timers[other]];
    if (!first || !second) return first !== undefined;
    return first.at < second.at || (first.at === second.at && first.number < second.number);
  }

  #swap(one: number, other: number): void {
    const [first, second] = [this.#timers[one], this.#timers[other]];
    if (!first || !second) return;
    this.#timers[one] = second;
    this.#timers[other] = first;
  }
}
