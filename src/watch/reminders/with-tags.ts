import type { Log } from '../../base/log.js';
import type { Draft } from '../../domain/notification.js';
import { alarmEvent } from '../alarm/alarm-event.js';
import type { CloudWatch } from '../alarm/watched.js';
import type { RegionReading, ToldAlarm } from './region-reading.js';
import { alarmContent, type RemindParts } from './reminded.js';

/** Calls at a time: CloudWatch's quotas are shared with whatever else asks in the account. */
const AT_A_TIME = 5;

/** The parts of looking up tags for rules. */
export interface TagParts extends RemindParts {
  /** Returns true for an alarm whose tags a rule looks at. Absent if none are looked up. */
  readonly wantsTags?: ((draft: Draft) => boolean) | undefined;
  readonly log: Log;
}

/**
 * Adds to the alarms of a region the tags that rules look at, so that each is told again where it was told. Never rejects: if
 * tags cannot be read, the alarms are told as without, and a line says so.
 */
export async function withTags(
  reading: RegionReading,
  cloudWatch: Pick<CloudWatch, 'tags'>,
  parts: TagParts,
): Promise<RegionReading> {
  const { wantsTags, log } = parts;
  if (!wantsTags) return reading;
  const all = [...reading.alarms, ...reading.settled.map(({ alarm }) => alarm)];
  const wanted = all.filter((alarm) => {
    const content = alarmContent(alarmEvent(alarm, alarm.road), parts);
    return content !== undefined && wantsTags(content);
  });
  const tagsOf = new Map<string, Readonly<Record<string, string>>>();
  try {
    for (let at = 0; at < wanted.length; at += AT_A_TIME) {
      const some = wanted.slice(at, at + AT_A_TIME).map(async ({ arn }) => tagsOf.set(arn, await cloudWatch.tags(arn)));
      await Promise.all(some);
    }
  } catch (error) {
    log.write('warn', 'tags not looked up', { reason: String(error) });
  }
  const tagged = (alarm: ToldAlarm): ToldAlarm => {
    const tags = tagsOf.get(alarm.arn);
    return tags ? { ...alarm, described: { ...alarm.described, AlarmTags: tags } } : alarm;
  };
  return {
    ...reading,
    alarms: reading.alarms.map(tagged),
    settled: reading.settled.map((one) => ({ ...one, alarm: tagged(one.alarm) })),
  };
}
