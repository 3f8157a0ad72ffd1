import type { Field } from '../../../domain/content.js';
import type { Words } from '../../../text/words.js';
import { field } from '../../toolkit/field.js';
import { formatMeasure } from './measure.js';
import type { Measured } from './measured.js';
import type { Reason } from './reason.js';

/** Most values shown: the latest and a few before it show the trend. */
const MAX_VALUES = 4;

/** Returns the lines for the measurement, its limit and its current value. */
export function conditionFields(
  measured: Measured | undefined,
  reason: Reason | undefined,
  breaching: boolean,
  words: Words,
): readonly (Field | undefined)[] {
  const write = valueWriter(measured?.unit, reason, words);
  const condition = conditionOf(measured, reason, write, words);
  const extent = breaching ? extentOf(reason, words) : undefined;
  const text = condition && [condition, extent].filter(Boolean).join(words.comma);
  const isLimit = reason?.threshold !== undefined || (measured !== undefined && measured.limit !== 'threshold');
  return [
    field(isLimit ? words.label.condition : words.label.metric, text),
    field(words.label.current, valuesOf(reason, write, words)),
  ];
}

/** Formats a value with its unit. */
export type Write = (value: number) => string;

/** Returns a formatter for two digits, or more if two would make the value and its limit look the same. */
export function valueWriter(unit: string | undefined, reason: Reason | undefined, words: Words): Write {
  const [value] = reason?.values ?? [];
  const limits = [reason?.threshold, reason?.lower, reason?.upper].filter(
    (limit) => limit !== undefined && limit !== value,
  );
  const alike = (digits: number): boolean =>
    value !== undefined && limits.some((limit) => same(value, limit, (n) => formatMeasure(n, unit, words, digits)));
  const digits = [2, 4, 6].find((count) => !alike(count)) ?? 2;
  return (number) => formatMeasure(number, unit, words, digits);
}

function same(value: number, limit: number | undefined, write: Write): boolean {
  return limit !== undefined && write(value) === write(limit);
}

function conditionOf(
  measured: Measured | undefined,
  reason: Reason | undefined,
  write: Write,
  { alarm, aside, comma, label }: Words,
): string | undefined {
  const how = measured?.how.join(comma);
  const what = measured && `${measured.what}${how ? aside(how) : ''}`;
  const { lower, upper, threshold, comparison } = reason ?? {};
  if (lower !== undefined && upper !== undefined)
    return alarm.outsideBand(what ?? label.metric, write(lower), write(upper));
  if (upper !== undefined) return alarm.aboveBand(what ?? label.metric, write(upper));
  if (lower !== undefined) return alarm.belowBand(what ?? label.metric, write(lower));
  if (threshold !== undefined && comparison !== undefined)
    return alarm.condition(what ?? label.metric, comparison, write(threshold));
  return what && measured?.limit === 'band' ? alarm.anomaly(what) : what;
}

/** Returns the share of the time, or of the time series watched; nothing if it is one of one. */
function extentOf(reason: Reason | undefined, { alarm }: Words): string | undefined {
  const { datapoints, contributors } = reason ?? {};
  if (contributors !== undefined) return alarm.contributors(contributors.count, contributors.of);
  if (datapoints === undefined || datapoints.of < 2) return undefined;
  const { count, of } = datapoints;
  return count === of ? alarm.consecutive(count) : alarm.outOf(count, of);
}

function valuesOf(
  reason: Reason | undefined,
  write: Write,
  { alarm, aside, comma, listSeparator }: Words,
): string | undefined {
  const [latest, ...earlier] = (reason?.values ?? []).slice(0, MAX_VALUES).map(write);
  const { missing, unknown } = reason ?? {};
  if (latest !== undefined)
    return earlier.length === 0 ? latest : `${latest}${aside(alarm.earlier(earlier.join(listSeparator)))}`;
  if (unknown !== undefined) return alarm.missing(unknown);
  if (missing === undefined) return undefined;
  const { count, periods, treatedAs } = missing;
  const told = periods === count ? alarm.noData(count) : alarm.missing(count);
  return treatedAs === 'other' ? told : [told, alarm.treatedAs[treatedAs]].join(comma);
}
