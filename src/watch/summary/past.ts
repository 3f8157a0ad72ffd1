import { FLAP_WINDOW_MS, MIN_FLAPS } from '../../domain/flapping.js';
import type { Slot } from '../alarm/slot.js';
import type { Transition } from '../alarm/transition.js';

/** The ALARMs of one alarm in a stretch of time. */
export interface Past {
  /** How often it went to ALARM. */
  readonly times: number;
  /** How long it was in ALARM, milliseconds. */
  readonly inAlarmMs: number;
  /** True if it went to ALARM several times within half an hour. */
  readonly flaps: boolean;
}

/**
 * Returns what an alarm did in a stretch of time. If it was in ALARM before, that counts from its begin on.
 * @param transitions oldest first; those of the stretch, and any others.
 */
export function pastOf(transitions: readonly Transition[], { from, to }: Slot): Past {
  const known = transitions.filter(({ at }) => at < to);
  const alarms = known.filter((one) => one.to === 'ALARM' && one.at >= from).map(({ at }) => at);
  const [first] = known;
  const before = first?.from === 'ALARM' ? Math.max(0, first.at - from) : 0;
  const inAlarmMs = known.reduce((sum, { at, to: state }, index) => {
    const until = known[index + 1]?.at ?? to;
    return state === 'ALARM' ? sum + Math.max(0, until - Math.max(at, from)) : sum;
  }, before);
  return {
    times: alarms.length,
    inAlarmMs,
    flaps: alarms.some((at, index) => isFlap(alarms[index + MIN_FLAPS - 1], at)),
  };
}

function isFlap(last: number | undefined, first: number): boolean {
  return last !== undefined && last - first <= FLAP_WINDOW_MS;
}
