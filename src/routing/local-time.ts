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

/**
 * Returns the moment at which a wall clock in an IANA zone shows these minutes since 1970-01-01, milliseconds since 1970. Of a time
 * that comes twice it is the first; one that the clock leaves out is as much later as the clock is set forward. So has Temporal
 * it, whose word for it is `compatible`.
 * @see https://tc39.es/proposal-temporal/docs/timezone.html#ambiguity-due-to-dst-or-other-time-zone-offset-changes
 */
export function momentOf(localMinutes: number, timeZone: string): number {
  const asUtc = localMinutes * MINUTE_MS;
  // A zone's offset changes once a day at most: by that of the day before, and by that of the day after.
  const moments = [asUtc - DAY_MS, asUtc + DAY_MS]
    .map((near) => asUtc - (localMinutesAt(near, timeZone) * MINUTE_MS - near))
    .toSorted((one, other) => one - other);
  return moments.find((moment) => localMinutesAt(moment, timeZone) === localMinutes) ?? Math.max(...moments);
}
