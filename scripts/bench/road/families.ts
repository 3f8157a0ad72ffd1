import { readSamples } from '../../../local/samples/samples.js';
import type { Bench } from '../bench.js';
import { startEnvironment } from '../environment.js';
import type { Figure } from '../figure.js';
import { median, ms } from '../statistics.js';
import { heartbeatEvent, nextAlarmEvent } from '../subjects/samples.js';

const ROUNDS = 3;
const SHOWN = 4;

/** The state of `notify` before its first event: nothing but init, or a heartbeat too, of which one comes every five minutes. */
type State = 'cold' | 'after a heartbeat';

/** Resolves to the time of the first event of a `notify`, milliseconds; `undefined` if it refuses the event. */
async function firstMs({ node, outside, programs }: Bench, state: State, event: unknown): Promise<number | undefined> {
  const env = { ...outside.environments.deployed, QUEUE_URL: outside.queues.queue };
  const environment = await startEnvironment({ node, bundle: programs.functions.notify, env });
  if (state !== 'cold') await environment.invoke(heartbeatEvent());
  const startedAt = performance.now();
  try {
    await environment.invoke(event);
    return performance.now() - startedAt;
  } catch {
    // Some samples are those of events that are refused.
    return undefined;
  } finally {
    await environment.end();
  }
}

/** Resolves to the least of some first invocations: what disturbs one only adds to it. */
async function leastFirstMs(bench: Bench, state: State, event: unknown): Promise<number> {
  const found: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) found.push((await firstMs(bench, state, event)) ?? Number.NaN);
  return Math.min(...found);
}

/** Measures the first event, one of each folder of samples, against a first alarm, in turns. */
async function measureState(bench: Bench, state: State): Promise<Figure> {
  const alarms: number[] = [];
  const families: { readonly name: string; readonly took: number }[] = [];
  for (const { name, samples } of await readSamples()) {
    alarms.push((await firstMs(bench, state, nextAlarmEvent())) ?? Number.NaN);
    const took = await leastFirstMs(bench, state, samples[0]?.event);
    if (!Number.isNaN(took)) families.push({ name, took });
  }
  const alarm = median(alarms);
  const slowest = families.toSorted((a, b) => b.took - a.took);
  const shown = slowest.slice(0, SHOWN).map(({ name, took }) => `${name} ${(took / alarm).toFixed(2)}`);
  const middle = median(families.map(({ took }) => took));
  return {
    name: `first event of any renderer, ${state} / first alarm, ${state}`,
    value: (slowest[0]?.took ?? Number.NaN) / alarm,
    target: 1.3,
    unit: '',
    detail: `${ms(slowest[0]?.took ?? Number.NaN)} / ${ms(alarm)}, median ${ms(middle)}, ${families.length} folders of samples; ${shown.join(', ')}`,
  };
}

/** Measures the first event of each family: right after a cold start, and once a heartbeat has come. */
export async function measureFamilies(bench: Bench): Promise<readonly Figure[]> {
  return [await measureState(bench, 'cold'), await measureState(bench, 'after a heartbeat')];
}
