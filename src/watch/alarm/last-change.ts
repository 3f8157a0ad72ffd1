import { CLOCKS_MS, FLAP_WINDOW_MS, MIN_FLAPS, TELL_EVERY_MS } from '../../domain/flapping.js';
import { isIn, type Slot } from './slot.js';
import type { Transition } from './transition.js';

/**
 * The time after its last change when an alarm that flapped is steady, milliseconds. With the five minutes until its tick and the
 * minute that a schedule may be late, its last state is told within ten minutes.
 */
const STEADY_MS = 4 * 60_000;

/** The history that tells whether an alarm flapped before it became steady in a slot, milliseconds before the slot's end. */
export const FLAP_HISTORY_MS = FLAP_WINDOW_MS + TELL_EVERY_MS + 2 * STEADY_MS;

/** The last change of an alarm that flapped. */
export interface LastChange extends Transition {
  /** Its ALARMs within the half hour up to it. */
  readonly count: number;
}

/**
 * Returns the change after which an alarm was steady in a slot, if it flapped and that change may have been withheld: it follows
 * another one so soon that messages about both would be too many.
 * @param transitions oldest first, those of {@link FLAP_HISTORY_MS} at least.
 */
export function lastChangeIn(transitions: readonly Transition[], slot: Slot): LastChange | undefined {
  const known = transitions.filter(({ at }) => at < slot.to);
  const [before, last] = known.slice(-2);
  if (!before || !last || !isIn(last.at + STEADY_MS, slot)) return undefined;
  if (last.at - before.at > TELL_EVERY_MS + CLOCKS_MS) return undefined;
  const alarms = known.filter(({ to }) => to === 'ALARM').map(({ at }) => at);
  const count = alarms.filter((at) => at > last.at - FLAP_WINDOW_MS).length;
  return count < MIN_FLAPS ? undefined : { ...last, count };
}
