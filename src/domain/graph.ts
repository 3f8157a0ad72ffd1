/** The values of the setting `graph`, the default first. */
export const GRAPH_SETTINGS = ['off', 'rules', 'on'] as const;

/** A value of the setting `graph`. */
export type GraphSetting = (typeof GRAPH_SETTINGS)[number];

/** The measurement behind an alarm and its limit, as a graph shows them. */
export interface Plot {
  /** At most a hundred, in the alarm's own order. */
  readonly rows: readonly PlotRow[];
  /** Absent if it is compared with a band, which is one of the rows. */
  readonly limit?: PlotLimit;
}

/** A threshold, and the side of it on which it is bad, if that is known. */
export interface PlotLimit {
  readonly value: number;
  /** `>`, `≥`, `<` or `≤`. */
  readonly comparison?: string;
}

/** One metric, or an expression over the others. */
export interface PlotRow {
  /** Empty if nothing refers to it. */
  readonly id: string;
  /** False for what an expression is only computed from. */
  readonly isShown: boolean;
  readonly label?: string;
  readonly expression?: string;
  readonly metric?: PlotMetric;
}

/** A metric in CloudWatch's words. */
export interface PlotMetric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: readonly (readonly [name: string, value: string])[];
  /** `Average`, `p99`. */
  readonly stat: string;
  readonly periodSeconds: number;
}

/** The reason why an alarm has no graph, in English for the log. */
export interface Unplotted {
  readonly none: string;
}

/** A graph that CloudWatch draws on request. */
export interface Graph {
  /** The region whose CloudWatch draws it. */
  readonly region: string;
  /** A metric widget, as JSON. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Metric-Widget-Structure.html */
  readonly widget: string;
}
