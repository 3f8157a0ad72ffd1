import { getOwn } from '../../../base/json.js';
import type { Plot, PlotLimit, PlotMetric, PlotRow, Unplotted } from '../../../domain/graph.js';
import type { Alarm, AlarmMetric } from './alarm.js';
import { isComposite } from './alarm-facts.js';
import { isBand, mentions } from './measured.js';
import type { Reason } from './reason.js';

/** The statistics of an alarm on a single metric, which SNS writes in capitals. */
const STATISTICS: Readonly<Record<string, string>> = {
  average: 'Average',
  maximum: 'Maximum',
  minimum: 'Minimum',
  samplecount: 'SampleCount',
  sum: 'Sum',
};

/** CloudWatch's default, in seconds. */
const DEFAULT_PERIOD = 300;

/** Returns what an alarm measures, or the reason why no graph can show it. */
export function plotOf(alarm: Alarm, reason: Reason | undefined): Plot | Unplotted {
  const none = whyNone(alarm, reason);
  if (none !== undefined) return { none };
  const limit = alarm.metrics.some(isBand) ? undefined : limitOf(alarm, reason);
  return { rows: alarm.metrics.map(rowOf), ...(limit && { limit }) };
}

function whyNone(alarm: Alarm, reason: Reason | undefined): string | undefined {
  const { contributor, query, metrics, account } = alarm;
  if (isComposite(alarm)) return 'A composite alarm measures nothing itself';
  if (query !== undefined) return 'It is an alarm on a query, which a metric widget does not draw';
  if (contributor !== undefined || reason?.contributors !== undefined) return 'It watches many time series';
  if (metrics.length === 0) return 'Its event names no metric';
  const isForeign = metrics.some((row) => row.account !== undefined && row.account !== account);
  return isForeign ? 'It measures another account' : undefined;
}

/** The sentence that all three sources carry says both, unless data was missing: then only the threshold is known by each road. */
function limitOf({ threshold }: Alarm, reason: Reason | undefined): PlotLimit | undefined {
  const value = reason?.threshold ?? threshold;
  const comparison = reason?.comparison;
  return value === undefined ? undefined : { value, ...(comparison !== undefined && { comparison }) };
}

function rowOf(row: AlarmMetric, _index: number, rows: readonly AlarmMetric[]): PlotRow {
  const { compared, label, expression } = row;
  // The only metric of an alarm has another id by each road, and nothing refers to it.
  const id = rows.length > 1 ? row.id : '';
  const metric = expression === undefined ? metricOf(row) : undefined;
  return {
    id,
    // A band is shown around what it is compared with.
    isShown: compared || isBand(row) || rows.some((other) => isBand(other) && mentions(other.expression ?? '', id)),
    ...(label !== undefined && { label }),
    ...(expression !== undefined && { expression }),
    ...(metric && { metric }),
  };
}

function metricOf({ namespace = '', name = '', exact, statistic = '', periodSeconds }: AlarmMetric): PlotMetric {
  return {
    namespace,
    name,
    dimensions: exact.map((dimension) => [dimension.name, dimension.value] as const),
    stat: getOwn<string>(STATISTICS, statistic.toLowerCase().replaceAll('_', '')) ?? (statistic || 'Average'),
    periodSeconds: periodSeconds || DEFAULT_PERIOD,
  };
}
