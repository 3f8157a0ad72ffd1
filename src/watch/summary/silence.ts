import { groupBy } from '../../base/group-by.js';
import type { ActiveMute } from '../../routing/mutes-for.js';
import { type Heard, withoutTwice } from './heard.js';

/** A reason why alarms are not told, and its end. */
export interface Silence {
  readonly by: 'muteRule' | 'rule' | 'suppressed' | 'actionsOff';
  /** The name of the rule, else of the alarm. */
  readonly name: string;
  /** The end, milliseconds since 1970, if it is known. */
  readonly until?: number;
  /** How many alarms in trouble it silences: in ALARM, or without data since. */
  readonly inAlarm: number;
}

/** Returns true if an alarm would not be told now. */
export function isSilent({ alarm, told }: Heard): boolean {
  return alarm.isMuted || alarm.silencedBy !== undefined || told.mutedBy !== undefined;
}

/**
 * Returns what silences the alarms that a robot hears of: mute rules of CloudWatch's and rules of ours whatever their alarms are in,
 * and what is suppressed or has its actions off while it is in trouble.
 */
export function silencesOf(heard: readonly Heard[], mutes: readonly ActiveMute[]): readonly Silence[] {
  const silent = heard.filter(isSilent);
  const open = silent.filter(({ alarm }) => alarm.since !== undefined);
  return [
    ...muteRules(silent),
    ...mutes.map((mute): Silence => {
      const inAlarm = open.filter(({ told }) => told.mutedBy?.name === mute.name);
      return { by: 'rule', ...mute, inAlarm: countOf(inAlarm) };
    }),
    ...withoutTwice(open).flatMap(({ alarm, content }): readonly Silence[] =>
      alarm.silencedBy === undefined
        ? []
        : [{ by: alarm.silencedBy === 'suppressed' ? 'suppressed' : 'actionsOff', name: content.title, inAlarm: 1 }],
    ),
  ];
}

function muteRules(silent: readonly Heard[]): readonly Silence[] {
  const pairs = silent.flatMap((one) =>
    one.reading.mutes.filter(({ alarmNames }) => alarmNames.includes(one.alarm.name)).map((mute) => ({ mute, one })),
  );
  return [...groupBy(pairs, ({ mute }) => mute)].map(([{ name, until }, same]) => {
    const open = same.filter(({ one }) => one.alarm.since !== undefined).map(({ one }) => one);
    return { by: 'muteRule', name, ...(until !== undefined && { until }), inAlarm: countOf(open) };
  });
}

function countOf(heard: readonly Heard[]): number {
  return new Set(heard.map(({ alarm }) => alarm.arn)).size;
}
