import { getOwn } from '../../../base/json.js';
import { sharedValue } from '../../../base/shared-value.js';
import { formatDuration } from '../../../text/format.js';
import type { Words } from '../../../text/words.js';
import type { Alarm, AlarmMetric, Dimension } from './alarm.js';
import { unitOf } from './measure.js';
import { readMetricsQuery } from './metrics-query.js';

/** The measurement that an alarm compares with its threshold, assembled from its metrics. */
export interface Measured {
  /** A metric's name, an expression's label or formula, a log query's aggregation. */
  readonly what: string;
  /** Its origin and how it is computed: namespace, statistic, period. */
  readonly how: readonly string[];
  readonly dimensions: readonly Dimension[];
  readonly unit: string | undefined;
  /** The limit it is compared with: a threshold, the band that anomaly detection expects, or the condition in a PromQL query itself. */
  readonly limit: 'threshold' | 'band' | 'query';
}

/** A default label, or one that CloudWatch would fill in when drawing. */
const IDLE_LABEL = /^Expression\d+$|\$\{/;
const BAND = /^\s*ANOMALY_DETECTION_BAND\b/i;

/** Returns true for the band that anomaly detection expects. */
export function isBand({ expression = '' }: AlarmMetric): boolean {
  return BAND.test(expression);
}

/** Returns the measurement behind the alarm, or `undefined` for a composite alarm and for one whose configuration is unreadable. */
export function measuredOf(alarm: Alarm, words: Words): Measured | undefined {
  if (alarm.query !== undefined) {
    const { text, aggregation, logGroups } = alarm.query;
    const how = logGroups.length > 0 ? [logGroups.join(words.listSeparator)] : [];
    const limit = aggregation === undefined ? 'query' : 'threshold';
    return { what: aggregation ?? text, how, dimensions: [], unit: undefined, limit };
  }
  const rows = alarm.metrics.filter((row) => !isBand(row));
  const row = rows.find(({ compared }) => compared) ?? rows[0];
  if (row === undefined) return undefined;
  const limit = rows.length < alarm.metrics.length ? 'band' : 'threshold';
  return { ...(row.expression === undefined ? ofMetric(row, words) : ofExpression(row, rows, words)), limit };
}

function ofMetric(row: AlarmMetric, words: Words): Omit<Measured, 'limit'> {
  return {
    what: row.name ?? label(row) ?? row.id,
    how: howOf(row, words),
    dimensions: row.dimensions,
    unit: unitOf(row),
  };
}

function ofExpression(row: AlarmMetric, rows: readonly AlarmMetric[], words: Words): Omit<Measured, 'limit'> {
  const expression = row.expression ?? '';
  const query = readMetricsQuery(expression);
  if (query !== undefined) {
    const { aggregate, name, namespace } = query;
    const selected = { ...row, name, namespace, statistic: AGGREGATES[aggregate.toUpperCase()] ?? aggregate };
    return { ...ofMetric(selected, words), what: label(row) ?? name };
  }
  const operands = rows.filter(({ id, name: metric }) => metric !== undefined && mentions(expression, id));
  return {
    what: label(row) ?? formula(expression, operands),
    how: howOf(shared(row, operands), words),
    dimensions: (operands[0]?.dimensions ?? []).filter(isShared(operands)),
    unit: undefined,
  };
}

const AGGREGATES: Readonly<Record<string, string>> = {
  AVG: 'Average',
  COUNT: 'SampleCount',
  MAX: 'Maximum',
  MIN: 'Minimum',
  SUM: 'Sum',
};

function label(row: AlarmMetric): string | undefined {
  return row.label === undefined || IDLE_LABEL.test(row.label) ? undefined : row.label;
}

/** `METRICS()` means all of them. */
export function mentions(expression: string, id: string): boolean {
  return /\bMETRICS\(/i.test(expression) || expression.split(/\W+/).includes(id);
}

/** The expression with the metrics' names for their ids: `100*m2/m1` says nothing. */
function formula(expression: string, operands: readonly AlarmMetric[]): string {
  const names = new Map(operands.map(({ id, name }) => [id, name ?? id]));
  return expression.slice(0, 500).replace(/\b[a-z]\w*\b/g, (word) => names.get(word) ?? word);
}

/** Returns the properties that all operands have in common, as if they were one metric's. */
function shared(row: AlarmMetric, operands: readonly AlarmMetric[]): AlarmMetric {
  return {
    ...row,
    namespace: sharedValue(operands.map(({ namespace }) => namespace)),
    statistic: sharedValue(operands.map(({ statistic }) => statistic?.toLowerCase())),
    periodSeconds: sharedValue(operands.map(({ periodSeconds }) => periodSeconds)) ?? row.periodSeconds,
  };
}

function isShared(operands: readonly AlarmMetric[]): (dimension: Dimension) => boolean {
  return ({ name, value }) =>
    operands.every(({ dimensions }) => dimensions.some((other) => other.name === name && other.value === value));
}

function howOf({ namespace, statistic, periodSeconds }: AlarmMetric, words: Words): readonly string[] {
  const period =
    periodSeconds !== undefined && periodSeconds > 0 ? formatDuration(periodSeconds * 1000, words) : undefined;
  return [withoutVendor(namespace), statistic && statisticName(statistic, words), period].filter(
    (part): part is string => part !== undefined && part !== '',
  );
}

/** Returns a namespace of AWS without `AWS/`, and any other as it is. */
export function withoutVendor(namespace: string | undefined): string | undefined {
  return namespace?.startsWith('AWS/') ? namespace.slice('AWS/'.length) : namespace;
}

/** SNS writes `AVERAGE`, the others `Average`; percentiles stay as they are. */
function statisticName(statistic: string, words: Words): string {
  const key = statistic.toLowerCase().replaceAll('_', '');
  return getOwn<string>(words.alarm.statistic, key) ?? statistic.toLowerCase();
}
