import { formatTime } from './format.js';

/** A date and time inside a sentence, with the zone AWS may write after it. */
const TIME = /\b(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?(?: ?(Z|UTC|GMT|[+-]\d\d:?\d\d)(?!\w))?/g;

/**
 * A sentence of AWS's with the times in it as local ones: nobody converts UTC at three in the morning. ISO 8601 without a
 * zone is UTC; `2026-11-22 20:03` without one may be anything and is left alone.
 */
export function withLocalTimes(text: string, timeZone: string): string {
  return text.replace(TIME, (found, date: string, between: string, time: string, zone: string | undefined) => {
    if (between === ' ' && zone === undefined) return found;
    const offset = zone === undefined || /^[A-Z]+$/.test(zone) ? 'Z' : zone;
    return formatTime(`${date}T${time}${offset}`, timeZone) ?? found;
  });
}
