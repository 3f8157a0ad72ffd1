import { groupBy } from '../../base/group-by.js';
import type { RenderedContent } from '../../domain/content.js';
import type { Draft } from '../../domain/notification.js';
import type { ToldTo } from '../../routing/told-to.js';
import { alarmContent, type ContentParts } from '../alarm/alarm-content.js';
import { alarmEvent } from '../alarm/alarm-event.js';
import type { SummaryAlarm, SummaryReading, SummaryRegion } from './summary-reading.js';

/** An alarm as one rule tells it. */
export interface Heard {
  readonly alarm: SummaryAlarm;
  readonly reading: SummaryReading;
  readonly content: RenderedContent;
  readonly told: ToldTo;
}

/** The parts that decide who hears of an alarm. */
export interface AudienceParts extends ContentParts {
  /** Returns the robots that hear of what is in ALARM, as the rules are at a time (milliseconds since 1970). */
  readonly toldTo: (draft: Draft, now: number) => readonly ToldTo[];
}

/** Returns the alarms of all regions as the rules tell them, whatever their state is now: rules are asked for their ALARM. */
export function heardIn(regions: readonly SummaryRegion[], now: number, parts: AudienceParts): readonly Heard[] {
  return regions.flatMap((region) => ('reading' in region ? heardOf(region.reading, now, parts) : []));
}

function heardOf(reading: SummaryReading, now: number, parts: AudienceParts): readonly Heard[] {
  return reading.alarms.flatMap((alarm) => {
    const content = alarmContent(alarmEvent({ ...alarm, state: 'ALARM' }, alarm.road), parts);
    if (!content) return [];
    return parts.toldTo(content, now).map((told) => ({ alarm, reading, content, told }));
  });
}

/** Takes one of several rules that send an alarm to the same robot. */
export function withoutTwice(heard: readonly Heard[]): readonly Heard[] {
  return [...groupBy(heard, ({ alarm }) => alarm.arn).values()].flatMap(([first]) => first ?? []);
}
