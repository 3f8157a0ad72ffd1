import { readSamples } from '../../../local/samples/samples.js';
import type { Bench } from '../bench.js';
import { startEnvironment } from '../environment.js';
import type { Figure } from '../figure.js';
import { median, ms } from '../statistics.js';
import { alarmEvent } from '../subjects/samples.js';

const ROUNDS = 3;
const SHOWN = 4;

/** Resolves to the time of the first invocation of a cold `notify`, milliseconds; `undefined` if it refuses the event. */
async function firstMs({ node, outside, programs }: Bench, event: unknown): Promise<number | undefined> {
  const env = { ...outside.environments.deployed, QUEUE_URL: outside.queues.queue };
  const environment = await startEnvironment({ node, bundle: programs.functions.notify, env });
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
async function leastFirstMs(bench: Bench, event: unknown): Promise<number> {
  const found: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) found.push((await firstMs(bench, event)) ?? Number.NaN);
  return Math.min(...found);
}

/** Measures the first event after a cold start, one of each folder of samples, against a first alarm, in turns. */
export async function measureFamilies(bench: Bench): Promise<Figure> {
  const alarms: number[] = [];
  const families: { readonly name: string; readonly took: number }[] = [];
  for (const { name, samples } of await readSamples()) {
    alarms.push((await firstMs(bench, alarmEvent(families.length))) ?? Number.NaN);
    const took = await leastFirstMs(bench, samples[0]?.event);
    if (!Number.isNaN(took)) families.push({ name, took });
  }
  const alarm = median(alarms);
  const slowest = families.toSorted((a, b) => b.took - a.took);
  const shown = slowest.slice(0, SHOWN).map(({ name, took }) => `${name} ${(took / alarm).toFixed(2)}`);
  return {
    name: 'first event of any renderer after a cold start / first alarm',
    value: (slowest[0]?.took ?? Number.NaN) / alarm,
    target: 1.3,
    unit: '',
    detail: `${ms(slowest[0]?.took ?? Number.NaN)} / ${ms(alarm)}, ${families.length} folders of samples; ${shown.join(', ')}`,
  };
}
