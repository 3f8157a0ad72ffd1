import { DAY_MINUTES, localTimeAt } from './local-time.js';
import type { Rotate } from './rule.js';

/**
 * Returns the people on call: one, or those of an override. Before the first day the turns run backwards, so that there is always
 * one.
 * @param now milliseconds since 1970.
 * @param defaultTimeZone the zone of a rota that names none.
 */
export function onCallAt(rotate: Rotate, now: number, defaultTimeZone: string): readonly string[] {
  const { people, every, startDay, handOver, overrides = [], timeZone = defaultTimeZone } = rotate;
  const { day, minute } = localTimeAt(now, timeZone);
  const at = day * DAY_MINUTES + minute;
  const changed = overrides.find(({ from, to }) => at >= from && at < to);
  if (changed) return changed.who;
  // Until the hand-over it is still the turn of the day before.
  const dutyDay = minute < handOver ? day - 1 : day;
  const turn = Math.floor((dutyDay - startDay) / daysOf(every));
  const person = people[((turn % people.length) + people.length) % people.length];
  return person === undefined ? [] : [person];
}

/** Returns the length of a turn in days. */
export function daysOf(every: Rotate['every']): number {
  return every === 'week' ? 7 : 1;
}
