import { textAt } from '../../base/json.js';
import { DAY_MINUTES, localTimeAt, momentOf } from '../../routing/local-time.js';
import type { Slot } from './slot.js';

const MINUTE_MS = 60_000;
const DAY_MS = DAY_MINUTES * MINUTE_MS;
const DURATION = /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?)?$/;
const AT = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d)(?::00)?\)$/;
const CRON = /^cron\((\S+) (\S+) (\S+) (\S+) (\S+)\)$/;
/** The longest window that is looked for, minutes: 31 days. */
const MAX_MINUTES = 31 * 24 * 60;
/** By number: months are counted from 1. */
const MONTHS = ['', 'JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/**
 * Returns the windows of a mute rule that touch a stretch of time, the earliest begin first. None if the schedule is of a form that AWS
 * does not document.
 * @param schedule the rule's `Schedule`.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Schedule.html
 */
export function windowsOf(schedule: unknown, { from, to }: Slot): readonly Slot[] {
  const { expression, timeZone, lastsMinutes } = readSchedule(schedule);
  if (lastsMinutes === undefined) return [];
  const lastsMs = Math.min(lastsMinutes, MAX_MINUTES) * MINUTE_MS;
  const days = { first: localTimeAt(from - lastsMs, timeZone).day - 1, last: localTimeAt(to, timeZone).day };
  return beginsOf(expression, days)
    .map((localMinutes) => momentOf(localMinutes, timeZone))
    .toSorted((one, other) => one - other)
    .map((begin) => ({ from: begin, to: begin + lastsMinutes * MINUTE_MS }))
    .filter((window) => window.from < to && window.to > from);
}

/** Returns the end of the window of a mute rule that is on, milliseconds since 1970. `undefined` if none is. */
export function muteEnd(schedule: unknown, now: number): number | undefined {
  return windowsOf(schedule, { from: now, to: now + 1 }).at(-1)?.to;
}

interface Schedule {
  readonly expression: string;
  readonly timeZone: string;
  /** `undefined` if it is in no form that AWS documents. */
  readonly lastsMinutes: number | undefined;
}

function readSchedule(schedule: unknown): Schedule {
  return {
    expression: textAt(schedule, 'Expression') ?? '',
    timeZone: textAt(schedule, 'Timezone') ?? 'UTC',
    lastsMinutes: minutesOf(textAt(schedule, 'Duration') ?? ''),
  };
}

/** Reads `P1DT4H30M` as minutes. */
function minutesOf(duration: string): number | undefined {
  const [, days = '0', hours = '0', minutes = '0'] = DURATION.exec(duration) ?? ['', ''];
  return (Number(days) * 24 + Number(hours)) * 60 + Number(minutes) || undefined;
}

/** Returns the wall-clock minutes (since 1970-01-01) at which a schedule's windows begin on some days (since then, too). */
function beginsOf(expression: string, { first, last }: { readonly first: number; readonly last: number }) {
  const [, once] = AT.exec(expression) ?? [];
  if (once !== undefined) return [Date.parse(`${once}Z`) / MINUTE_MS].filter((minutes) => !Number.isNaN(minutes));
  const [, minute = '', hour = '', day = '', month = '', weekday = ''] = CRON.exec(expression) ?? [];
  // AWS does not say whether both have to hold, or either.
  if (weekday === '' || (day !== '*' && weekday !== '*')) return [];
  const [hours, minutes] = [
    numbersTo(24).filter((one) => isIn(hour, one)),
    numbersTo(60).filter((one) => isIn(minute, one)),
  ];
  return numbersTo(last - first + 1)
    .map((index) => first + index)
    .filter((one) => {
      const at = new Date(one * DAY_MS);
      return (
        isIn(day, at.getUTCDate()) &&
        isIn(month, at.getUTCMonth() + 1, MONTHS) &&
        isIn(weekday, at.getUTCDay(), WEEKDAYS)
      );
    })
    .flatMap((one) => hours.flatMap((atHour) => minutes.map((atMinute) => one * DAY_MINUTES + atHour * 60 + atMinute)));
}

function numbersTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Returns true if a number is in a field of a cron expression: `*`, numbers, names, ranges of them, lists of all these. */
function isIn(field: string, number: number, names: readonly string[] = []): boolean {
  const numberOf = (text: string): number => (names.includes(text) ? names.indexOf(text) : Number(text));
  return field.split(',').some((part) => {
    const [first = '', last = first] = part.split('-');
    return part === '*' || (number >= numberOf(first) && number <= numberOf(last));
  });
}
