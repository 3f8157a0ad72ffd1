import type { Heard, Variant } from './outage-run.js';

/** The result of one outage in one variant, or of a calm hour. */
export type Row =
  | {
      readonly kind: 'outage';
      readonly title: string;
      readonly variant: Variant;
      /** The outage cannot be heard in this variant. */
      readonly isUnheard: boolean;
      /** By the alarms of each template. */
      readonly heard: readonly Heard[];
      readonly shown: number;
      readonly parked: number;
      readonly failedEvents: number;
    }
  | {
      readonly kind: 'calm';
      readonly title: string;
      /** The alarms that told someone something, of any template. */
      readonly raised: readonly string[];
      readonly shown: number;
    };

/** Longest time to an alarm, minutes. */
export const TARGET_MINUTES: Readonly<Record<Variant, number>> = { message: 15, night: 20 };

/** Returns true if the row is as it has to be. */
export function isMet(row: Row): boolean {
  if (row.kind === 'calm') return row.raised.length === 0;
  const { heard, variant, isUnheard, shown, parked, failedEvents } = row;
  const isShownOrKept = variant === 'night' ? shown + parked + failedEvents === 0 : shown + failedEvents >= 1;
  return (
    isShownOrKept &&
    heard.every(({ minutes, okMinutes }) => {
      const isInTime = isUnheard ? minutes === undefined : minutes !== undefined && minutes <= TARGET_MINUTES[variant];
      return isInTime && okMinutes !== undefined;
    })
  );
}

const WIDTHS = [40, 8, 22, 9, 9] as const;

export const TABLE_HEAD = columns('outage', 'variant', 'first alarm', 'minutes', 'OK after');

/** Returns the row as a line of the table, by the template that is slower. */
export function lineOf(row: Row): string {
  const sign = isMet(row) ? '✓' : '✗';
  if (row.kind === 'calm') {
    const alarms = row.raised.length === 0 ? 'nobody is mailed' : row.raised.join(', ');
    return `${sign} ${columns(row.title, 'calm', alarms, `${row.shown} shown`)}`;
  }
  const alarms = [...new Set(row.heard.map(({ alarm }) => alarm ?? 'none'))].join(', ');
  const slowest = (values: readonly (number | undefined)[]): string =>
    values.includes(undefined) ? '–' : Math.max(...values.map((value) => value ?? 0)).toFixed(1);
  return `${sign} ${columns(
    row.title,
    row.variant,
    row.isUnheard ? `${alarms}, as expected` : alarms,
    slowest(row.heard.map(({ minutes }) => minutes)),
    slowest(row.heard.map(({ okMinutes }) => okMinutes)),
  )}`;
}

function columns(...texts: readonly string[]): string {
  return texts
    .map((text, index) => text.padEnd(WIDTHS[index] ?? 0))
    .join(' ')
    .trimEnd();
}
