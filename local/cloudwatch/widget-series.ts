import type { Widget } from './widget.js';

/** The made-up course of a metric: usual until the change, beyond its limit from then on. */
export interface Series {
  /** Milliseconds since 1970, ascending. */
  readonly times: readonly number[];
  readonly values: readonly number[];
  /** The edges of the band that anomaly detection expects. */
  readonly band?: { readonly lower: readonly number[]; readonly upper: readonly number[] };
}

/** Datapoints that are beyond the limit before an alarm notices. */
const LATE = 3;
/** The usual value of a metric if no threshold says how large its values are. */
const USUAL = 100;

/** Returns a course that fits a widget: the same for the same widget. */
export function seriesOf({ start, end, periodMs, title, limit, moment, hasBand }: Widget): Series {
  const [threshold, changedAt] = [limit?.value, moment?.at ?? end];
  const isBelow = limit?.fill === 'below';
  const times: number[] = [];
  // The latest datapoint is that of the last period before the change.
  for (let at = start + periodMs; at <= Math.min(end, changedAt); at += periodMs) times.push(at);
  const phase = title.length;
  const usual = threshold ? threshold * (isBelow ? 1.8 : 0.45) : USUAL;
  const bad = threshold ? threshold * (isBelow ? 0.5 : 1.35) : USUAL * 2.2;
  const wave = (index: number): number => usual * (1 + 0.12 * Math.sin(phase + index / 4));
  const values = times.map((_, index) => {
    const late = index - (times.length - 1 - LATE);
    const share = late <= 0 ? 0 : late / LATE;
    return (wave(index) * (1 - share) + bad * share) * (1 + 0.04 * Math.sin(phase + index * 7.3));
  });
  if (!hasBand) return { times, values };
  const [lower, upper] = [0.75, 1.25].map((share) => times.map((_, index) => wave(index) * share));
  return { times, values, band: { lower: lower ?? [], upper: upper ?? [] } };
}
