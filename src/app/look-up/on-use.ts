import type { Clock } from '../../base/clock.js';
import type { Log } from '../../base/log.js';
import { once } from '../../base/once.js';

/**
 * Resolves to what is loaded on use, or to `undefined` if it is not there within `waitMs` milliseconds. Without time to wait
 * nothing is loaded. Never rejects.
 */
export type OnUse<T> = (waitMs: number) => Promise<T | undefined>;

/**
 * Creates the loader of something that few messages need: once, whatever comes of it.
 * @param message the line of the log if it cannot be loaded.
 */
export function createOnUse<T>(
  load: () => Promise<T>,
  message: string,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): OnUse<T> {
  let loaded: T | undefined;
  const begin = once(async () => {
    try {
      loaded = await load();
    } catch (error) {
      log.write('warn', message, { reason: String(error) });
    }
  });
  return async (waitMs) => {
    if (loaded !== undefined || waitMs <= 0) return loaded;
    await new Promise<void>((resolve) => {
      const cancel = clock.after(waitMs, resolve);
      void begin().then(() => {
        cancel();
        resolve();
      });
    });
    return loaded;
  };
}
