import { FLAP_WINDOW_MS, MIN_FLAPS } from '../../domain/flapping.js';
import type { DescribedAlarm } from '../alarm/described-alarm.js';
import type { Slot } from '../alarm/slot.js';
import type { AlarmState, Transition } from '../alarm/transition.js';

/** The ALARMs of one alarm in a stretch of time. */
export interface Past {
  /** How often it was in ALARM: what it began with counts as once. */
  readonly times: number;
  /** How long it was in ALARM, milliseconds. */
  readonly inAlarmMs: number;
  /** True if it went to ALARM several times within half an hour. */
  readonly flaps: boolean;
}

/**
 * Returns what an alarm did in a stretch of time. If it was in ALARM before, that counts from the begin of the stretch on.
 * @param alarm as it is now, or was at the end of the stretch.
 * @param transitions oldest first; those of the stretch, and any others.
 */
export function pastOf(
  alarm: Pick<DescribedAlarm, 'state' | 'changedAt'>,
  transitions: readonly Transition[],
  { from, to }: Slot,
): Past {
  const within = transitions.filter(({ at }) => at >= from && at < to);
  const states = [{ at: from, to: stateAt(alarm, transitions, from) }, ...within];
  const inAlarmMs = states.reduce(
    (sum, { at, to: state }, index) => (state === 'ALARM' ? sum + (states[index + 1]?.at ?? to) - at : sum),
    0,
  );
  const alarms = within.filter((one) => one.to === 'ALARM').map(({ at }) => at);
  return {
    times: states.filter((one) => one.to === 'ALARM').length,
    inAlarmMs,
    flaps: alarms.some((at, index) => isFlap(alarms[index + MIN_FLAPS - 1], at)),
  };
}

/** Returns an alarm's state just before a moment, by the change before it, or the one after it, or if there are none by itself. */
function stateAt(
  { state, changedAt }: Pick<DescribedAlarm, 'state' | 'changedAt'>,
  transitions: readonly Transition[],
  moment: number,
): AlarmState | undefined {
  const before = transitions.findLast(({ at }) => at < moment);
  if (before) return before.to;
  if (transitions.length > 0) return transitions[0]?.from;
  return changedAt < moment ? state : undefined;
}

function isFlap(last: number | undefined, first: number): boolean {
  return last !== undefined && last - first <= FLAP_WINDOW_MS;
}
