import { isRecent } from '../base/clock.js';
import { type Severity, severityRank } from './severity.js';

/** Time in which the ALARMs of one alarm are counted, milliseconds. */
export const FLAP_WINDOW_MS = 30 * 60_000;
/** ALARMs within that time from which on an alarm flaps. */
export const MIN_FLAPS = 3;
/**
 * The shortest time between two messages about an alarm that flaps, and between the changes that they tell, milliseconds. So what
 * is withheld follows another change within this time, however late any of them arrives.
 */
export const TELL_EVERY_MS = 5 * 60_000;
/** The most by which CloudWatch's times of one change differ in a message, in its description and in its history, milliseconds. */
export const CLOCKS_MS = 1000;
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
  /** True if the rules have people called for it. */
  readonly calls: boolean;
  /** True if its sender repeats what is still bad: then it is an ALARM of its own only after a recovery. */
  readonly mayRepeat?: boolean;
}

/** The history of one alarm in one group, as far as a process knows it. */
export interface Flapping {
  /** Its ALARMs of the last half hour before the newest. */
  readonly alarms: readonly Pick<StateChange, 'id' | 'at'>[];
  /** Its newest change, whenever that arrived. */
  readonly newest?: Pick<StateChange, 'at' | 'isAlarm'>;
  /** When it was last told that it flaps, milliseconds since 1970. */
  readonly toldAt?: number;
  /** The newest change that was told. */
  readonly told?: Pick<StateChange, 'at'>;
  /** The severity of its newest ALARM that was told. */
  readonly severity?: Severity;
  /** When people were last called for it, and for which severity. */
  readonly called?: Pick<StateChange, 'at' | 'severity'>;
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
export function withChange(known: Flapping, change: StateChange): Flapping {
  const { id, at, isAlarm, mayRepeat } = change;
  const isLate = isOlder(known, change);
  const isRepeat = mayRepeat === true && (isLate || known.newest?.isAlarm === true);
  const isKnown = isRepeat || known.alarms.some((alarm) => alarm.id === id || alarm.at === at);
  const alarms = isAlarm && !isKnown ? [...known.alarms, { id, at }] : known.alarms;
  const last = Math.max(at, ...alarms.map((alarm) => alarm.at));
  return {
    ...known,
    newest: isLate && known.newest ? known.newest : { at, isAlarm },
    alarms: alarms.filter((alarm) => alarm.at > last - FLAP_WINDOW_MS),
  };
}

/** Returns true if a newer change of the alarm is known: this one arrives late. */
export function isOlder({ newest }: Flapping, { at }: Pick<StateChange, 'at'>): boolean {
  return newest !== undefined && at < newest.at;
}

/**
 * Decides how a change is told at `now`, milliseconds since 1970. It has been added to what is known. Of an alarm that flaps,
 * one that arrives late is withheld, as the group would take it for the present state.
 */
export function tellingOf(known: Flapping, change: StateChange, now: number): Telling {
  const { isAlarm, severity, calls } = change;
  const count = known.alarms.length;
  if (count < MIN_FLAPS) return { kind: 'full' };
  if (isOlder(known, change)) return { kind: 'withheld' };
  const rises = isAlarm && known.severity !== undefined && severityRank(severity) < severityRank(known.severity);
  const isUncalled = isAlarm && calls && isFirstCall(known, severity);
  if (!rises && !isUncalled && isSoon(known, change, now)) return { kind: 'withheld' };
  const callsAgain = isAlarm && severity === 'critical' && !isWithin(known.called?.at, CALL_EVERY_MS, now);
  return { kind: 'flapping', count, calls: rises || isUncalled || callsAgain };
}

/** Returns true if it was told that the alarm flaps a moment ago, by the clock and by the times of the changes. */
function isSoon({ toldAt, told }: Flapping, { at }: StateChange, now: number): boolean {
  return isWithin(toldAt, TELL_EVERY_MS, now) && (told === undefined || at < told.at + TELL_EVERY_MS);
}

/** Returns true if nobody has been called for the alarm since it became so severe. */
function isFirstCall({ called }: Flapping, severity: Severity): boolean {
  return called === undefined || severityRank(severity) < severityRank(called.severity);
}

/** Returns what is known after a change was told at `now`. */
export function afterTold(known: Flapping, change: StateChange, { kind }: Telling, now: number): Flapping {
  if (kind === 'withheld') return known;
  const { at, isAlarm, severity } = change;
  const isNews = known.told === undefined || at >= known.told.at;
  return {
    ...known,
    ...(kind === 'flapping' && { toldAt: now }),
    ...(isNews && { told: { at } }),
    ...(isNews && isAlarm && { severity }),
  };
}

/** Returns what is known after people were mentioned at `now` in a message that shows this ALARM. */
export function afterCall(known: Flapping, { severity }: Pick<StateChange, 'severity'>, now: number): Flapping {
  return { ...known, called: { at: now, severity } };
}

function isWithin(then: number | undefined, ms: number, now: number): boolean {
  return then !== undefined && isRecent(then, ms, now);
}
