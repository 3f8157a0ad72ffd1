import type { Clock } from '../../src/base/clock.js';
import type { Figures } from './load-bench.js';

/** What a scenario came to, and whether what must hold did. */
export interface ScenarioResult {
  readonly figures: Figures;
  /** What must hold, in words, and whether it did. */
  readonly checks: Readonly<Record<string, boolean>>;
}

export interface Scenario {
  readonly title: string;
  /** How many times as fast as real time it runs: 20 at most, less where milliseconds of this machine would count. */
  readonly scale: number;
  /** Longest run on this machine, milliseconds. Anything longer hangs. Default 150,000. */
  readonly maxMs?: number;
  run(): Promise<ScenarioResult>;
}

/** `#0042`. */
export function tokenOf(number: number): string {
  return `#${String(number).padStart(4, '0')}`;
}

export function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Does something with each, evenly over `overMs`; resolves when all is done. */
export async function spread<T>(
  items: readonly T[],
  overMs: number,
  clock: Clock,
  each: (item: T) => Promise<void>,
): Promise<void> {
  const start = clock.now();
  const running = items.map(async (item, index) => {
    await clock.sleep(start + (index * overMs) / items.length - clock.now());
    await each(item);
  });
  await Promise.all(running);
}
