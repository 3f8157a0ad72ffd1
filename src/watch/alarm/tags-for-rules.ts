import type { Log } from '../../base/log.js';
import type { Draft } from '../../domain/notification.js';
import { alarmContent, type ContentParts } from './alarm-content.js';
import { alarmEvent } from './alarm-event.js';
import type { DescribedAlarm } from './described-alarm.js';
import { type ReadTagsParts, readTags, type TagsByArn } from './read-tags.js';
import type { Road } from './road.js';
import type { CloudWatch } from './watched.js';

/** An alarm, and the road by which it was told. */
export interface ToldAlarm extends DescribedAlarm {
  readonly road: Road;
}

/** The parts of looking up tags for rules. */
export interface TagParts extends ContentParts, ReadTagsParts {
  readonly log: Log;
  /** Returns true for an alarm whose tags a rule looks at. Absent if none are looked up. */
  readonly wantsTags?: ((draft: Draft) => boolean) | undefined;
}

/** Alarms of a region with their tags. */
interface Tagged {
  /** Returns an alarm with the tags that were read. */
  readonly tagged: <Told extends ToldAlarm>(alarm: Told) => Told;
  /** The tags that were read for rules. */
  readonly tags: TagsByArn;
}

/**
 * Reads the tags that rules look at, of some alarms of a region, so that each is told again where it was told. Rejects if not all can be
 * read, so that the tick is repeated: others would be called. The last time the alarms are told as without, and a line says so.
 */
export async function tagsForRules(
  alarms: readonly ToldAlarm[],
  cloudWatch: Pick<CloudWatch, 'tags'>,
  parts: TagParts & { readonly isLastTry: boolean },
): Promise<Tagged> {
  const { wantsTags, log, isLastTry } = parts;
  const wanted = alarms.filter((alarm) => {
    const content = wantsTags && alarmContent(alarmEvent({ ...alarm, state: 'ALARM' }, alarm.road), parts);
    return content !== undefined && wantsTags?.(content);
  });
  const arns = [...new Set(wanted.map(({ arn }) => arn))];
  const { tags, failure } = await readTags(cloudWatch, arns, parts);
  if (failure && !isLastTry) throw failure;
  if (failure) log.write('warn', 'tags not looked up', { reason: String(failure) });
  return {
    tagged: (alarm) => {
      const known = tags.get(alarm.arn);
      return known ? { ...alarm, described: { ...alarm.described, AlarmTags: known } } : alarm;
    },
    tags,
  };
}
