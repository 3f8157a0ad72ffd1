/** Zone of the times people read if none is set. */
export const DEFAULT_TIME_ZONE = 'Asia/Shanghai';

/** An hour, in milliseconds. */
const HOUR_MS = 3_600_000;

/**
 * UTC offsets, in hours, of zones that have kept the same offset since 1992. The first use of Intl costs a cold start
 * 10 to 15 ms, and these zones do not need it.
 */
const STEADY_HOURS: ReadonlyMap<string, number> = new Map([
  [DEFAULT_TIME_ZONE, 8],
  ['Asia/Hong_Kong', 8],
  ['Asia/Singapore', 8],
  ['Asia/Taipei', 8],
  ['Asia/Tokyo', 9],
  ['UTC', 0],
]);
const STEADY_FROM = Date.UTC(1992, 0);
/** ISO 8601 writes later years with a sign and more digits. */
const STEADY_UNTIL = Date.UTC(10_000, 0) - 24 * HOUR_MS;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, made);
  return made;
}

/** Returns true if it is the name of an IANA time zone. */
export function isTimeZone(timeZone: unknown): timeZone is string {
  if (typeof timeZone !== 'string') return false;
  if (STEADY_HOURS.has(timeZone)) return true;
  try {
    formatOf(timeZone);
    return true;
  } catch {
    // Intl throws a RangeError for a name it does not know.
    return false;
  }
}

/**
 * Returns the wall-clock time in an IANA zone to the second, `2026-11-22 20:03:37`.
 * @param ms milliseconds since 1970, at most ±8.64e15.
 * @throws {RangeError} If `ms` is outside that range, or the zone is unknown.
 */
export function wallClock(ms: number, timeZone: string): string {
  const hours = STEADY_HOURS.get(timeZone);
  if (hours === undefined || ms < STEADY_FROM || ms >= STEADY_UNTIL) return formatOf(timeZone).format(ms);
  return new Date(ms + hours * HOUR_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** Returns a wall-clock time to the minute, with its date unless that is today's: `09:30`, `11-27 09:30`. */
export function shortTime(at: number, now: number, timeZone: string): string {
  const shown = wallClock(at, timeZone);
  return wallClock(now, timeZone).startsWith(shown.slice(0, 10)) ? shown.slice(11, 16) : shown.slice(5, 16);
}

const MINUTE_MS = 60_000;

/**
 * Returns a zone's offset from UTC at a moment, `+0800`.
 * @param ms milliseconds since 1970.
 * @throws {RangeError} If the zone is unknown.
 */
export function utcOffset(ms: number, timeZone: string): string {
  const second = Math.floor(ms / 1000) * 1000;
  const minutes = Math.round((Date.parse(`${wallClock(second, timeZone).replace(' ', 'T')}Z`) - second) / MINUTE_MS);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`;
}
