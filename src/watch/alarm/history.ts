import type { Transition } from './transition.js';

/** The facts that an alarm's history has about its end. */
export interface EndedAlarm {
  /** Time since the last change to ALARM, milliseconds. */
  readonly ms: number;
  /** Changes to ALARM in the 24 hours before the end. Absent if the history that was read does not reach back so far. */
  readonly times?: number;
}

/** The part of a history that was read. */
export interface ReadHistory {
  /** Oldest first. */
  readonly transitions: readonly Transition[];
  /** True if there are older changes which were not read. */
  readonly isCut: boolean;
}

const DAY_MS = 24 * 60 * 60_000;
/** Most milliseconds between an event's time of a change and that of its history. */
const TOLERANCE_MS = 2000;

/**
 * Returns what an alarm's history tells of the OK at `endedAt`, or `undefined` if that OK ended no ALARM. It lasted from the latest
 * change to ALARM, as the event itself tells it: of an ALARM that came again after missing data, people have read again. Missing
 * data between ALARM and OK ends nothing.
 * @param endedAt milliseconds since 1970.
 */
export function endedAlarm({ transitions, isCut }: ReadHistory, endedAt: number): EndedAlarm | undefined {
  const before = transitions.filter(({ at, to }) => at < endedAt - (to === 'OK' ? TOLERANCE_MS : 0));
  const states = before.filter(({ to }) => to !== 'INSUFFICIENT_DATA');
  if (states.at(-1)?.to !== 'ALARM') return undefined;
  const alarms = before.filter(({ to }, index) => to === 'ALARM' && before[index - 1]?.to !== 'ALARM');
  const since = alarms.at(-1)?.at;
  if (since === undefined) return undefined;
  const dayBefore = endedAt - DAY_MS;
  const reachesBack = !isCut || (transitions[0]?.at ?? endedAt) <= dayBefore;
  const times = alarms.filter(({ at }) => at > dayBefore).length;
  return { ms: endedAt - since, ...(reachesBack && { times }) };
}
