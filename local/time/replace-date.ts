import { performance } from 'node:perf_hooks';
import { realTime } from './real-time.js';
import { timedPart } from './timed-part.js';
import type { Timers } from './timers.js';

/** Replaces `Date` and `performance.now` by the clock of a time that jumps. A part of the process may be behind it. */
export function replaceDate(timers: Timers): void {
  const now = (): number => timers.now - (timedPart.getStore()?.behindMs(timers.now) ?? 0);
  globalThis.Date = new Proxy(realTime.Date, {
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
    apply: () => new realTime.Date(now()).toString(),
    construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  });
  const start = timers.now;
  performance.now = () => timers.now - start;
}
