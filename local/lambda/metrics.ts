import type { Clock } from '../../src/base/clock.js';
import type { RecordMetric } from '../cloudwatch/metric-datum.js';
import { isNotRun, isThrottle } from './errors.js';

/**
 * The metrics that Lambda itself writes. AWS China has none of those that begin with `Async`.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 */
export type LambdaMetric =
  | 'Invocations'
  | 'Errors'
  | 'Throttles'
  | 'AsyncEventsReceived'
  | 'AsyncEventsDropped'
  | 'DestinationDeliveryFailures';

/** Counts one event of a function: 1, or 0 for a metric that says so if nothing happened. */
export type CountMetric = (metric: LambdaMetric, at: number, value?: 0 | 1) => void;

/** Returns a counter of one function's metrics. */
export function lambdaMetrics(functionName: string, record: RecordMetric): CountMetric {
  return (metric, at, value = 1) =>
    record({ namespace: 'AWS/Lambda', metric, value, at, dimensions: { FunctionName: functionName } });
}

/**
 * Runs an invocation and counts it as Lambda does: `Errors` at the time of the invocation, 0 if there was none; a throttle
 * and Lambda's own error are neither invocations nor errors.
 */
export async function countInvocation<T>(run: () => Promise<T>, count: CountMetric, clock: Clock): Promise<T> {
  const at = clock.now();
  try {
    const answer = await run();
    countRun(count, at, 0);
    return answer;
  } catch (error) {
    if (isThrottle(error)) count('Throttles', at);
    if (!isNotRun(error)) countRun(count, at, 1);
    throw error;
  }
}

function countRun(count: CountMetric, at: number, errors: 0 | 1): void {
  count('Invocations', at);
  count('Errors', at, errors);
  count('Throttles', at, 0);
}
