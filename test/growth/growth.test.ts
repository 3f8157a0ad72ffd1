import { beforeAll, describe, expect, test } from 'vitest';
import { readSamples } from '../../local/samples/samples.js';
import { leastCost } from './cpu-cost.js';
import { type Case, casesOf, slowestOf, wholeWay } from './slowest.js';

/** Each field meets one value of four; with `ALL_VALUES=true` all. */
const TURNS = process.env['ALL_VALUES'] === 'true' ? 1 : 4;
const RUNS = 5;
/** How often a growth is measured before it is believed. */
const TIMES = 8;
const SLOWEST = 40;
const SLOWEST_OF_EACH_VALUE = 3;

const SMALL = 25_600;
const MIDDLE = 40_000;
const LARGE = 256_000;
/** The longest time, in alarms from SNS rendered meanwhile, that the function may be kept busy by a size. */
const LIMITS = [
  { bytes: MIDDLE, alarms: 100 },
  { bytes: LARGE, alarms: 700 },
];
/** Ten times the bytes may cost ten times the time, and a tenth for what a larger heap costs. */
const MAX_GROWTH = 11;
/** A cost below this many alarms is too small for a ratio. */
const MIN_MEASURED = 0.5;

let alarmMs = 0;
let slowest: readonly Case[] = [];

async function costOf(tried: Case, bytes: number): Promise<number> {
  const event = tried.eventOf(bytes);
  return (await leastCost(RUNS, () => wholeWay(event))) / alarmMs;
}

/** Resolves to the ratio of two sizes' costs. A small one counts as {@link MIN_MEASURED} at least. */
async function growthOf(cost: (size: number) => Promise<number>, small: number, large: number): Promise<number> {
  let growth = Number.POSITIVE_INFINITY;
  // What grows too fast does so each time; what a busy machine disturbs does not.
  for (let time = 0; time < TIMES && growth > MAX_GROWTH; time += 1) {
    const [least, most] = [await cost(small), await cost(large)];
    growth = Math.min(growth, most / Math.max(least, MIN_MEASURED));
  }
  return growth;
}

beforeAll(async () => {
  const samples = (await readSamples()).flatMap((folder) => folder.samples);
  const alarm = samples.find(({ file }) => file === 'cloudwatch-sns/metric-alarm.json')?.event;
  const many = async (): Promise<void> => {
    for (let index = 0; index < 100; index += 1) await wholeWay(alarm);
  };
  await many();
  alarmMs = (await leastCost(RUNS, many)) / 100;
  const cases = await casesOf(TURNS);
  slowest = await slowestOf(cases, MIDDLE, SLOWEST, SLOWEST_OF_EACH_VALUE);
  console.log(`${cases.length} cases; an alarm from SNS takes ${alarmMs.toFixed(3)} ms`);
}, 1_200_000);

describe('the slowest values, of all tried in every field of every sample', () => {
  test.each(LIMITS)('$bytes bytes take at most $alarms times an alarm from SNS', async ({ bytes, alarms }) => {
    const costs = [];
    for (const tried of slowest) costs.push({ name: tried.name, alarms: Math.round(await costOf(tried, bytes)) });
    costs.sort((a, b) => b.alarms - a.alarms);
    console.log(
      `${bytes} bytes, in alarms:\n${costs
        .slice(0, 5)
        .map((cost) => `${cost.alarms} ${cost.name}`)
        .join('\n')}`,
    );
    expect(costs.filter((cost) => cost.alarms > alarms)).toEqual([]);
  });

  test(`ten times the bytes take at most ${MAX_GROWTH} times the time`, async () => {
    const grown = [];
    for (const tried of slowest) {
      grown.push({ name: tried.name, growth: await growthOf((bytes) => costOf(tried, bytes), SMALL, LARGE) });
    }
    grown.sort((a, b) => b.growth - a.growth);
    console.log(
      `growth:\n${grown
        .slice(0, 5)
        .map(({ name, growth }) => `${growth.toFixed(1)} ${name}`)
        .join('\n')}`,
    );
    expect(grown.filter(({ growth }) => growth > MAX_GROWTH)).toEqual([]);
  });
});

describe('growthOf', () => {
  /** Looks at each pair of characters. */
  async function square(length: number): Promise<number> {
    let equal = 0;
    for (let first = 0; first < length; first += 1) {
      for (let second = 0; second < length; second += 1) if (first % 7 === second % 11) equal += 1;
    }
    return equal;
  }

  test('finds what takes square time', async () => {
    expect(await growthOf((length) => leastCost(RUNS, () => square(length)), 800, 8000)).toBeGreaterThan(MAX_GROWTH);
  });
});
