import type { Draft } from '../../domain/notification.js';
import { alarmContent } from '../alarm/alarm-content.js';
import { alarmEvent } from '../alarm/alarm-event.js';
import { type ReadTagsParts, readTags } from '../alarm/read-tags.js';
import type { CloudWatch } from '../alarm/watched.js';
import type { RegionReading, ToldAlarm } from './region-reading.js';
import type { RemindParts } from './reminded.js';

/** The parts of looking up tags for rules. */
export interface TagParts extends RemindParts, Omit<ReadTagsParts, 'message'> {
  /** Returns true for an alarm whose tags a rule looks at. Absent if none are looked up. */
  readonly wantsTags?: ((draft: Draft) => boolean) | undefined;
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
  const { wantsTags } = parts;
  if (!wantsTags) return reading;
  const all = [...reading.alarms, ...reading.settled.map(({ alarm }) => alarm)];
  const wanted = all.filter((alarm) => {
    const content = alarmContent(alarmEvent(alarm, alarm.road), parts);
    return content !== undefined && wantsTags(content);
  });
  const tagsOf = await readTags(
    cloudWatch,
    wanted.map(({ arn }) => arn),
    { ...parts, message: 'tags not looked up' },
  );
  const tagged = (alarm: ToldAlarm): ToldAlarm => {
    const tags = tagsOf.get(alarm.arn);
    return tags ? { ...alarm, described: { ...alarm.described, AlarmTags: tags } } : alarm;
  };
  return {
    ...reading,
    tags: tagsOf,
    alarms: reading.alarms.map(tagged),
    settled: reading.settled.map((one) => ({ ...one, alarm: tagged(one.alarm) })),
  };
}
