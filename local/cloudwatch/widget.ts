import { arrayAt, isObject, type JsonObject, numberAt, parseObject, textAt } from '../../src/base/json.js';
import { CloudWatchError } from './cloudwatch-error.js';

/** A line at a value of the metric. */
export interface Limit {
  readonly value: number;
  readonly label: string;
  readonly colour: string;
  /** The side that is shaded. */
  readonly fill: 'above' | 'below' | 'none';
}

/** A line at a moment, milliseconds since 1970. */
export interface Moment {
  readonly at: number;
  readonly label: string;
  readonly colour: string;
}

/** A metric widget as it is drawn. */
export interface Widget {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly isDark: boolean;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
  readonly periodMs: number;
  /** The zone of its times, `+0800`. */
  readonly zone: string;
  /** The names of what it shows. Absent if it has no legend. */
  readonly legend?: readonly string[];
  /** True if it has the band that anomaly detection expects. */
  readonly hasBand: boolean;
  readonly limit?: Limit;
  readonly moment?: Moment;
}

/** An absolute time, as AWS's page has it. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;

/**
 * Reads a metric widget. CloudWatch takes relative times too, `-PT3H`, and draws three hours without a start; they are refused here,
 * as pictures of an alarm are of the time of its change.
 * @param region the region of the request, which the widget may name, and no other.
 * @throws {CloudWatchError} If it is no widget.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Metric-Widget-Structure.html
 */
export function readWidget(written: unknown, region: string): Widget {
  const widget = parseObject(typeof written === 'string' ? written : '');
  const rows = arrayAt(widget, 'metrics');
  const isOfRegion = [undefined, region].includes(textAt(widget, 'region'));
  if (!widget || rows.length === 0 || !isOfRegion) throw refused('must be one of this region with metrics');
  const [start, end] = [timeAt(widget, 'start'), timeAt(widget, 'end')];
  if (start >= end) throw refused('must start before it ends');
  const [limit, moment] = [limitIn(widget), momentIn(widget)];
  return {
    ...{ width: numberAt(widget, 'width') ?? 600, height: numberAt(widget, 'height') ?? 400 },
    ...{
      start,
      end,
      periodMs: (numberAt(widget, 'period') ?? 300) * 1000,
      zone: textAt(widget, 'timezone') ?? '+0000',
    },
    isDark: textAt(widget, 'theme') === 'dark',
    title: textAt(widget, 'title') ?? '',
    hasBand: rows.some((row) => JSON.stringify(row).includes('ANOMALY_DETECTION_BAND')),
    ...(textAt(widget, 'legend', 'position') !== 'hidden' && { legend: rows.flatMap(nameOf) }),
    ...(limit && { limit }),
    ...(moment && { moment }),
  };
}

function refused(rule: string): CloudWatchError {
  return new CloudWatchError('InvalidParameterValueException', `Cannot draw the widget as it ${rule}`);
}

function timeAt(widget: JsonObject, key: 'start' | 'end'): number {
  const written = textAt(widget, key) ?? '';
  const time = TIME.test(written) ? Date.parse(written) : Number.NaN;
  if (Number.isNaN(time)) throw refused(`must have an absolute ${key}`);
  return time;
}

/** Returns the name of what a row of metrics shows, or nothing if it is hidden. */
function nameOf(row: unknown): string | readonly [] {
  const options: unknown = Array.isArray(row) ? row.at(-1) : undefined;
  if (!Array.isArray(row) || (isObject(options) && options['visible'] === false)) return [];
  return textAt(options, 'label') ?? textAt(options, 'expression') ?? textAt(row, 1) ?? [];
}

function limitIn(widget: JsonObject): Limit | undefined {
  const line = arrayAt(widget, 'annotations', 'horizontal')[0];
  const value = numberAt(line, 'value');
  if (value === undefined) return undefined;
  const fill = (['above', 'below'] as const).find((side) => side === textAt(line, 'fill')) ?? 'none';
  return { value, fill, label: textAt(line, 'label') ?? '', colour: textAt(line, 'color') ?? '#d13212' };
}

function momentIn(widget: JsonObject): Moment | undefined {
  const line = arrayAt(widget, 'annotations', 'vertical')[0];
  const at = Date.parse(textAt(line, 'value') ?? '');
  if (Number.isNaN(at)) return undefined;
  return { at, label: textAt(line, 'label') ?? '', colour: textAt(line, 'color') ?? '#5f6b7a' };
}
