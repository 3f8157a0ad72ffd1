/** A metric alarm, as far as it is modelled here. */
export interface Alarm {
  /** Its logical id in the template. */
  readonly name: string;
  readonly metric: MetricStatistic;
  /** The value of a period without data, from `FILL(m1, value)`. Absent if missing data stays missing. */
  readonly fill?: number;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly threshold: number;
  readonly comparison: Comparison;
  readonly treatMissingData: TreatMissingData;
  /** Names of the recipients of a change to each state. */
  readonly actions: Readonly<Record<AlarmState, readonly string[]>>;
}

/** One metric, and how its values of one period become one. */
export interface MetricStatistic {
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: Statistic;
  readonly periodMs: number;
}

/** The states of an alarm. */
export const ALARM_STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const;

/** A state of an alarm. */
export type AlarmState = (typeof ALARM_STATES)[number];

/** The ways in which an alarm takes missing data. */
export const TREATMENTS = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html */
export type TreatMissingData = (typeof TREATMENTS)[number];

/** Returns true if a value breaches a threshold, by `ComparisonOperator`. */
export const COMPARISONS = {
  GreaterThanThreshold: (value: number, threshold: number) => value > threshold,
  GreaterThanOrEqualToThreshold: (value: number, threshold: number) => value >= threshold,
  LessThanThreshold: (value: number, threshold: number) => value < threshold,
  LessThanOrEqualToThreshold: (value: number, threshold: number) => value <= threshold,
} as const;

/** The comparison of an alarm with its threshold, as CloudWatch names it. */
export type Comparison = keyof typeof COMPARISONS;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Returns the value of a period, of which there is at least one value, by `Statistic`. */
export const STATISTICS = {
  Sum: sum,
  Maximum: (values: readonly number[]) => Math.max(...values),
  Minimum: (values: readonly number[]) => Math.min(...values),
  Average: (values: readonly number[]) => sum(values) / values.length,
  SampleCount: (values: readonly number[]) => values.length,
} as const;

/** The statistic of an alarm's metric. */
export type Statistic = keyof typeof STATISTICS;
