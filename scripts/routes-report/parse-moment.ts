import { DAY_MINUTES, localTimeAt, momentOf } from '../../src/routing/local-time.js';
import { weekdayOf } from '../../src/routing/quiet-hours.js';
import { DAYS } from '../../src/routing/rule.js';

/** `Sat 03:00`, `03:00`, `2026-12-26 03:00`. */
const FORM =
  /^(?:(?<day>[a-z]{3})[a-z]*\s+|(?<date>\d{4}-\d\d-\d\d)[ T])?(?<hours>[01]?\d|2[0-3]):(?<minutes>[0-5]\d)$/i;

const MINUTE_MS = 60_000;

/** The allowed forms of a moment, for errors. */
export const MOMENT_FORMS = "a moment such as 'Sat 03:00', '03:00' or '2026-12-26 03:00'";

/**
 * Returns the moment that a text names in a time zone, milliseconds since 1970: the next one after `now`, unless it names a date.
 * `undefined` if it is not a moment.
 */
export function parseMoment(text: string, now: number, timeZone: string): number | undefined {
  const { day, date, hours, minutes } = FORM.exec(text.trim())?.groups ?? {};
  if (hours === undefined) return undefined;
  const minute = Number(hours) * 60 + Number(minutes);
  if (date !== undefined) {
    const begun = Date.parse(`${date}T00:00:00Z`);
    return Number.isNaN(begun) ? undefined : momentOf(begun / MINUTE_MS + minute, timeZone);
  }
  const names: readonly string[] = DAYS.slice(0, 7);
  const weekday = day === undefined ? undefined : names.indexOf(day.toLowerCase());
  if (weekday === -1) return undefined;
  const today = localTimeAt(now, timeZone).day;
  for (let ahead = 0; ahead <= 8; ahead++) {
    if (weekday !== undefined && weekdayOf(today + ahead) !== weekday) continue;
    const moment = momentOf((today + ahead) * DAY_MINUTES + minute, timeZone);
    if (moment > now) return moment;
  }
  return undefined;
}
