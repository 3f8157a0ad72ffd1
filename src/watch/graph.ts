import { cut } from '../base/cut.js';
import { utcOffset } from '../base/time-zone.js';
import type { Graph, Plot, PlotLimit, PlotRow, Unplotted } from '../domain/graph.js';

const MINUTE_MS = 60_000;
/** Pixels. A phone is 390 wide, and shows CloudWatch's letters, which have one size, almost as large as they are. */
const SIZE = { width: 440, height: 300 } as const;
/** Periods before the change: enough to see what is usual. */
const PERIODS = 36;
/** The shortest stretch before the change, milliseconds. */
const MIN_SPAN_MS = 60 * MINUTE_MS;
/** The share of that stretch which is left after the change, so that its line and its label stand inside. */
const SHARE_AFTER = 1 / 12;
/** Red, as AWS's console has it, for the threshold; grey for the moment. */
const COLOUR = { limit: '#d13212', moment: '#5f6b7a' } as const;
/** Longest title, in characters: one line. */
const MAX_TITLE = 60;
/** Most bytes of a widget: it waits in the queue with its text. An alarm on ten metrics takes some 3 kB. */
export const MAX_WIDGET_BYTES = 16 * 1024;

/** The alarm whose graph it is, and the place and time in which people read it. */
export interface Graphed {
  readonly title: string;
  readonly region: string;
  /** The moment of the change, milliseconds since 1970. */
  readonly changedAt: number;
  /** IANA zone. */
  readonly timeZone: string;
}

/**
 * Returns the graph of an alarm around its change, or the reason why there is none: CloudWatch's own metric widget, with its
 * threshold as a line, or its band, and the moment of the change.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Metric-Widget-Structure.html
 */
export function graphOf({ rows, limit }: Plot, { title, region, changedAt, timeZone }: Graphed): Graph | Unplotted {
  // CloudWatch has no such call there.
  if (region.startsWith('us-gov-')) return { none: 'CloudWatch draws no graphs in GovCloud' };
  const periodSeconds = Math.max(...rows.map(({ metric }) => metric?.periodSeconds ?? 0)) || 300;
  const spanMs = Math.max(PERIODS * periodSeconds * 1000, MIN_SPAN_MS);
  const widget = JSON.stringify({
    ...SIZE,
    title: title.length > MAX_TITLE ? `${cut(title, MAX_TITLE)}…` : title,
    view: 'timeSeries',
    stacked: false,
    theme: 'light',
    region,
    timezone: utcOffset(changedAt, timeZone),
    start: timeText(changedAt - spanMs),
    end: timeText(changedAt + spanMs * SHARE_AFTER),
    period: periodSeconds,
    legend: { position: rows.filter(({ isShown }) => isShown).length > 1 ? 'bottom' : 'hidden' },
    metrics: rows.map(widgetRow),
    annotations: {
      ...(limit && { horizontal: [limitLine(limit)] }),
      vertical: [{ label: 'ALARM', value: timeText(changedAt), color: COLOUR.moment }],
    },
  });
  const bytes = Buffer.byteLength(widget);
  return bytes > MAX_WIDGET_BYTES ? { none: `Its widget would take ${bytes} bytes` } : { region, widget };
}

/** AWS's sample of an absolute time has no milliseconds. */
function timeText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

function widgetRow({ id, isShown, label, expression, metric }: PlotRow): readonly unknown[] {
  const common = {
    ...(id !== '' && { id }),
    ...(label !== undefined && { label }),
    ...(!isShown && { visible: false }),
  };
  if (!metric) return [{ expression, ...common }];
  const { namespace, name, dimensions, stat, periodSeconds } = metric;
  return [namespace, name, ...dimensions.flat(), { stat, period: periodSeconds, ...common }];
}

function limitLine({ value, comparison }: PlotLimit): object {
  const fill = comparison === undefined ? 'none' : comparison === '>' || comparison === '≥' ? 'above' : 'below';
  return {
    label: [comparison, value].filter((part) => part !== undefined).join(' '),
    value,
    color: COLOUR.limit,
    fill,
  };
}
