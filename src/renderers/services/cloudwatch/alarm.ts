/** A CloudWatch alarm in a state, independent of dialect: only the data that all three of them carry. */
export interface Alarm {
  readonly name: string;
  /** Empty if the dialect left it out. */
  readonly arn: string;
  /** AWS's word: `ALARM`, `OK`, `INSUFFICIENT_DATA`. */
  readonly state: string;
  readonly previousState: string | undefined;
  /** When the state before was reached, milliseconds since 1970. */
  readonly previousSince: number | undefined;
  /** True for a composite alarm that another alarm may silence. */
  readonly hasSuppressor: boolean;
  readonly reason: string;
  readonly description: string | undefined;
  /** When the state was reached, milliseconds since 1970. */
  readonly since: number | undefined;
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly metrics: readonly AlarmMetric[];
  /** The threshold of an alarm without a band, as far as the event has it outside its reason's words. */
  readonly threshold: number | undefined;
  readonly query: Query | undefined;
  /** The one time series it is about, if the alarm watches many. */
  readonly contributor: Contributor | undefined;
  /** The alarms that made a composite alarm change. */
  readonly children: readonly Child[];
  /** A composite alarm's rule. */
  readonly rule: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

/** One row of an alarm's metrics: a metric, or an expression over the others. */
export interface AlarmMetric {
  readonly id: string;
  /** True for the row that the alarm compares. */
  readonly compared: boolean;
  readonly label: string | undefined;
  readonly expression: string | undefined;
  readonly namespace: string | undefined;
  readonly name: string | undefined;
  readonly dimensions: readonly Dimension[];
  /** The dimensions as CloudWatch knows them: those above are shortened for people. */
  readonly exact: readonly Dimension[];
  /** The account that it is of, if the alarm says so. */
  readonly account: string | undefined;
  readonly statistic: string | undefined;
  readonly periodSeconds: number | undefined;
  readonly unit: string | undefined;
}

/** A name and a value that distinguish one time series from another. Sorted by name, as the dialects order them differently. */
export interface Dimension {
  readonly name: string;
  readonly value: string;
}

/** The query of a log alarm or a PromQL alarm. */
export interface Query {
  readonly text: string;
  /** A log alarm's aggregation, `count(*)`. */
  readonly aggregation: string | undefined;
  readonly logGroups: readonly string[];
}

/** A time series of an alarm that watches several. */
export interface Contributor {
  readonly id: string;
  readonly attributes: readonly Dimension[];
}

/** An alarm that a composite alarm is made of. */
export interface Child {
  readonly name: string;
  readonly state: string | undefined;
}
