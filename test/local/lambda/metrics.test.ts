import { describe, expect, test } from 'vitest';
import type { MetricDatum } from '../../../local/cloudwatch/metric-datum.js';
import { LambdaServiceError, LambdaThrottledError } from '../../../local/lambda/errors.js';
import { countInvocation, lambdaMetrics } from '../../../local/lambda/metrics.js';
import { createFakeClock } from '../../support/fake-clock.js';
import { LAMBDA } from './event-source-bench.js';

/** Runs an invocation of two seconds that ends so. */
async function countedOf(end: () => unknown): Promise<readonly MetricDatum[]> {
  const clock = createFakeClock(0);
  const data: MetricDatum[] = [];
  const run = async () => {
    await clock.sleep(2000);
    return end();
  };
  const counted = countInvocation(
    run,
    lambdaMetrics('notify', (datum) => data.push(datum)),
    clock,
  ).catch(() => {});
  await clock.advance(2000);
  await counted;
  return data;
}

function fail(error: Error): never {
  throw error;
}

const valuesOf = (data: readonly MetricDatum[]) => Object.fromEntries(data.map(({ metric, value }) => [metric, value]));

describe(`countInvocation (${LAMBDA}/monitoring-metrics-types.html)`, () => {
  test('lambdaMetrics: a value has its namespace, its time and the function', async () => {
    const dimensions = { FunctionName: 'notify' };
    expect((await countedOf(() => 'done'))[0]).toEqual({
      ...{ namespace: 'AWS/Lambda', metric: 'Invocations', value: 1, at: 0, dimensions },
    });
  });

  test.each([
    { fact: 'an answer', end: () => 'done', counted: { Invocations: 1, Errors: 0, Throttles: 0 } },
    {
      fact: 'an error of the function',
      end: () => fail(new Error('x')),
      counted: { Invocations: 1, Errors: 1, Throttles: 0 },
    },
    { fact: 'a throttle', end: () => fail(new LambdaThrottledError('x')), counted: { Throttles: 1 } },
    { fact: 'an error of Lambda itself', end: () => fail(new LambdaServiceError('x')), counted: {} },
  ])('$fact is $counted, at the time of the invocation', async ({ end, counted }) => {
    const data = await countedOf(end);
    expect(valuesOf(data)).toEqual(counted);
    expect(new Set(data.map(({ at }) => at)).size).toBeLessThanOrEqual(1);
  });
});
