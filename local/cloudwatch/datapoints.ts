import { type Alarm, type MetricStatistic, STATISTICS } from './alarm.js';
import type { MetricDatum } from './metric-datum.js';
import type { Datapoints } from './next-state.js';

/** The facts about reading metrics that AWS's pages leave open, or that vary. */
export interface Reading {
  /** Time from a value to its being seen by an alarm, milliseconds. */
  readonly delayMs: number;
  /**
   * Periods that are read beyond those that are evaluated. AWS's page gives one example: 5 periods are read if 3 are
   * evaluated.
   */
  readonly extraPeriods: number;
  /** `FILL` of a metric without a single value in all that is read gives nothing, instead of the value to fill with. */
  readonly isEmptyUnfilled: boolean;
}

/**
 * Returns the values that an alarm reads at a time, oldest first: those of the periods up to that time, which slide with
 * it.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation-window.html
 */
export function datapointsAt(alarm: Alarm, values: readonly MetricDatum[], now: number, reading: Reading): Datapoints {
  const { metric, fill, evaluationPeriods } = alarm;
  const { periodMs, statistic } = metric;
  const periods = evaluationPeriods + reading.extraPeriods;
  const start = now - periods * periodMs;
  const found = Array.from({ length: periods }, (): number[] => []);
  for (const { at, value } of values)
    if (at >= start && at < now && at + reading.delayMs <= now) found[Math.floor((at - start) / periodMs)]?.push(value);
  const read = found.map((ofPeriod) => (ofPeriod.length === 0 ? undefined : STATISTICS[statistic](ofPeriod)));
  const isUnfilled = reading.isEmptyUnfilled && read.every((value) => value === undefined);
  return fill === undefined || isUnfilled ? read : read.map((value) => value ?? fill);
}

/** Returns the values of one metric, with these dimensions and no other, among all. */
export function valuesOf(wanted: MetricStatistic, all: readonly MetricDatum[]): readonly MetricDatum[] {
  const names = Object.keys(wanted.dimensions);
  return all.filter(
    ({ namespace, metric, dimensions }) =>
      namespace === wanted.namespace &&
      metric === wanted.metric &&
      Object.keys(dimensions).length === names.length &&
      names.every((name) => dimensions[name] === wanted.dimensions[name]),
  );
}
