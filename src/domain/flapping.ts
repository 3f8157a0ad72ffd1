import { SEVERITIES, type Severity } from './notification.js';

/** Time in which the ALARMs of one alarm are counted, milliseconds. */
export const FLAP_WINDOW_MS = 30 * 60_000;
/** ALARMs within that time from which on an alarm flaps. */
export const MIN_FLAPS = 3;
/** The shortest time between two messages about an alarm that flaps, milliseconds. */
const TELL_EVERY_MS = 5 * 60_000;
/** The shortest time between two calls for a critical alarm that flaps, milliseconds. */
const CALL_EVERY_MS = 15 * 60_000;

/** A change of an alarm's state. */
export interface StateChange {
  /** The same for each delivery of it. */
  readonly id: string;
  /** When it happened, milliseconds since 1970. */
  readonly at: number;
  readonly isAlarm: boolean;
  readonly severity: Severity;
  /** True if its sender repeats what is still bad: then it is an ALARM of its own only after a recovery. */
  readonly mayRepeat?: boolean;
}

/** The history of one alarm in one group, as far as a process knows it. */
export interface Flapping {
  /** Its ALARMs of the last half hour before the newest. */
  readonly alarms: readonly Pick<StateChange, 'id' | 'at'>[];
  /** True if its newest change was an ALARM. */
  readonly isBad?: boolean;
  /** When it was last told that it flaps, milliseconds since 1970. */
  readonly toldAt?: number;
  /** When people were last called for it, milliseconds since 1970. */
  readonly calledAt?: number;
  /** The severity of its last ALARM that was told. */
  readonly severity?: Severity;
}

/** How a change of state is told. */
export type Telling =
  /** As any other message. */
  | { readonly kind: 'full' }
  /** With the number of ALARMs within half an hour, and without mentions unless it calls. */
  | { readonly kind: 'flapping'; readonly count: number; readonly calls: boolean }
  /** Not now: it is counted when the alarm is told next. */
  | { readonly kind: 'withheld' };

/** An alarm of which nothing is known. */
export const STEADY: Flapping = { alarms: [] };

/** Adds a change to what is known. One that is known already, or of the same moment, changes nothing: it was delivered twice. */
export function withChange(known: Flapping, { id, at, isAlarm, mayRepeat }: StateChange): Flapping {
  const isRepeat = mayRepeat === true && known.isBad === true;
  const isKnown = isRepeat || known.alarms.some((alarm) => alarm.id === id || alarm.at === at);
  const alarms = isAlarm && !isKnown ? [...known.alarms, { id, at }] : known.alarms;
  const newest = Math.max(at, ...alarms.map((alarm) => alarm.at));
  return { ...known, isBad: isAlarm, alarms: alarms.filter((alarm) => alarm.at > newest - FLAP_WINDOW_MS) };
}

/** Decides how a change is told at `now`, milliseconds since 1970. It has been added to what is known. */
export function tellingOf(known: Flapping, { isAlarm, severity }: StateChange, now: number): Telling {
  const count = known.alarms.length;
  if (count < MIN_FLAPS) return { kind: 'full' };
  const rises = isAlarm && known.severity !== undefined && rankOf(severity) < rankOf(known.severity);
  if (!rises && isWithin(known.toldAt, TELL_EVERY_MS, now)) return { kind: 'withheld' };
  const callsAgain = isAlarm && severity === 'critical' && !isWithin(known.calledAt, CALL_EVERY_MS, now);
  return { kind: 'flapping', count, calls: rises || callsAgain };
}

/** Returns what is known after a change was told at `now`. */
export function afterTold(
  known: Flapping,
  { isAlarm, severity }: StateChange,
  telling: Telling,
  now: number,
): Flapping {
  if (telling.kind === 'withheld') return known;
  const calls = isAlarm && (telling.kind === 'full' || telling.calls);
  return {
    ...known,
    ...(telling.kind === 'flapping' && { toldAt: now }),
    ...(calls && { calledAt: now }),
    ...(isAlarm && { severity }),
  };
}

/** A time after `now` was noted before the clock was set back. */
function isWithin(then: number | undefined, ms: number, now: number): boolean {
  return then !== undefined && then <= now && now - then < ms;
}

function rankOf(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}
