/** Measures the judge on each generic sample against reading and rendering an SNS alarm, in turns. */
import { readConfig } from '../../../src/app/config.js';
import { NO_ROUTES } from '../../../src/routing/rule.js';
import { judgeEvent } from '../../../src/verdict/verdict.js';
import { readSample } from '../../samples/read-sample.js';

const ROUNDS = 400;
const WARM_UP_ROUNDS = 200;

/** Milliseconds of each round. */
export interface JudgeTimes {
  readonly judged: readonly number[];
  readonly alarm: readonly number[];
}

const config = { ...readConfig({}), routes: NO_ROUTES };

export async function handler({
  values,
  alarm,
}: {
  readonly values: readonly unknown[];
  readonly alarm: unknown;
}): Promise<JudgeTimes> {
  const times = { judged: [] as number[], alarm: [] as number[] };
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    const startedAt = performance.now();
    for (const value of values) judgeEvent(value, ['Order Event']);
    const judgedAt = performance.now();
    for (const _ of values) await readSample(alarm, config);
    if (round < WARM_UP_ROUNDS) continue;
    times.judged.push(judgedAt - startedAt);
    times.alarm.push(performance.now() - judgedAt);
  }
  return times;
}
