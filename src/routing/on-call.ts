import { wallClock } from '../base/time-zone.js';
import type { Quiet, Rotate } from './rule.js';

/**
 * Returns true if `now` is in the quiet hours.
 * @param now milliseconds since 1970.
 * @param defaultTimeZone the zone of hours that name none.
 */
export function isQuiet({ from, to, timeZone }: Quiet, now: number, defaultTimeZone: string): boolean {
  const { minute } = localTimeAt(now, timeZone ?? defaultTimeZone);
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

/**
 * Returns the person on call. Before the first day the turns run backwards, so that there is always one.
 * @param now milliseconds since 1970.
 * @param defaultTimeZone the zone of a rota that names none.
 */
export function onCallAt(rotate: Rotate, now: number, defaultTimeZone: string): string | undefined {
  const { people, every, startDay, handOver, timeZone = defaultTimeZone } = rotate;
  const { day, minute } = localTimeAt(now, timeZone);
  // Until the hand-over it is still the turn of the day before.
  const dutyDay = minute < handOver ? day - 1 : day;
  const turn = Math.floor((dutyDay - startDay) / (every === 'week' ? 7 : 1));
  return people[((turn % people.length) + people.length) % people.length];
}

/** A moment as shown by a wall clock in a time zone. */
export interface LocalTime {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Minutes after midnight. */
  readonly minute: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Returns the wall-clock time at `now` (milliseconds since 1970) in an IANA zone. */
export function localTimeAt(now: number, timeZone: string): LocalTime {
  const shown = Date.parse(`${wallClock(now, timeZone).replace(' ', 'T')}Z`);
  const day = Math.floor(shown / DAY_MS);
  return { day, minute: Math.floor((shown - day * DAY_MS) / MINUTE_MS) };
}
