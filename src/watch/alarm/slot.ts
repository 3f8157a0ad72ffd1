/** The time between two ticks, milliseconds. */
export const SLOT_MS = 5 * 60_000;

/** The stretch of time that one tick answers for, milliseconds since 1970: `from` included, `to` not. */
export interface Slot {
  readonly from: number;
  readonly to: number;
}

/**
 * Returns the slot of a tick by its event's `time`, not by when it runs: the five minutes before it, floored. However late or often
 * a tick comes, each moment lies in exactly one slot.
 * @param time milliseconds since 1970.
 */
export function slotOf(time: number): Slot {
  const to = Math.floor(time / SLOT_MS) * SLOT_MS;
  return { from: to - SLOT_MS, to };
}

/** Returns true if a moment lies in a slot. */
export function isIn(moment: number, { from, to }: Slot): boolean {
  return moment >= from && moment < to;
}
