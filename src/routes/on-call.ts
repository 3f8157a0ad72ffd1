import { localTimeAt } from './local-clock.js';
import type { Quiet, Rotate } from './rule.js';

/** Whether `now` (milliseconds since 1970) is in the quiet hours. */
export function isQuiet({ from, to, timeZone }: Quiet, now: number): boolean {
  const { minute } = localTimeAt(now, timeZone);
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** Who is on call at `now` (milliseconds since 1970). Before the first day the turns run backwards: somebody always is. */
export function onCallAt({ people, every, startDay, handOver, timeZone }: Rotate, now: number): string | undefined {
  const { day, minute } = localTimeAt(now, timeZone);
  // Until the hand-over it is still yesterday's turn.
  const dutyDay = minute < handOver ? day - 1 : day;
  const turn = Math.floor((dutyDay - startDay) / (every === 'week' ? 7 : 1));
  return people[((turn % people.length) + people.length) % people.length];
}
