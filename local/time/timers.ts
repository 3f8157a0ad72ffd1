import { type TimedPart, timedPart } from './timed-part.js';

const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** A timer that has not fired. */
export interface Timer {
  readonly at: number;
  /** Timers of one moment fire in the order in which they were started. */
  readonly number: number;
  readonly fire: () => void;
  readonly part: TimedPart | undefined;
}

/** The timers of a time that jumps from each to the next. */
export class Timers {
  #now: number;
  #numbers = 0;
  #pending = new Set<Timer>();

  constructor(start: number) {
    this.#now = start;
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.#now;
  }

  /** The number of timers that have not fired. */
  get pending(): number {
    return this.#pending.size;
  }

  /** Starts a timer. A delay that is no number counts as none. */
  add(delay: unknown, fire: () => void): Timer {
    const ms = Math.min(Math.max(Number(delay) || 0, 0), LONGEST_DELAY_MS);
    // Node's own timers take a millisecond at least.
    const at = Math.ceil(this.#now + Math.max(ms, 1));
    this.#numbers += 1;
    const part = timedPart.getStore();
    const timer = { at, number: this.#numbers, fire, part };
    this.#pending.add(timer);
    part?.onTimer();
    return timer;
  }

  remove(timer: Timer): void {
    this.#pending.delete(timer);
  }

  /** Jumps to the next timer and fires it. Returns false if there is none. */
  step(): boolean {
    let next: Timer | undefined;
    for (const timer of this.#pending) {
      if (timer.part?.isDead) this.#pending.delete(timer);
      else if (!next || timer.at < next.at || (timer.at === next.at && timer.number < next.number)) next = timer;
    }
    if (!next) return false;
    this.#pending.delete(next);
    this.#now = Math.max(this.#now, next.at);
    next.fire();
    return true;
  }
}
