import { CloudWatchLogsClient, DescribeMetricFiltersCommand } from '@aws-sdk/client-cloudwatch-logs';
import type { AwsSettings } from '../aws/clients.js';
import { insightsQuery, type MetricFilter } from './metric-filter.js';
import { perRegion } from './per-region.js';

/** Reads the metric filters of regions. */
export interface Logs {
  /**
   * Resolves to the filter behind a metric, or to `null` if it has none or several. Asks once, and only until the signal.
   * Rejects if CloudWatch Logs does not answer.
   */
  readonly metricFilter: (region: string, metric: FilterMetric, signal: AbortSignal) => Promise<MetricFilter | null>;
}

/** A metric as a metric filter names it. */
export interface FilterMetric {
  readonly namespace: string;
  readonly name: string;
}

/**
 * Creates it, with AWS's client, in a file of its own that is loaded on use.
 * @param settingsFor returns the settings of a region's client.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeMetricFilters.html
 */
export function createLogs(settingsFor: (region: string) => AwsSettings): Logs {
  const clientOf = perRegion((region) => new CloudWatchLogsClient(settingsFor(region)));
  return {
    metricFilter: async (region, { namespace, name }, abortSignal) => {
      const asked = new DescribeMetricFiltersCommand({ metricNamespace: namespace, metricName: name, limit: 2 });
      const { metricFilters = [] } = await clientOf(region).send(asked, { abortSignal });
      const [filter] = metricFilters;
      if (filter?.logGroupName === undefined || metricFilters.length > 1) return null;
      const query = insightsQuery(filter.filterPattern ?? '');
      return { logGroup: filter.logGroupName, ...(query !== undefined && { query }) };
    },
  };
}
