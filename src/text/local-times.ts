import { formatTime } from './format.js';

/** A date and time inside a sentence, with the zone AWS may write after it. */
const TIME = /\b(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?(?: ?(Z|UTC|GMT|[+-]\d\d:?\d\d)(?!\w))?/g;

/** The same in words, where the zone says that it is not local: `Saturday 21 November, 2026 18:31:07 UTC`. */
const TIME_IN_WORDS =
  /\b(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?(\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2}),? (\d{4}),?(?: at)? (\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?) (?:UTC|GMT)\b/g;

/**
 * A sentence of AWS's with the times in it as local ones: nobody converts UTC at three in the morning. ISO 8601 without a
 * zone is UTC; `2026-11-22 20:03` without one may be anything and is left alone.
 */
export function withLocalTimes(text: string, timeZone: string): string {
  const plain = text.replace(TIME_IN_WORDS, (found, day: string, year: string, time: string) => {
    return formatTime(Date.parse(`${day} ${year} ${time.replace(/(?<=\d)(?=[AP]M)/, ' ')} UTC`), timeZone) ?? found;
  });
  return plain.replace(TIME, (found, date: string, between: string, time: string, zone: string | undefined) => {
    if (between === ' ' && zone === undefined) return found;
    const offset = zone === undefined || /^[A-Z]+$/.test(zone) ? 'Z' : zone;
    return formatTime(`${date}T${time}${offset}`, timeZone) ?? found;
  });
}
