import type { Clock } from '../../src/base/clock.js';

/** Resolves after `ms`, or as soon as the signal is aborted. */
export function sleepUnless(signal: AbortSignal, ms: number, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      cancel();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const cancel = clock.after(ms, end);
    signal.addEventListener('abort', end);
  });
}
