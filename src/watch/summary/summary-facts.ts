import type { RenderedContent } from '../../domain/content.js';
import type { Severity } from '../../domain/severity.js';
import type { ActiveMute } from '../../routing/mutes-for.js';
import { byUrgency } from '../../text/severity.js';
import { standingOf } from '../ack/ack.js';
import type { Slot } from '../alarm/slot.js';
import { type Heard, withoutTwice } from './heard.js';
import { type Past, pastOf } from './past.js';
import { isSilent, type Silence, silencesOf } from './silence.js';

/** An alarm in trouble, and since when. */
export interface LastingAlarm {
  readonly content: RenderedContent;
  /** Its first ALARM, milliseconds since 1970. */
  readonly since: number;
  /** The time since which it has no data, milliseconds since 1970. Absent if it is in ALARM. */
  readonly noDataSince?: number;
  /** The person who has it. */
  readonly holder?: string;
}

/** The ALARMs of one alarm since the last summary. */
export interface PastAlarm extends Past {
  readonly title: string;
}

/** The contents of one robot's summary that are about alarms. */
export interface AlarmFacts {
  /** Those in ALARM, then those without data; of each the worst first, then the longest. */
  readonly open: readonly LastingAlarm[];
  readonly silences: readonly Silence[];
  /** The noisiest first. */
  readonly past: readonly PastAlarm[];
  /** The oldest change that was read, milliseconds since 1970, if there were too many. */
  readonly cutAt?: number;
}

/**
 * Returns what a summary says of alarms to one robot: of those that the rules send to it, and of no others.
 * @param told the stretch of time that it tells of.
 * @param mutes those of the rules for the robot.
 */
export function factsForRobot(
  all: readonly Heard[],
  robot: string,
  told: Slot,
  mutes: readonly ActiveMute[],
): AlarmFacts {
  const heard = all.filter((one) => one.told.robots.includes(robot));
  const cuts = heard.flatMap(({ reading }) => reading.cutAt ?? []).filter((cutAt) => cutAt > told.from);
  return {
    open: withoutTwice(heard.filter((one) => !isSilent(one)))
      .flatMap((one) => lastingAlarmOf(one, told))
      .toSorted((a, b) => byData(a, b) || byUrgency(a.content, b.content) || a.since - b.since),
    silences: silencesOf(heard, mutes),
    past: pastsOf(withoutTwice(heard.filter(({ alarm }) => alarm.silencedBy === undefined)), told),
    ...(cuts.length > 0 && { cutAt: Math.max(...cuts) }),
  };
}

/** One step milder: what measures nothing may have ended. It is never well. */
const WITHOUT_DATA: Readonly<Partial<Record<Severity, Severity>>> = { critical: 'warning', warning: 'info' };

function lastingAlarmOf({ alarm, reading, content, told: { severity } }: Heard, told: Slot): readonly LastingAlarm[] {
  const { since, changedAt } = alarm;
  if (since === undefined) return [];
  const ack = reading.acks.get(alarm.arn);
  const isTaken = ack !== undefined && standingOf(ack, since, told.to) === 'valid';
  const isDark = alarm.state !== 'ALARM';
  return [
    {
      content: { ...content, severity: (isDark ? WITHOUT_DATA[severity] : undefined) ?? severity },
      since,
      ...(isDark && { noDataSince: changedAt }),
      ...(isTaken && { holder: ack.who }),
    },
  ];
}

function byData(a: LastingAlarm, b: LastingAlarm): number {
  return Number(a.noDataSince !== undefined) - Number(b.noDataSince !== undefined);
}

function pastsOf(heard: readonly Heard[], told: Slot): readonly PastAlarm[] {
  return heard
    .map(({ alarm, reading, content: { title } }) => ({
      title,
      ...pastOf(alarm, reading.history.get(alarm.name) ?? [], told),
    }))
    .filter(({ times }) => times > 0)
    .toSorted((a, b) => b.times - a.times || b.inAlarmMs - a.inAlarmMs);
}
