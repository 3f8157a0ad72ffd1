import { RULES } from '../../../deploy/setting-rules.js';
import { arrayAt } from '../../../src/base/json.js';
import type { Bench } from '../bench.js';
import { type CpuQuota, createCpuQuota } from '../cpu-quota.js';
import { type Environment, startEnvironment } from '../environment.js';
import type { Figure, SkippedFigure } from '../figure.js';
import { median, medianRatio, ms } from '../statistics.js';
import { heartbeatEvent, nextAlarmEvent } from '../subjects/samples.js';

const ROUNDS = 15;
const NAME = 'warm road: first alarm after a heartbeat, idle since, connections closed by the peers / the next alarm';

/** Times of the road of one alarm by functions that a heartbeat has warmed, milliseconds. */
interface IdleTimes {
  /** The first alarm after the peers closed every connection. */
  readonly idleMs: number;
  /** The alarm after that. */
  readonly nextMs: number;
}

/** Starts both functions as they are deployed by default, and lets a heartbeat go the whole way. */
async function startWarm({ node, outside, programs }: Bench, quota: CpuQuota) {
  const { queue: QUEUE_URL, deadLetters: DEAD_LETTER_QUEUE_URL } = outside.queues;
  const env = { ...outside.environments.deployed, WECOM_MIN_INTERVAL_MS: '0' };
  const { notify: notifyFile, deliver: deliverFile } = programs.functions;
  const notify = await startEnvironment({ node, bundle: notifyFile, env: { ...env, QUEUE_URL } });
  const drain = { DRAIN_QUEUE_URL: QUEUE_URL, DEAD_LETTER_QUEUE_URL };
  const deliver = await startEnvironment({ node, bundle: deliverFile, env: { ...env, ...drain } });
  quota.add(deliver.process.pid ?? 0);
  await notify.invoke(heartbeatEvent());
  await deliver.invoke(await outside.take());
  return { notify, deliver };
}

/** Empties the queue of what other measurements left on it. */
async function emptyQueue({ outside }: Bench): Promise<void> {
  while (arrayAt(await outside.take(), 'Records').length > 0);
}

/** Freezes both as Lambda does, and has the peers end every connection meanwhile. */
async function leaveIdle({ outside }: Bench, environments: readonly Environment[]): Promise<void> {
  for (const { process } of environments) process.kill('SIGSTOP');
  await outside.hangUp();
  for (const { process } of environments) process.kill('SIGCONT');
}

async function goIdle(bench: Bench, quota: CpuQuota): Promise<IdleTimes> {
  const { outside } = bench;
  const { notify, deliver } = await startWarm(bench, quota);
  const road = async (): Promise<number> => {
    const startedAt = performance.now();
    await notify.invoke(nextAlarmEvent());
    const queuedAt = performance.now();
    const batch = await outside.take();
    const takenAt = performance.timeOrigin + performance.now();
    await deliver.invoke(batch);
    return queuedAt - startedAt + (await outside.seen()).postedAt - takenAt;
  };
  try {
    await leaveIdle(bench, [notify, deliver]);
    return { idleMs: await road(), nextMs: await road() };
  } finally {
    await Promise.all([notify.end(), deliver.end()]);
  }
}

/** Measures what is left of the warmth that a heartbeat brings, when minutes later an alarm comes. */
export async function measureIdle(bench: Bench): Promise<Figure | SkippedFigure> {
  const quota = createCpuQuota(Number(RULES.deliverMemorySize.default));
  if (typeof quota === 'string') return { name: NAME, unit: '', skipped: quota };
  const found: IdleTimes[] = [];
  await emptyQueue(bench);
  try {
    for (let round = 0; round < ROUNDS; round += 1) found.push(await goIdle(bench, quota));
  } finally {
    quota.remove();
  }
  const [idle, next] = [found.map(({ idleMs }) => idleMs), found.map(({ nextMs }) => nextMs)];
  return { name: NAME, value: medianRatio(idle, next), unit: '', detail: `${ms(median(idle))} / ${ms(median(next))}` };
}
