import type { Alarm } from './alarm.js';

/**
 * Returns true if the alarm is OK again, as far as one event can tell: what was without data may have been in ALARM before. A
 * contributor's history is not its alarm's.
 */
export function endsAlarm({ state, previousState, contributor }: Alarm): boolean {
  return state === 'OK' && previousState !== 'OK' && contributor === undefined;
}

/**
 * Returns how long the alarm that is over was in ALARM, milliseconds, if the event itself tells it: the state before was ALARM, and
 * its time is that of the change to it. If another alarm may silence this one, that is not known: the end of a silence is
 * a state of its own to CloudWatch.
 */
export function alarmDuration(alarm: Alarm): number | undefined {
  const { previousState, previousSince, since, hasSuppressor } = alarm;
  if (!endsAlarm(alarm) || previousState !== 'ALARM' || hasSuppressor) return undefined;
  return previousSince === undefined || since === undefined || previousSince >= since
    ? undefined
    : since - previousSince;
}
