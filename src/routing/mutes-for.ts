import { localMinutesAt, momentOf } from './local-time.js';
import type { Mute, Routes } from './rule.js';

/** A rule that shows nothing for now. */
export interface ActiveMute {
  /** Name of the rule. */
  readonly name: string;
  /** Its end, milliseconds since 1970. */
  readonly until: number;
}

/**
 * Returns the mutes of the rules for one robot that are not over. A rule that names no robots may keep anything from any.
 * @param now milliseconds since 1970.
 * @param timeZone the zone of mutes that name none.
 */
export function mutesFor({ rules }: Routes, robot: string, now: number, timeZone: string): readonly ActiveMute[] {
  return rules.flatMap(({ name, mute, robots }) => {
    if (!mute || (robots && !robots.includes(robot))) return [];
    return isOn(mute, now, timeZone) ? [{ name, until: momentOf(mute.until, mute.timeZone ?? timeZone) }] : [];
  });
}

/**
 * Returns true if a mute is not over.
 * @param now milliseconds since 1970.
 * @param timeZone the zone of a mute that names none.
 */
export function isOn(mute: Mute, now: number, timeZone: string): boolean {
  return localMinutesAt(now, mute.timeZone ?? timeZone) < mute.until;
}
