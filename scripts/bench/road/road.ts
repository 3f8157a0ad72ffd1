import { RULES } from '../../../deploy/setting-rules.js';
import type { Bench } from '../bench.js';
import { type CpuQuota, createCpuQuota } from '../cpu-quota.js';
import type { Figure, SkippedFigure } from '../figure.js';
import { median, medianRatio, ms } from '../statistics.js';
import { nextAlarmEvent } from '../subjects/samples.js';
import { buildEarlier, EARLIER } from './earlier.js';
import { type LegTimes, measureLeg } from './leg.js';

const ROUNDS = 15;
const MEGABYTE = 1024 ** 2;
/** The memory with which the earlier functions were deployed, MB. */
const EARLIER_MB = { notify: 256, deliver: 256 } as const;
const DEFAULT_MB = { notify: RULES.notifyMemorySize.default, deliver: RULES.deliverMemorySize.default };

type FunctionName = 'notify' | 'deliver';

/** A pair of functions as it is deployed. */
interface Deployed {
  readonly bundles: Readonly<Record<FunctionName, string>>;
  readonly memoryMb: Readonly<Record<FunctionName, number>>;
  /** Variables beside those that all have. */
  readonly env?: Readonly<Record<string, string>>;
  /** The door takes tokens, for which `notify` reads the secret. */
  readonly hasTokens?: boolean;
}

/** Times of the road from an alarm to the group: those of its two functions, the one after the other. */
interface RoadTimes extends Readonly<Record<FunctionName, LegTimes>> {
  readonly wholeMs: number;
}

async function goRoad(
  { node, outside }: Bench,
  quotas: ReadonlyMap<number, CpuQuota>,
  deployed: Deployed,
): Promise<RoadTimes> {
  const { bundles, memoryMb, env, hasTokens } = deployed;
  const { ROBOT_SECRET_ID = '', ...common } = outside.environments.deployed;
  const secret = { ROBOT_SECRET_ID };
  const { queue: QUEUE_URL, deadLetters: DEAD_LETTER_QUEUE_URL } = outside.queues;
  const leg = (name: FunctionName, own: Readonly<Record<string, string>>) => ({
    ...{ node, bundle: bundles[name], quota: quotas.get(memoryMb[name]) },
    env: { ...common, WECOM_MIN_INTERVAL_MS: '0', ...env, ...own },
  });
  const notify = await measureLeg(
    leg('notify', { ...(hasTokens && secret), QUEUE_URL }),
    async () => nextAlarmEvent(),
    async () => performance.timeOrigin + performance.now(),
  );
  const deliver = await measureLeg(
    leg('deliver', { ...secret, DRAIN_QUEUE_URL: QUEUE_URL, DEAD_LETTER_QUEUE_URL }),
    () => outside.take(),
    async () => (await outside.seen()).postedAt,
  );
  return { notify, deliver, wholeMs: wholeMs(notify) + wholeMs(deliver) };
}

function wholeMs({ initMs, firstMs }: LegTimes): number {
  return initMs + firstMs;
}

/** Measures roads in turns. The first round, which fills the disk's cache, is dropped. */
async function goRoads<Name extends string>(
  bench: Bench,
  quotas: ReadonlyMap<number, CpuQuota>,
  roads: Readonly<Record<Name, Deployed>>,
): Promise<Readonly<Record<Name, readonly RoadTimes[]>>> {
  const names = Object.keys(roads) as Name[];
  const found = Object.fromEntries(names.map((name) => [name, [] as RoadTimes[]])) as Record<Name, RoadTimes[]>;
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const name of names) {
      const times = await goRoad(bench, quotas, roads[name]);
      if (round > 0) found[name].push(times);
    }
  }
  return found;
}

const NAMES = {
  same: `cold road, 256 MB each / ${EARLIER}`,
  token: `cold road, 256 MB each, http: token / ${EARLIER}`,
  byDefault: `cold road as deployed by default / ${EARLIER} as deployed by default`,
  floor: 'cold road, 256 MB each / floor',
  naive: 'cold road, 256 MB each / naive build',
  notify: 'notify, first invocation / second',
  deliver: 'deliver, first invocation / second',
};
const TARGETS = { same: 0.75, token: 0.75, byDefault: 0.5, floor: 1.8, naive: 0.5, notify: 1.5, deliver: 1.3 };

