import type { RenderedContent } from '../../../domain/content.js';
import type { Alarm } from './alarm.js';

/** Returns true if the alarm is OK again, as far as one event can tell: what was without data may have been in ALARM before. */
function endsAlarm({ state, previousState }: Alarm): boolean {
  return state === 'OK' && previousState !== 'OK';
}

/** Returns whose history tells how long the alarm that is over was in ALARM: its own, or that of its contributor if that has an id. */
export function lackedDuration(alarm: Alarm): RenderedContent['lacksDuration'] {
  const { contributor } = alarm;
  if (!endsAlarm(alarm) || alarmDuration(alarm) !== undefined || contributor?.id === '') return undefined;
  return contributor ? { contributorId: contributor.id } : true;
}

/**
 * Returns how long the alarm that is over was in ALARM, milliseconds, if the event itself tells it: the state before was ALARM, and
 * its time is that of the change to it. If another alarm may silence this one, that is not known: the end of a silence is
 * a state of its own to CloudWatch.
 */
export function alarmDuration(alarm: Alarm): number | undefined {
  const { previousState, previousSince, since, hasSuppressor, contributor } = alarm;
  if (!endsAlarm(alarm) || contributor !== undefined || previousState !== 'ALARM' || hasSuppressor) return undefined;
  return previousSince === undefined || since === undefined || previousSince >= since
    ? undefined
    : since - previousSince;
}
