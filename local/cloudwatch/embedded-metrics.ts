import { arrayAt, isObject, type JsonObject, numberAt, parseObject, textAt } from '../../src/base/json.js';
import type { MetricDatum } from './metric-datum.js';

/**
 * Returns the metrics that CloudWatch Logs finds in a line, in the embedded metric format. A line without any gives none.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function embeddedMetrics(line: string): readonly MetricDatum[] {
  const entry = parseObject(line);
  const at = numberAt(entry, '_aws', 'Timestamp');
  if (entry === undefined || at === undefined) return [];
  return arrayAt(entry, '_aws', 'CloudWatchMetrics').flatMap((directive) => metricsOf(directive, entry, at));
}

function metricsOf(directive: unknown, entry: JsonObject, at: number): readonly MetricDatum[] {
  const namespace = textAt(directive, 'Namespace') ?? '';
  const metrics = arrayAt(directive, 'Metrics').flatMap((definition) => textAt(definition, 'Name') ?? []);
  return arrayAt(directive, 'Dimensions').flatMap((names) => {
    const dimensions = dimensionsOf(arrayAt(names), entry);
    return metrics.flatMap((metric) =>
      valuesIn(entry[metric]).map((value) => ({ namespace, metric, value, at, dimensions })),
    );
  });
}

function dimensionsOf(names: readonly unknown[], entry: JsonObject): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [String(name), textAt(entry, String(name)) ?? '']));
}

/** A metric's value is a number or a list of them. */
function valuesIn(value: unknown): readonly number[] {
  if (isObject(value)) return [];
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'number');
}
