import { textAt } from '../../base/json.js';
import { DAY_MINUTES, localMinutesAt, momentOf } from '../../routing/local-time.js';
import type { Slot } from './slot.js';

const MINUTE_MS = 60_000;
const DAY_MS = DAY_MINUTES * MINUTE_MS;
/** The most by which a clock is set, minutes. */
const MAX_SHIFT_MINUTES = 120;
const DURATION = /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?)?$/;
const AT = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d)(?::00)?\)$/;
const CRON = /^cron\((\S+) (\S+) (\S+) (\S+) (\S+)\)$/;
/** The longest window that is looked for, minutes: 31 days. */
const MAX_MINUTES = 31 * 24 * 60;
/** By number: months are counted from 1. */
const MONTHS = ['', 'JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/**
 * Returns the end of a mute rule's window that it is in, milliseconds since 1970: the last begin before `now`, and its duration
 * after it. `undefined` if the schedule is of a form that AWS does not document, or of no window now.
 * @param schedule the rule's `Schedule`.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Schedule.html
 */
export function muteEnd(schedule: unknown, now: number): number | undefined {
  const { expression, timeZone, lastsMinutes } = readSchedule(schedule);
  if (lastsMinutes === undefined) return undefined;
  const begin = beginOf(expression, timeZone, now, lastsMinutes);
  return begin === undefined ? undefined : begin + lastsMinutes * MINUTE_MS;
}

/** Returns the end of a mute rule's window that lies in a slot, milliseconds since 1970, unless another window of it is on then. */
export function muteEndIn(schedule: unknown, slot: Slot): number | undefined {
  const { expression, timeZone, lastsMinutes } = readSchedule(schedule);
  const isBegin = isBeginOf(expression);
  if (!isBegin || lastsMinutes === undefined) return undefined;
  for (let end = slot.from; end < slot.to; end += MINUTE_MS) {
    const begin = end - lastsMinutes * MINUTE_MS;
    const isEnd = localMinutesFor(begin, timeZone).some(isBegin);
    if (isEnd && muteEnd(schedule, end) === undefined) return end;
  }
  return undefined;
}

/** Returns the wall-clock minutes that mean a moment: those it shows, and those that the clock leaves out in favour of them. */
function localMinutesFor(moment: number, timeZone: string): readonly number[] {
  const shown = [localMinutesAt(moment, timeZone), localMinutesAt(moment - DAY_MS, timeZone) + DAY_MINUTES];
  return [...new Set(shown)].filter((local) => momentOf(local, timeZone) === moment);
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

function beginOf(expression: string, timeZone: string, now: number, lastsMinutes: number): number | undefined {
  const local = localMinutesAt(now, timeZone);
  const isBegin = isBeginOf(expression);
  // A window lasts as long as it says even if the clock is set in it.
  const most = Math.min(lastsMinutes, MAX_MINUTES) + MAX_SHIFT_MINUTES;
  for (let ago = -MAX_SHIFT_MINUTES; isBegin && ago < most; ago++) {
    const begin = isBegin(local - ago) ? momentOf(local - ago, timeZone) : now + 1;
    if (begin <= now && now < begin + lastsMinutes * MINUTE_MS) return begin;
  }
  return undefined;
}

/** Returns a test of the wall-clock minutes (since 1970-01-01) at which a schedule begins. */
function isBeginOf(expression: string): ((localMinutes: number) => boolean) | undefined {
  const [, once] = AT.exec(expression) ?? [];
  if (once !== undefined) return (minutes) => minutes === Date.parse(`${once}Z`) / MINUTE_MS;
  const [, minute = '', hour = '', day = '', month = '', weekday = ''] = CRON.exec(expression) ?? [];
  // AWS does not say whether both have to hold, or either.
  if (weekday === '' || (day !== '*' && weekday !== '*')) return undefined;
  return (minutes) => {
    const at = new Date(minutes * MINUTE_MS);
    return (
      isIn(minute, at.getUTCMinutes()) &&
      isIn(hour, at.getUTCHours()) &&
      isIn(day, at.getUTCDate()) &&
      isIn(month, at.getUTCMonth() + 1, MONTHS) &&
      isIn(weekday, at.getUTCDay(), WEEKDAYS)
    );
  };
}

/** Returns true if a number is in a field of a cron expression: `*`, numbers, names, ranges of them, lists of all these. */
function isIn(field: string, number: number, names: readonly string[] = []): boolean {
  const numberOf = (text: string): number => (names.includes(text) ? names.indexOf(text) : Number(text));
  return field.split(',').some((part) => {
    const [first = '', last = first] = part.split('-');
    return part === '*' || (number >= numberOf(first) && number <= numberOf(last));
  });
}
