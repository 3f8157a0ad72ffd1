import { formatTime } from './format.js';

/** A text without a year has no date, and this one short search is cheaper than the two long ones. */
const YEAR = /\d{4}/;

/** A date and time inside a sentence, with the zone that AWS may write after it. */
const TIME = /\b(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?(?: ?(Z|UTC|GMT|[+-]\d\d:?\d\d)\b)?/g;

/** The same in words, with a zone that shows it is not local: `Saturday 21 November, 2026 18:31:07 UTC`. */
const TIME_IN_WORDS =
  /\b(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?(\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2}),? (\d{4}),?(?: at)? (\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?) (?:UTC|GMT)\b/g;

/**
 * Converts the times in a sentence from AWS to local ones: nobody wants to convert UTC at three in the morning. ISO 8601 without
 * a zone is UTC; `2026-11-22 20:03` without one may be anything, and is left alone.
 */
export function withLocalTimes(text: string, timeZone: string): string {
  if (!YEAR.test(text)) return text;
  const plain = text.replace(TIME_IN_WORDS, (found, day: string, year: string, time: string) => {
    return formatTime(Date.parse(`${day} ${year} ${time.replace(/(?<=\d)(?=[AP]M)/, ' ')} UTC`), timeZone) ?? found;
  });
  return plain.replace(TIME, (found, date: string, between: string, time: string, zone: string | undefined) => {
    if (between === ' ' && zone === undefined) return found;
    const offset = zone === undefined || /^[A-Z]+$/.test(zone) ? 'Z' : zone;
    return formatTime(`${date}T${time}${offset}`, timeZone) ?? found;
  });
}

/** A time of day with its zone, or two times with one zone after the second: `Between 02:40 and 03:25 UTC`, `[09:05 AM PST]`. */
const CLOCK =
  /\b(\d{1,2}:\d\d)(?: ?([AP]M))?(?:( and | to | ?[-–] ?)(\d{1,2}:\d\d)(?: ?([AP]M))?)? (UTC|GMT|PST|PDT)\b/g;
const HOURS_AHEAD: Readonly<Record<string, number>> = { PDT: -7, PST: -8 };
const WRITTEN_DATES = [
  /\b(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d/,
  /\d(st|nd|rd|th)?( of)? (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/,
  /\d[-/]\d/,
];

/**
 * Converts the times of day in a text from AWS Health to local ones. A text that names a date is left alone: its times may fall
 * on another local day.
 * @param on the time that the text is about, in milliseconds since 1970.
 */
export function withLocalClock(text: string, on: number, timeZone: string): string {
  if (WRITTEN_DATES.some((date) => date.test(text))) return text;
  const day = new Date(on).toISOString().slice(0, 10);
  const local = (clock: string, half: string | undefined, zone: string): string => {
    const ms = Date.parse(`${day} ${clock}${half === undefined ? '' : ` ${half}`} UTC`);
    return formatTime(ms - (HOURS_AHEAD[zone] ?? 0) * 3_600_000, timeZone)?.slice(11, 16) ?? `${clock} ${zone}`;
  };
  return text.replace(CLOCK, (found, from, fromHalf, between, to, toHalf, zone) => {
    if (to === undefined) return local(from, fromHalf, zone);
    // `11:30 to 12:15 PM` does not say which half of the day the first time is in.
    const clear = (fromHalf === undefined) === (toHalf === undefined);
    return clear ? `${local(from, fromHalf, zone)}${between}${local(to, toHalf, zone)}` : found;
  });
}
