import type { Clock } from '../../src/base/clock.js';
import type { Figures } from './ledger.js';

/** One row of the table: what was tried, and what came of it. */
export interface Row {
  readonly title: string;
  readonly figures: Figures;
  /** Another program posts with the same key, so that the posts in a minute are not only ours. */
  readonly isShared?: boolean;
}

/** What must hold, in words that give the value and the target, and whether it did. */
export type Checks = Readonly<Record<string, boolean>>;

/** What a scenario came to, and whether what must hold did. */
export interface ScenarioResult {
  /** One for each thing tried: robots side by side have one each. */
  readonly rows: readonly Row[];
  readonly checks: Checks;
}

export interface Scenario {
  readonly title: string;
  run(): Promise<ScenarioResult>;
}

/** Checks a figure against its target. */
export function atMost(what: string, value: number, limit: number, unit = ''): Checks {
  const rounded = Math.round(value * 10) / 10;
  return { [`${what}: ${rounded}${unit} (at most ${limit}${unit})`]: value <= limit };
}

/** Checks what holds for every row: nothing lost, and never over 20 posts of one key in any 60 seconds. */
export function invariantsOf(rows: readonly Row[]): Checks {
  const own = rows.filter(({ isShared = false }) => !isShared);
  const most = (all: readonly Row[], figureOf: (figures: Figures) => number): number =>
    Math.max(0, ...all.map(({ figures }) => figureOf(figures)));
  return {
    ...atMost(
      'lost',
      most(rows, ({ lost }) => lost.length),
      0,
    ),
    ...(own.length > 0 &&
      atMost(
        'posts of one key in any 60 s',
        most(own, ({ fastest }) => fastest),
        20,
      )),
  };
}

/** `#0042`. */
export function tokenOf(number: number): string {
  return `#${String(number).padStart(4, '0')}`;
}

export function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** The milliseconds of `count` minutes. */
export function minutes(count: number): number {
  return count * 60_000;
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
