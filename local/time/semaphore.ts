/** Runs work when its turn comes. */
export type Semaphore = <T>(work: () => Promise<T>) => Promise<T>;

/** At most `size` at a time, the others after them in the order they came. */
export function createSemaphore(size: number): Semaphore {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= size) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
