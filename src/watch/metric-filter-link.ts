import { logsLink, logsWindow } from '../aws/logs-link.js';
import type { Notification } from '../domain/notification.js';
import type { MetricFilter } from './metric-filter.js';

/** Time before a recovery that its logs are shown for, milliseconds: what it ended began earlier. */
const BEFORE_RECOVERY_MS = 60 * 60_000;

/** Returns the link to what a metric filter counted around an alarm, or before its end, else to the log group. */
export function metricFilterLink(
  { origin, occurredAt, severity }: Pick<Notification, 'origin' | 'occurredAt' | 'severity'>,
  { logGroup, query }: MetricFilter,
): string | undefined {
  const window = logsWindow(occurredAt, severity === 'recovery' ? BEFORE_RECOVERY_MS : 0);
  return logsLink(origin.region ?? '', { groups: [logGroup], ...window, ...(query !== undefined && { query }) });
}
