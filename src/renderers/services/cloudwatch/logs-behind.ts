import { logsLink, logsWindow } from '../../../aws/logs-link.js';
import type { RenderedContent } from '../../../domain/content.js';
import type { Alarm } from './alarm.js';

/** Periods of its metric that are shown at least. */
const MIN_PERIODS = 3;
/** Longest names of a namespace and of a metric. */
const MAX_NAME = 256;

/** Returns the link to what a log alarm in ALARM found: its query and its groups are in its configuration. */
export function logAlarmLink({ state, query, since, metrics }: Alarm, region: string): string | undefined {
  if (state !== 'ALARM' || query?.aggregation === undefined || since === undefined) return undefined;
  const [{ periodSeconds = 0 } = {}] = metrics;
  const window = logsWindow(since, MIN_PERIODS * periodSeconds * 1000);
  return logsLink(region, { query: query.text, groups: query.logGroups, ...window });
}

/**
 * Returns the one metric that an alarm watches, if a metric filter may count it: those of AWS's services have namespaces that
 * begin with `AWS/`, which no filter may use.
 */
export function filteredMetric({ state, metrics, contributor }: Alarm): RenderedContent['logMetric'] {
  const named = metrics.filter(({ name }) => name !== undefined);
  const [{ namespace = '', name = '' } = {}] = named;
  const isOne = named.length === 1 && contributor === undefined && state !== 'INSUFFICIENT_DATA';
  if (!isOne || namespace === '' || namespace.startsWith('AWS/')) return undefined;
  return namespace.length <= MAX_NAME && name.length <= MAX_NAME ? { namespace, name } : undefined;
}
