/** One value that a service, or a line of a log, writes to CloudWatch. */
export interface MetricDatum {
  /** `AWS/Lambda`, … */
  readonly namespace: string;
  readonly metric: string;
  readonly value: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** Receives each value as it is written. Must not throw. */
export type RecordMetric = (datum: MetricDatum) => void;
