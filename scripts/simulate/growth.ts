import { leastCost } from '../../test/growth/cpu-cost.js';
import { textTable } from '../routes-report/text-table.js';
import { GROWTH_WORK, type GrowthWork } from './growth-work.js';

/** Ten times the work may take ten times the time, and a tenth for what a larger heap costs. */
const MAX_GROWTH = 11;
/** Growth that no busy machine makes of a linear step; a square one has 100. Above, the measurement fails. */
const FAILING_GROWTH = 40;
/** Rounds of which the fastest counts: what disturbs a round only adds to it. */
const ROUNDS = 4;
/** Tries before a growth is believed: what grows too fast does so each time. */
const TRIES = 4;
/** Least CPU time of a round, milliseconds: a short one would meet nothing that disturbs a long one. */
const ROUND_MS = 25;
const SIZES = [1, 10, 100] as const;

/** How the time of a step grows from one size of its work to ten times that. */
export interface Growth {
  readonly step: string;
  readonly of: string;
  /** CPU time in milliseconds at 1, 10 and 100 times the work. */
  readonly ms: readonly number[];
  /** From 1 to 10 times, and from 10 to 100 times. */
  readonly factors: readonly number[];
}

/** Measures every step. */
export async function measureGrowth(): Promise<readonly Growth[]> {
  const rows: Growth[] = [];
  for (const work of GROWTH_WORK) rows.push(await growthOf(work));
  return rows;
}

async function growthOf({ step, of, make }: GrowthWork): Promise<Growth> {
  const works = SIZES.map((size) => make(size));
  const least = SIZES.map(() => Number.POSITIVE_INFINITY);
  const factors = (): number[] => least.slice(1).map((ms, index) => ms / (least[index] ?? ms));
  for (let turn = 0; turn < TRIES; turn += 1) {
    for (const [index, work] of works.entries()) least[index] = Math.min(least[index] ?? 0, await leastOf(work));
    if (turn > 0 && factors().every((factor) => factor <= MAX_GROWTH)) break;
  }
  return { step, of, ms: least, factors: factors() };
}

/** Resolves to the least CPU time of one run, milliseconds: other programs on the machine do not count. */
async function leastOf(work: () => unknown): Promise<number> {
  const times = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1) await work();
  };
  const once = await leastCost(2, () => times(1));
  const repeats = Math.max(1, Math.ceil(ROUND_MS / Math.max(once, 0.002)));
  return (await leastCost(ROUNDS, () => times(repeats))) / repeats;
}

/** Returns the table of growths. */
export function growthTable(rows: readonly Growth[]): readonly string[] {
  return textTable(
    ['step', 'of', 'ms at 1x', '10x', '100x', '10x / 1x', '100x / 10x', ''],
    rows.map(({ step, of, ms, factors }) => [
      step,
      of,
      ...ms.map((value) => value.toFixed(3)),
      ...factors.map((factor) => factor.toFixed(1)),
      factors.some((factor) => factor > MAX_GROWTH) ? `more than ${MAX_GROWTH}` : '',
    ]),
  );
}

/** Returns what grows faster than its work. */
export function growthFaults(rows: readonly Growth[]): readonly string[] {
  return rows.flatMap(({ step, of, factors }) =>
    factors.some((factor) => factor > FAILING_GROWTH)
      ? [
          `${step}, ${of}: ten times the work take ${Math.max(...factors).toFixed(1)} times the time, at most ${FAILING_GROWTH}`,
        ]
      : [],
  );
}
