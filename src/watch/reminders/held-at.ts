import { type Ack, standingOf } from '../ack/ack.js';
import type { DescribedAlarm } from '../alarm/described-alarm.js';
import { windowsOf } from '../alarm/mute-window.js';
import { isIn, type Slot } from '../alarm/slot.js';
import type { Transition } from '../alarm/transition.js';
import type { MuteRule } from '../alarm/watched.js';
import type { Hold } from './hold.js';

/** The windows of a mute rule that are looked at, milliseconds before a tick. */
const LOOK_BACK_MS = 25 * 60 * 60_000;
/** The time after the end of a window for which CloudWatch may still call its rule active, milliseconds. */
const LAG_MS = 60_000;

/** A mute rule, and its windows up to a tick. */
export interface KnownMute extends Omit<MuteRule, 'schedule'> {
  readonly windows: readonly Slot[];
}

/** Returns the mute rules that silence some alarms, with their windows up to the end of a slot. */
export function mutesOf(
  rules: readonly MuteRule[],
  alarms: readonly Pick<DescribedAlarm, 'name'>[],
  { to }: Slot,
): readonly KnownMute[] {
  const names = new Set(alarms.map(({ name }) => name));
  return rules
    .filter(({ alarmNames }) => alarmNames.some((name) => names.has(name)))
    .map(({ schedule, ...rule }) => ({
      ...rule,
      windows: windowsOf(schedule, { from: to - LOOK_BACK_MS, to: to + 1 }).map((window) => ({
        ...window,
        to: window.to + LAG_MS,
      })),
    }));
}

/** All that history, mute rules and tags say of one alarm. */
export interface AlarmPast {
  readonly alarm: Pick<DescribedAlarm, 'name' | 'changedAt'>;
  /** Oldest first. */
  readonly transitions: readonly Transition[];
  readonly mutes: readonly KnownMute[];
  readonly ack: Ack | undefined;
  /** Its first ALARM, milliseconds since 1970. */
  readonly since: number;
}

/** Returns what held an alarm back at a moment up to the end of a slot, apart from rules of ours. */
export function heldAt({ alarm, transitions, mutes, ack, since }: AlarmPast, at: number, slot: Slot): Hold | undefined {
  if (!wasInAlarm(alarm, transitions, at)) return 'pause';
  const ofIt = mutes.filter(({ alarmNames }) => alarmNames.includes(alarm.name));
  const isMuted = ofIt.some(
    ({ isActive, windows }) => (isActive && at === slot.to) || windows.some((window) => isIn(at, window)),
  );
  if (isMuted) return 'window';
  const isTaken = ack?.since !== undefined && ack.since <= at && standingOf(ack, since, at) === 'valid';
  return isTaken ? 'taken' : undefined;
}

/** Returns true if an alarm that is in ALARM was so just before a moment too. */
function wasInAlarm({ changedAt }: AlarmPast['alarm'], transitions: readonly Transition[], at: number): boolean {
  if (changedAt < at) return true;
  const last = transitions.findLast((transition) => transition.at < at);
  return (last?.to ?? transitions[0]?.from) === 'ALARM';
}
