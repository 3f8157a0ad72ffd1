import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';

/** A part of this process with a life and a clock of its own, as a Lambda environment has. */
export interface TimedPart {
  /** True once it is dead: none of its timers fires. */
  readonly isDead: boolean;
  /** Its clock is behind by so much at `now`, milliseconds. */
  behindMs(now: number): number;
  /** Called with each timer that it starts. */
  onTimer(): void;
}

/** The part that runs now. Its timers are its own, also those that it starts later. */
export const timedPart = new AsyncLocalStorage<TimedPart>();

let holds = 0;

/**
 * Keeps time from passing while something is done that the event loop does not show, like the import of a module.
 * Returns a function that ends this.
 */
export function holdTime(): () => void {
  let isHeld = true;
  holds += 1;
  return () => {
    if (isHeld) holds -= 1;
    isHeld = false;
  };
}

/** Rounds of the event loop without an event after which nothing more happens now. */
const QUIET_ROUNDS = 4;
/** Rounds without an event after which the process sleeps between two looks. */
const ROUNDS_AWAKE = 60;
/** Real time between two looks at what the event loop does not tell, and the longest wait for it, milliseconds. */
const LOOK_EVERY_MS = 1;
const MAX_REAL_WAIT_MS = 10_000;
const LONGEST_DELAY_MS = 2 ** 31 - 1;

interface Timer {
  readonly at: number;
  /** Timers of one moment fire in the order in which they were started. */
  readonly number: number;
  readonly fire: () => void;
  readonly part: TimedPart | undefined;
}

/** Time that stands still while anything is done, and then jumps to the next timer. */
export interface JumpingTime {
  /** Runs work to its end. Rejects as it does, or if it waits for something that will never happen. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Returns what it waits for, in a line, for a run that does not end. */
  describe(): string;
}

const real = { setTimeout, setImmediate, Date, now: performance.now.bind(performance) };

/** Resolves after one round of the event loop, to the number of events that the loop has had since the start. */
async function oneRound(): Promise<number> {
  await new Promise((resolve) => real.setImmediate(resolve));
  return performance.nodeTiming.uvMetricsInfo.events;
}

/** Returns true while files are read or names looked up, of which the event loop hears only the end. */
function isElsewhere(isBusy: () => boolean): boolean {
  return (
    isBusy() ||
    holds > 0 ||
    process.getActiveResourcesInfo().some((name) => /^(?:FSReq|CloseReq|GetAddrInfo)/.test(name))
  );
}

const realMs = (ms: number): Promise<unknown> => new Promise((resolve) => real.setTimeout(resolve, ms));

/** Resolves once nothing is under way in this process but timers. */
async function untilQuiet(isBusy: () => boolean): Promise<void> {
  let events = performance.nodeTiming.uvMetricsInfo.events;
  for (let quiet = 0; quiet < QUIET_ROUNDS || isElsewhere(isBusy); quiet += 1) {
    // What is on its way arrives within a few rounds; what takes longer is waited for asleep.
    if (quiet > ROUNDS_AWAKE) await realMs(LOOK_EVERY_MS);
    const next = await oneRound();
    if (next !== events) quiet = -1;
    events = next;
  }
}

class Timers {
  #now: number;
  #numbers = 0;
  #pending = new Set<Timer>();

  constructor(start: number) {
    this.#now = start;
  }

  get now(): number {
    return this.#now;
  }

  get pending(): number {
    return this.#pending.size;
  }

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

/** A timer as `setTimeout` returns it. */
class Handle {
  #timer: Timer | undefined;
  readonly #start: () => Timer;
  readonly #timers: Timers;

  constructor(timers: Timers, start: () => Timer) {
    this.#timers = timers;
    this.#start = start;
    this.#timer = start();
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return true;
  }

  refresh(): this {
    this.close();
    this.#timer = this.#start();
    return this;
  }

  close(): this {
    if (this.#timer) this.#timers.remove(this.#timer);
    this.#timer = undefined;
    return this;
  }
}

type Callback = (...given: readonly unknown[]) => void;

function replaceTimers(timers: Timers): void {
  const bound = (callback: Callback, given: readonly unknown[]): (() => void) =>
    AsyncLocalStorage.bind(() => callback(...given));
  const setTimeout = (callback: Callback, delay?: unknown, ...given: readonly unknown[]): Handle => {
    const fire = bound(callback, given);
    return new Handle(timers, () => timers.add(delay, fire));
  };
  const setInterval = (callback: Callback, delay?: unknown, ...given: readonly unknown[]): Handle => {
    const run = bound(callback, given);
    const handle: Handle = new Handle(timers, () =>
      timers.add(delay, () => {
        handle.refresh();
        run();
      }),
    );
    return handle;
  };
  Object.assign(setTimeout, {
    [promisify.custom]: (delay: unknown, value: unknown) =>
      new Promise((resolve) => setTimeout(() => resolve(value), delay)),
  });
  const realClear = globalThis.clearTimeout;
  const clear = (handle: unknown): void => {
    if (handle instanceof Handle) handle.close();
    else realClear(handle as NodeJS.Timeout);
  };
  const replaced = { setTimeout, setInterval, clearTimeout: clear, clearInterval: clear };
  Object.assign(createRequire(import.meta.url)('node:timers'), replaced);
  Object.assign(globalThis, replaced);
  syncBuiltinESMExports();
}

function replaceDate(timers: Timers): void {
  const now = (): number => timers.now - (timedPart.getStore()?.behindMs(timers.now) ?? 0);
  globalThis.Date = new Proxy(real.Date, {
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
    apply: () => new real.Date(now()).toString(),
    construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  });
  const start = timers.now;
  performance.now = () => timers.now - start;
}

/**
 * Makes this process's time a jumping one: `Date`, `performance.now` and the global timers, for all that
 * runs in it. Whatever the machine is busy with, no time passes while anything is done. What uses Node's own timers
 * (`node:timers/promises`, the timeouts of sockets) keeps real time.
 * @param isBusy returns true while something is on its way that the event loop hears of only when it arrives.
 * @param start the time at which it begins, milliseconds since 1970. Default now.
 */
export function startJumpingTime(isBusy: () => boolean = () => false, start = real.Date.now()): JumpingTime {
  const timers = new Timers(start);
  replaceTimers(timers);
  replaceDate(timers);
  const startedAt = timers.now;
  return {
    describe: () => {
      const resources = [...new Set(process.getActiveResourcesInfo())].join(', ');
      const traffic = isBusy() ? 'something is on its way' : 'nothing is on its way';
      const minutes = Math.round((timers.now - startedAt) / 60_000);
      return `${minutes} min have passed, ${timers.pending} timers, ${holds} holds, ${traffic}; open: ${resources}`;
    },
    run: async (work) => {
      let isOver = false;
      const result = work().finally(() => {
        isOver = true;
      });
      // Whoever awaits it hears of its failure.
      result.catch(() => {});
      for (let waitedMs = 0; waitedMs < MAX_REAL_WAIT_MS; ) {
        await untilQuiet(isBusy);
        if (isOver) return result;
        if (timers.step()) waitedMs = 0;
        else {
          await realMs(LOOK_EVERY_MS);
          waitedMs += LOOK_EVERY_MS;
        }
      }
      throw new Error('Cannot go on as nothing is left to wait for');
    },
  };
}
