import type { JsonObject } from '../../src/base/json.js';

/** The metric filters of one account and region. */
export interface MetricFilters {
  /** Creates a filter that counts what a pattern finds in a log group. */
  put(logGroupName: string, filterPattern: string, metric: { readonly namespace: string; readonly name: string }): void;
  readonly answers: Readonly<Record<string, (asked: JsonObject) => JsonObject>>;
}

/**
 * Creates them.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeMetricFilters.html
 */
export function createMetricFilters(): MetricFilters {
  const filters: { readonly namespace: string; readonly name: string; readonly filter: JsonObject }[] = [];
  return {
    put: (logGroupName, filterPattern, { namespace, name }) => {
      const metricTransformations = [{ metricName: name, metricNamespace: namespace, metricValue: '1' }];
      const filter = { filterName: `${name}-${filters.length}`, filterPattern, logGroupName, metricTransformations };
      filters.push({ namespace, name, filter });
    },
    answers: {
      DescribeMetricFilters: ({ metricName, metricNamespace, limit }) => {
        const found = filters.filter(({ namespace, name }) => namespace === metricNamespace && name === metricName);
        return { metricFilters: found.slice(0, Number(limit ?? 50)).map(({ filter }) => filter) };
      },
    },
  };
}