/** Measures the road from an alarm to the group as it is deployed: two functions, both cold. */
export async function measureRoad(bench: Bench): Promise<readonly (Figure | SkippedFigure)[]> {
  const earlier = await buildEarlier(bench.folder);
  const quotas = new Map<number, CpuQuota>();
  const wanted = new Set([...Object.values(EARLIER_MB), ...Object.values(DEFAULT_MB)]);
  for (const memoryMb of wanted) {
    const quota = createCpuQuota(memoryMb);
    if (typeof quota === 'string') return skipped(quota);
    quotas.set(memoryMb, quota);
  }
  if (typeof earlier === 'string') return skipped(earlier);
  try {
    return figuresOf(await goRoads(bench, quotas, roadsOf(bench, earlier.bundle)));
  } finally {
    for (const quota of quotas.values()) quota.remove();
  }
}

function skipped(why: string): readonly SkippedFigure[] {
  return Object.entries(NAMES).map(([key, name]) => ({
    ...{ name, unit: '' as const, skipped: why },
    target: TARGETS[key as keyof typeof TARGETS],
  }));
}

function roadsOf({ programs }: Bench, earlier: string) {
  const both = (bundle: string) => ({ notify: bundle, deliver: bundle });
  const ours = { bundles: programs.functions, memoryMb: EARLIER_MB };
  const before = { bundles: both(earlier), memoryMb: EARLIER_MB };
  return {
    ours,
    before,
    oursToken: { ...ours, hasTokens: true },
    beforeToken: { ...before, hasTokens: true },
    oursDefault: { ...ours, memoryMb: DEFAULT_MB, hasTokens: true },
    floor: { bundles: programs.floor, memoryMb: EARLIER_MB },
    naive: { bundles: programs.naiveFunctions, memoryMb: EARLIER_MB, env: { AWS_LAMBDA_INITIALIZATION_TYPE: '' } },
  } satisfies Readonly<Record<string, Deployed>>;
}

/** Memory at the first message, with the targets of both functions. */
function memoryOf(found: Found): readonly Figure[] {
  const figure = (name: FunctionName, target: number): Figure => {
    const bytes = found.ours.map((times) => times[name].firstBytes);
    const detail = `median of ${bytes.length}`;
    return {
      name: `${name}: resident memory at its first message`,
      value: median(bytes) / MEGABYTE,
      target,
      unit: 'MB',
      detail,
    };
  };
  return [figure('notify', 66), figure('deliver', 62)];
}

type Found = Readonly<Record<keyof ReturnType<typeof roadsOf>, readonly RoadTimes[]>>;

function figuresOf(found: Found): readonly Figure[] {
  const whole = (name: keyof Found) => found[name].map((times) => times.wholeMs);
  const figure = (key: keyof typeof NAMES, ours: readonly number[], theirs: readonly number[], detail: string) => ({
    ...{ name: NAMES[key], value: medianRatio(ours, theirs), target: TARGETS[key], unit: '' as const },
    detail: `${ms(median(ours))} / ${ms(median(theirs))}${detail}`,
  });
  const compared = (key: keyof typeof NAMES, ours: keyof Found, theirs: keyof Found) =>
    figure(key, whole(ours), whole(theirs), `; ${legs(found[ours])} / ${legs(found[theirs])}`);
  const warmth = (name: FunctionName) =>
    figure(
      name,
      found.ours.map((times) => times[name].firstMs),
      found.ours.map((times) => times[name].secondMs),
      '',
    );
  return [
    compared('same', 'ours', 'before'),
    compared('token', 'oursToken', 'beforeToken'),
    compared('byDefault', 'oursDefault', 'beforeToken'),
    compared('floor', 'ours', 'floor'),
    compared('naive', 'ours', 'naive'),
    warmth('notify'),
    warmth('deliver'),
    ...memoryOf(found),
  ];
}

/** Returns the medians of a road's parts: init and first invocation of both functions. */
function legs(times: readonly RoadTimes[]): string {
  const part = (of: (one: RoadTimes) => number): string => median(times.map(of)).toFixed(0);
  return [
    part(({ notify }) => notify.initMs),
    part(({ notify }) => notify.firstMs),
    part(({ deliver }) => deliver.initMs),
    part(({ deliver }) => deliver.firstMs),
  ].join(' + ');
}
