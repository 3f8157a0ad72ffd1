import { wallClock } from '../base/time-zone.js';

/** A moment as shown by a wall clock in a time zone. */
export interface LocalTime {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Minutes after midnight. */
  readonly minute: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Minutes of a day. */
export const DAY_MINUTES = 1440;

/** Returns the wall-clock time at `now` (milliseconds since 1970) in an IANA zone. */
export function localTimeAt(now: number, timeZone: string): LocalTime {
  const shown = Date.parse(`${wallClock(now, timeZone).replace(' ', 'T')}Z`);
  const day = Math.floor(shown / DAY_MS);
  return { day, minute: Math.floor((shown - day * DAY_MS) / MINUTE_MS) };
}

/** Returns the wall-clock minutes since 1970-01-01 at `now` (milliseconds since 1970) in an IANA zone. */
export function localMinutesAt(now: number, timeZone: string): number {
  const { day, minute } = localTimeAt(now, timeZone);
  return day * DAY_MINUTES + minute;
}
