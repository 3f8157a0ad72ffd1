import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { promisify } from 'node:util';
import type { Timer, Timers } from './timers.js';

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

/** Replaces the global timers, and those of `node:timers`, by timers of a time that jumps. */
export function replaceTimers(timers: Timers): void {
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
