import { arrayAt, isObject, numberAt, textAt } from '../../src/base/json.js';

/** The made-up course of a metric: usual until the change, beyond its limit from then on. */
export interface Series {
  /** Milliseconds since 1970, ascending. */
  readonly times: readonly number[];
  readonly values: readonly number[];
  /** The edges of the band that anomaly detection expects. */
  readonly band?: { readonly lower: readonly number[]; readonly upper: readonly number[] };
  readonly threshold?: number;
  /** The moment of the change, milliseconds since 1970. */
  readonly changedAt: number;
}

/** Datapoints that are beyond the limit before an alarm notices. */
const LATE = 3;
/** The usual value of a metric if no threshold says how large its values are. */
const USUAL = 100;

/** Returns a course that fits a widget: the same for the same widget. */
export function seriesOf(widget: unknown): Series {
  const [start, end] = ['start', 'end'].map((key) => Date.parse(textAt(widget, key) ?? ''));
  const periodMs = (numberAt(widget, 'period') ?? 300) * 1000;
  const changedAt = Date.parse(textAt(widget, 'annotations', 'vertical', 0, 'value') ?? '');
  const threshold = numberAt(widget, 'annotations', 'horizontal', 0, 'value');
  const isBelow = textAt(widget, 'annotations', 'horizontal', 0, 'fill') === 'below';
  const times: number[] = [];
  // The latest datapoint is that of the last period before the change.
  for (let at = (start ?? 0) + periodMs; at <= Math.min(end ?? 0, changedAt); at += periodMs) times.push(at);
  const phase = (textAt(widget, 'title') ?? '').length;
  const usual = threshold ? threshold * (isBelow ? 1.8 : 0.45) : USUAL;
  const bad = threshold ? threshold * (isBelow ? 0.5 : 1.35) : USUAL * 2.2;
  const wave = (index: number): number => usual * (1 + 0.12 * Math.sin(phase + index / 4));
  const values = times.map((_, index) => {
    const late = index - (times.length - 1 - LATE);
    const share = late <= 0 ? 0 : late / LATE;
    return (wave(index) * (1 - share) + bad * share) * (1 + 0.04 * Math.sin(phase + index * 7.3));
  });
  const hasBand = arrayAt(widget, 'metrics').some((row) => /ANOMALY_DETECTION_BAND/.test(JSON.stringify(row)));
  return {
    times,
    values,
    changedAt,
    ...(threshold !== undefined && { threshold }),
    ...(hasBand && {
      band: {
        lower: times.map((_, index) => wave(index) * 0.75),
        upper: times.map((_, index) => wave(index) * 1.25),
      },
    }),
  };
}

/** Returns the names of what a widget shows, for its legend. */
export function legendOf(widget: unknown): readonly string[] {
  return arrayAt(widget, 'metrics').flatMap((row) => {
    const options: unknown = Array.isArray(row) ? row.at(-1) : undefined;
    if (!Array.isArray(row) || (isObject(options) && options['visible'] === false)) return [];
    return textAt(options, 'label') ?? textAt(options, 'expression') ?? textAt(row, 1) ?? [];
  });
}
