import { createRequire, syncBuiltinESMExports } from 'node:module';
import { type Clock, systemClock } from '../../src/base/clock.js';

/** How often the event loop has to come round without anything to do before time goes on. */
const CALM_ROUNDS = 4;
/** Longest real time without a step, milliseconds: something then waits for what never comes. */
const STUCK_MS = 60_000;

/** Time that moves only when it is told to, for everything in this process. */
export interface SteppedTime {
  readonly clock: Clock;
  /**
   * Moves time on by `ms`: from one timer to the next, and never while something happens that takes no time.
   * @throws {Error} If that goes on for a minute of real time.
   */
  advance(ms: number): Promise<void>;
  /** Runs work, such as reading a file, during which time does not move. */
  hold<T>(work: () => Promise<T>): Promise<T>;
}

interface Timer {
  readonly at: number;
  readonly number: number;
  readonly run: () => void;
}

/**
 * Replaces this process's time, for good: `Date`, `performance.now`, and the timers of the globals and of `node:timers`.
 * Sockets' own timeouts, `setImmediate` and `node:timers/promises` stay real.
 * @param start milliseconds since 1970.
 * @param isBusy returns true while something happens that takes no time here: a call to a server in this process.
 */
export function stepTime(start: number, isBusy: () => boolean): SteppedTime {
  const realNow = Date.now.bind(Date);
  const timers = createTimers(start);
  replaceDate(timers.now);
  replaceTimers(timers);
  performance.now = () => timers.now() - start;
  let held = 0;

  /** Resolves once everything has happened that can happen now. */
  const settle = async (): Promise<void> => {
    const since = realNow();
    for (let calm = 0; calm < CALM_ROUNDS; ) {
      await new Promise((resolve) => setImmediate(resolve));
      calm = held > 0 || isBusy() ? 0 : calm + 1;
      if (realNow() - since > STUCK_MS)
        throw new Error(`Cannot move time as what happens must end: it goes on since ${new Date().toISOString()}`);
    }
  };
  return {
    clock: systemClock,
    advance: async (ms) => {
      const end = timers.now() + ms;
      await settle();
      while (timers.step(end)) await settle();
    },
    hold: async (work) => {
      held += 1;
      try {
        return await work();
      } finally {
        held -= 1;
      }
    },
  };
}

/** Timers, and the time they are set by. */
interface Timers {
  now(): number;
  set(ms: number, run: () => void): Timer;
  clear(timer: unknown): void;
  /** Goes to the next timer and runs it, or to `end` if none is due by then: false. */
  step(end: number): boolean;
}

function createTimers(start: number): Timers {
  const pending = new Set<Timer>();
  let now = start;
  let count = 0;
  const isBefore = (a: Timer, b: Timer): boolean => a.at < b.at || (a.at === b.at && a.number < b.number);
  return {
    now: () => now,
    set: (ms, run) => {
      count += 1;
      const timer = { at: now + Math.max(1, Math.ceil(ms) || 0), number: count, run };
      pending.add(timer);
      return timer;
    },
    clear: (timer) => void pending.delete(timer as Timer),
    step: (end) => {
      let next: Timer | undefined;
      for (const timer of pending) if (!next || isBefore(timer, next)) next = timer;
      const isDue = next !== undefined && next.at <= end;
      now = Math.max(now, isDue ? (next?.at ?? end) : end);
      if (!isDue || next === undefined) return false;
      pending.delete(next);
      next.run();
      return true;
    },
  };
}

function replaceDate(now: () => number): void {
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
    apply: () => new RealDate(now()).toString(),
    construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  });
  Object.defineProperty(RealDate.prototype, 'constructor', { value: globalThis.Date });
}

function replaceTimers(timers: Timers): void {
  const setTimeout = (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) =>
    handleOf(timers.set(ms, () => run(...given)));
  const clearTimeout = (handle: unknown): void => timers.clear(timerOf(handle));
  const replaced = { setTimeout, clearTimeout };
  Object.assign(createRequire(import.meta.url)('node:timers'), replaced);
  Object.assign(globalThis, replaced);
  syncBuiltinESMExports();
}

const TIMER = Symbol('timer');

/** Returns a timer as Node gives it. Whether it keeps the process alive does not matter here. */
function handleOf(timer: Timer): object {
  const handle = { [TIMER]: timer, ref: () => handle, unref: () => handle, hasRef: () => true };
  return handle;
}

function timerOf(handle: unknown): unknown {
  return typeof handle === 'object' && handle !== null && TIMER in handle ? handle[TIMER] : undefined;
}
