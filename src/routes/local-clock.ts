import { wallClock } from '../time-zone.js';

/** A moment as a wall clock in a time zone shows it. */
export interface LocalTime {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Minutes after midnight. */
  readonly minute: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The wall clock at `now` (milliseconds since 1970) in an IANA zone. */
export function localTimeAt(now: number, timeZone: string): LocalTime {
  const shown = Date.parse(`${wallClock(now, timeZone).replace(' ', 'T')}Z`);
  const day = Math.floor(shown / DAY_MS);
  return { day, minute: Math.floor((shown - day * DAY_MS) / MINUTE_MS) };
}
