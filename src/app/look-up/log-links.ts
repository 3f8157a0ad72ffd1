import type { Notification } from '../../domain/notification.js';
import type { Logs } from '../../watch/logs.js';
import type { MetricFilter } from '../../watch/metric-filter.js';
import { metricFilterLink } from '../../watch/metric-filter-link.js';
import type { Missing } from './look-up.js';
import { isReadable, type Readable } from './readable-alarm.js';

/** Time for which a metric filter is remembered, and that a metric has none, milliseconds. */
const KEPT_MS = 60 * 60_000;

/** The parts of looking up logs. */
export interface LogLinksParts extends Readable {
  /** Loads what asks CloudWatch Logs. */
  readonly openLogs: () => Promise<Logs>;
}

/** Returns how to look up the logs behind alarms on metrics that a metric filter may count. */
export function logLinks({ openLogs, ...readable }: LogLinksParts): Missing<MetricFilter> {
  return {
    message: 'metric filters not looked up',
    keyOf: (one) => {
      const metric = metricOf(one);
      if (!metric || !isReadable(one, readable)) return undefined;
      return JSON.stringify([one.origin.region, metric.namespace, metric.name]);
    },
    ask: async (one, signal) => {
      const metric = metricOf(one);
      return metric ? (await openLogs()).metricFilter(one.origin.region ?? '', metric, signal) : null;
    },
    add: (one, filter) => {
      const link = metricFilterLink(one, filter);
      if (one.kind !== 'rendered' || link === undefined) return one;
      const { logMetric: _known, ...rest } = one;
      return { ...rest, logsLink: link };
    },
    keptMs: KEPT_MS,
  };
}

function metricOf(notification: Notification) {
  return notification.kind === 'rendered' ? notification.logMetric : undefined;
}
