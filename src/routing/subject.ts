import type { Draft } from '../domain/notification.js';
import type { Severity } from '../domain/severity.js';
import type { Checks } from './rule.js';

/** A draft as rules see it: as it is, or as the alarm that it is the recovery of. */
export interface Subject {
  readonly draft: Draft;
  readonly severity: Severity;
  readonly state: string | undefined;
  /** The checks that cannot be answered, since the alarm is no longer at hand. */
  readonly unknown: ReadonlySet<keyof Checks>;
}

const NOTHING: ReadonlySet<keyof Checks> = new Set();
/** The words of a message of an alarm are not known from those of its recovery. */
const WORDS: ReadonlySet<keyof Checks> = new Set(['text']);
const WORDS_AND_STATE: ReadonlySet<keyof Checks> = new Set(['text', 'title', 'state']);

/** CloudWatch's own word for what is wrong. */
const ALARM = 'ALARM';
/** CloudWatch's word for an alarm that cannot tell. */
const NO_DATA = 'INSUFFICIENT_DATA';

/** The severities that a recovery of anything but a CloudWatch alarm may have had. */
const BAD: readonly Severity[] = ['critical', 'error', 'warning'];

/** Returns the draft as it is, under a severity. */
export function subjectOf(draft: Draft, severity: Severity): Subject {
  return { draft, severity, state: draft.origin.state, unknown: NOTHING };
}

/** Returns what a recovery may have been before: one subject if that is known, else one for each bad severity. */
export function alarmsBefore(draft: Draft): readonly Subject[] {
  if (isAlarm(draft)) return statesBefore(draft);
  return BAD.map((severity) => ({ draft, severity, state: undefined, unknown: WORDS_AND_STATE }));
}

/**
 * Returns what an alarm may have been in before its OK. After missing data it is that, and perhaps an alarm before: its OK is then
 * the only end that the alarm has.
 */
function statesBefore(draft: Draft): readonly Subject[] {
  const alarm: Subject = { draft, severity: 'critical', state: ALARM, unknown: WORDS };
  const noData: Subject = { draft, severity: 'info', state: NO_DATA, unknown: WORDS };
  switch (draft.origin.facts?.previousState) {
    case ALARM:
      return [alarm];
    case NO_DATA:
      return [noData, alarm];
    default:
      return [alarm, noData];
  }
}

/** Returns true for the draft as it is, not for what it may have been before. */
export function isItself({ unknown }: Subject): boolean {
  return unknown.size === 0;
}

/** Returns true for a CloudWatch alarm in any state. */
export function isAlarm({ renderer }: Draft): boolean {
  return renderer === 'cloudwatch-alarm';
}

/** Returns true if people's statements about an alarm apply: it is one, and in alarm. */
export function isInAlarm({ draft, state }: Subject): boolean {
  return isAlarm(draft) && state === ALARM;
}
