import { DAY_MINUTES, localTimeAt } from './local-time.js';
import { DAYS, type Day, type DayRange, type Quiet, type Routes } from './rule.js';

/** The days on which people work or not against the week's order. */
export type Calendar = Pick<Routes, 'holidays' | 'workdays'>;

/**
 * Returns true if `now` is in the quiet hours. Hours over midnight belong to the day on which they begin.
 * @param now milliseconds since 1970.
 * @param defaultTimeZone the zone of hours that name none.
 */
export function isQuiet(quiet: Quiet, now: number, defaultTimeZone: string, calendar: Calendar = {}): boolean {
  const { from, to, timeZone, days } = quiet;
  const { day, minute } = localTimeAt(now, timeZone ?? defaultTimeZone);
  const isOn = (begun: number) => isOnDays(days, begun, calendar);
  if (from <= to) return minute >= from && minute < to && isOn(day);
  return (minute >= from && isOn(day)) || (minute < to && isOn(day - 1));
}

/**
 * Returns true if a day is one of these, or if there are no such days.
 * @param day days since 1970-01-01.
 */
export function isOnDays(days: readonly Day[] | undefined, day: number, calendar: Calendar): boolean {
  return !days || days.some((one) => isDay(one, day, calendar));
}

/** Returns the quiet hours that it is: the first, if several overlap. */
export function quietAt(
  quiet: Quiet | readonly Quiet[] | undefined,
  now: number,
  defaultTimeZone: string,
  calendar: Calendar,
): Quiet | undefined {
  return quietsOf(quiet).find((one) => isQuiet(one, now, defaultTimeZone, calendar));
}

/** Returns a rule's quiet hours as a list, in whichever form they were compiled. */
export function quietsOf(quiet: Quiet | readonly Quiet[] | undefined): readonly Quiet[] {
  if (quiet === undefined) return [];
  return 'from' in quiet ? [quiet] : quiet;
}

/** Hours that last all day. */
export const ALL_DAY = { from: 0, to: DAY_MINUTES } as const;

/** 1970-01-01 was a Thursday, the fourth of {@link DAYS}. */
const FIRST_WEEKDAY = 3;

/** Returns the number of a day in its week: 0 is Monday. */
export function weekdayOf(day: number): number {
  return (((day + FIRST_WEEKDAY) % 7) + 7) % 7;
}

function isDay(wanted: Day, day: number, calendar: Calendar): boolean {
  if (wanted !== 'weekday' && wanted !== 'weekend') return DAYS[weekdayOf(day)] === wanted;
  return isWorkday(day, calendar) === (wanted === 'weekday');
}

/** Returns true if a day (since 1970-01-01) is worked: holidays are stronger than worked days, which are stronger than weekends. */
export function isWorkday(day: number, { holidays = [], workdays = [] }: Calendar): boolean {
  const isIn = ({ first, last }: DayRange) => day >= first && day <= last;
  if (holidays.some(isIn)) return false;
  return workdays.some(isIn) || weekdayOf(day) < 5;
}
