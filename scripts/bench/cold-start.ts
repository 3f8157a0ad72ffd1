import { type Bench, type ProgramName, start } from './bench.js';
import type { CpuQuota } from './cpu-quota.js';
import type { Figure, SkippedFigure } from './figure.js';
import type { LineName } from './outside.js';
import { median, medianRatio, ms } from './statistics.js';
import { alarmEvent } from './subjects/samples.js';

const ROUNDS = 41;
const SLOW_ROUNDS = 15;

/**
 * Times from the start of the process to the first accepted message, and of the first invocation alone, milliseconds.
 */
interface ColdStart {
  readonly wholeMs: number;
  readonly invocationMs: number;
}

async function coldStart(bench: Bench, name: ProgramName, line: LineName, quota?: CpuQuota): Promise<ColdStart> {
  const environment = await start(bench, name, line);
  quota?.add(environment.process.pid ?? 0);
  const startedAt = performance.now();
  await environment.invoke(alarmEvent(0));
  const invocationMs = performance.now() - startedAt;
  await environment.end();
  return { wholeMs: environment.initMs + invocationMs, invocationMs };
}

/**
 * Measures cold starts of several programs in turns, one of each per round. The first round, which fills the disk's
 * cache, is dropped.
 */
async function coldStarts<Name extends ProgramName>(
  bench: Bench,
  names: readonly Name[],
  line: LineName,
  rounds: number,
  quota?: CpuQuota,
): Promise<(name: Name) => readonly ColdStart[]> {
  const found = new Map<Name, ColdStart[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, starts] of found) {
      const measured = await coldStart(bench, name, line, quota);
      if (round > 0) starts.push(measured);
    }
  }
  return (name) => found.get(name) ?? [];
}

const whole = (starts: readonly ColdStart[]): readonly number[] => starts.map(({ wholeMs }) => wholeMs);

/** Measures whole cold starts at full CPU, without an added round trip. */
export async function measureColdStart(bench: Bench): Promise<readonly Figure[]> {
  const of = await coldStarts(bench, ['bundle', 'bare', 'naive'], 'direct', ROUNDS);
  const [ours, least, most] = [whole(of('bundle')), whole(of('bare')), whole(of('naive'))];
  return [
    {
      name: 'whole cold start / bare post',
      value: medianRatio(ours, least),
      unit: '',
      detail: `${ms(median(ours))} / ${ms(median(least))}`,
    },
    {
      name: 'whole cold start / naive build',
      value: medianRatio(ours, most),
      target: 0.64,
      unit: '',
      detail: `${ms(median(ours))} / ${ms(median(most))}`,
    },
  ];
}

const QUOTA_FIGURE = { name: 'whole cold start / naive build, 256 MB of CPU after init, 20 ms line', target: 0.36 };

/** Measures whole cold starts on the 20 ms line with the CPU reduced after init, as Lambda does. */
export async function measureThrottledColdStart(
  bench: Bench,
  quota: CpuQuota | string,
): Promise<Figure | SkippedFigure> {
  if (typeof quota === 'string') return { ...QUOTA_FIGURE, unit: '', skipped: quota };
  const of = await coldStarts(bench, ['bundle', 'naive'], 'distant', SLOW_ROUNDS, quota);
  const [ours, most] = [whole(of('bundle')), whole(of('naive'))];
  const first = ms(median(of('bundle').map(({ invocationMs }) => invocationMs)));
  const theirs = ms(median(of('naive').map(({ invocationMs }) => invocationMs)));
  return {
    ...QUOTA_FIGURE,
    value: medianRatio(ours, most),
    unit: '',
    detail: `${ms(median(ours))} / ${ms(median(most))}; the first invocation alone ${first} / ${theirs}`,
  };
}

/** Measures the first invocation against a warm post of a plain loop, both on the 20 ms line. */
export async function measureFirstInvocation(bench: Bench): Promise<Figure> {
  const posting = await start(bench, 'bare', 'distant');
  await posting.invoke(null);
  const firsts: number[] = [];
  const posts: number[] = [];
  for (let round = 0; round < SLOW_ROUNDS; round++) {
    firsts.push((await coldStart(bench, 'bundle', 'distant')).invocationMs);
    const startedAt = performance.now();
    await posting.invoke(null);
    posts.push(performance.now() - startedAt);
  }
  await posting.end();
  return {
    name: 'first invocation / warm post, 20 ms line',
    value: medianRatio(firsts, posts),
    unit: '',
    detail: `${ms(median(firsts))} / ${ms(median(posts))}`,
  };
}
