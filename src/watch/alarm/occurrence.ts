import type { DescribedAlarm } from './described-alarm.js';
import type { Transition } from './transition.js';

/** An alarm that is OK for this long is over, milliseconds. A shorter one is a pause of the same trouble. */
export const QUIET_TO_END_MS = 10 * 60_000;

/** A stretch of trouble: from its first ALARM until an OK that lasts. */
export interface Occurrence {
  /** Its first ALARM, milliseconds since 1970. */
  readonly since: number;
  /** The OK that ended it, if it has lasted for {@link QUIET_TO_END_MS}. */
  readonly endedAt?: number;
  /** Every ALARM in it, milliseconds since 1970, oldest first. */
  readonly alarms: readonly number[];
  /** The time in ALARM or without data, milliseconds, up to its end or `now`. */
  readonly inAlarmMs: number;
}

/**
 * Returns an alarm's occurrences, oldest first. INSUFFICIENT_DATA ends none, and an OK shorter than ten minutes neither, so an alarm
 * that flaps has one long occurrence.
 * @param transitions oldest first. What lies before the first is taken as OK.
 * @param now milliseconds since 1970. Transitions after it are left out.
 */
export function occurrencesOf(transitions: readonly Transition[], now: number): readonly Occurrence[] {
  const known = transitions.filter(({ at }) => at <= now);
  const occurrences: Occurrence[] = [];
  let open: { since: number; alarms: number[]; inAlarmMs: number } | undefined;
  for (const [index, { at, to }] of known.entries()) {
    const until = known[index + 1]?.at ?? now;
    if (to === 'ALARM') {
      open ??= { since: at, alarms: [], inAlarmMs: 0 };
      open.alarms.push(at);
    }
    if (open === undefined) continue;
    if (to !== 'OK') open.inAlarmMs += until - at;
    else if (until - at >= QUIET_TO_END_MS) {
      occurrences.push({ ...open, endedAt: at });
      open = undefined;
    }
  }
  return open ? [...occurrences, open] : occurrences;
}

/**
 * Returns the first ALARM of the trouble that an alarm is in, milliseconds since 1970, as far as its history reaches: it does not end
 * by a pause, nor by missing data.
 * @param transitions oldest first.
 */
export function sinceOf(
  { changedAt }: Pick<DescribedAlarm, 'changedAt'>,
  transitions: readonly Transition[] | undefined,
  now: number,
): number {
  const last = occurrencesOf(transitions ?? [], now).at(-1);
  return last === undefined || last.endedAt !== undefined ? changedAt : Math.min(last.since, changedAt);
}

/**
 * Returns the first ALARM of the trouble that an alarm is in, milliseconds since 1970, or `undefined` if it is in none. Missing data ends
 * no trouble: what was in ALARM and measures nothing now may be dead.
 * @param transitions oldest first.
 */
export function troubleSince(
  alarm: Pick<DescribedAlarm, 'state' | 'changedAt'>,
  transitions: readonly Transition[] | undefined,
  now: number,
): number | undefined {
  if (alarm.state === 'ALARM') return sinceOf(alarm, transitions, now);
  if (alarm.state === 'OK') return undefined;
  const [first] = transitions ?? [];
  // It was in ALARM before all that history still has.
  const before: readonly Transition[] = first?.from === 'ALARM' ? [{ at: first.at, to: 'ALARM' }] : [];
  const last = occurrencesOf([...before, ...(transitions ?? [])], now).at(-1);
  return last?.endedAt === undefined ? last?.since : undefined;
}
