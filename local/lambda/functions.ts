import type { Clock } from '../../src/base/clock.js';
import type { MetricDatum, RecordMetric } from '../cloudwatch/metric-datum.js';
import { createPlannedFaults, type PlannedFaults } from '../net/planned-faults.js';
import { LambdaServiceError, LambdaThrottledError } from './errors.js';
import { type CountMetric, countInvocation, lambdaMetrics } from './metrics.js';
import { type LambdaPool, type StartPool, startLambdaPool } from './pool.js';
import type { LambdaProcessOptions } from './process.js';

/** A fault of Lambda on demand: the function is throttled, or Lambda itself fails. It does not run in either case. */
export type LambdaFault = 'throttle' | 'service-error';

/** The functions, by name, and the limits of their invocations. */
export interface FunctionsOptions<Name extends string> extends Pick<LambdaProcessOptions, 'execArgv'> {
  /** Path of each function's file. */
  readonly bundles: Readonly<Record<Name, string>>;
  readonly timeoutMs: Readonly<Record<Name, number>>;
  readonly clock: Clock;
  /** Default: {@link startLambdaPool}. */
  readonly startPool?: StartPool;
}

/** Invokes a function as soon as Lambda lets it. Rejects like a pool, or with the error of a planned fault. */
export type InvokeFunction = (event: unknown, requestId?: string) => Promise<unknown>;

/** A function that was started. */
export interface StartedFunction {
  readonly pool: LambdaPool;
  readonly invoke: InvokeFunction;
}

/** The functions of a deployment, and what they and Lambda write. */
export interface Functions<Name extends string> {
  /** Starts a function with so many environments. */
  start(name: Name, size: number, env: Readonly<Record<string, string>>): Promise<StartedFunction>;
  /** Faults on demand, of every function or of one. */
  readonly faults: PlannedFaults<LambdaFault, Name>;
  /** The metrics that were written, oldest first. */
  readonly metrics: readonly MetricDatum[];
  /** Adds a metric that another service writes. */
  readonly record: RecordMetric;
  /** Returns the counter of a function's metrics. */
  counterOf(name: Name): CountMetric;
  /** Every line that a function has written. */
  readonly lines: readonly string[];
}

/** Creates a Lambda that runs these functions. */
export function createFunctions<Name extends string>(options: FunctionsOptions<Name>): Functions<Name> {
  const { bundles, timeoutMs, clock, startPool = startLambdaPool, ...process } = options;
  const faults = createPlannedFaults<LambdaFault, Name>(Math.random, clock.now);
  const metrics: MetricDatum[] = [];
  const lines: string[] = [];
  const record: RecordMetric = (datum) => void metrics.push(datum);
  const counterOf = (name: Name) => lambdaMetrics(name, record);
  return {
    faults,
    metrics,
    record,
    lines,
    counterOf,
    start: async (name, size, env) => {
      const pool = await startPool(size, { ...process, bundle: bundles[name], functionName: name, clock, env });
      pool.onLine((line) => lines.push(line));
      const count = counterOf(name);
      const run = (event: unknown, requestId: string | undefined): Promise<unknown> => {
        throwFault(faults.take(name));
        return pool.invoke(event, { timeoutMs: timeoutMs[name], ...(requestId !== undefined && { requestId }) });
      };
      return { pool, invoke: (event, requestId) => countInvocation(async () => run(event, requestId), count, clock) };
    },
  };
}

function throwFault(fault: LambdaFault | undefined): void {
  if (fault === 'throttle') throw new LambdaThrottledError('Rate Exceeded.');
  if (fault === 'service-error') throw new LambdaServiceError('The service encountered an internal error.');
}
