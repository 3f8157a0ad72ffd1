import { FLAP_WINDOW_MS } from '../../domain/flapping.js';
import { NOBODY } from '../../domain/mentions.js';
import type { Holder } from '../ack/holder.js';
import { alarmContent } from '../alarm/alarm-content.js';
import { alarmEvent } from '../alarm/alarm-event.js';
import type { Slot } from '../alarm/slot.js';
import type { SettledAlarm } from './region-reading.js';
import { lastingSince, type Reminded, type TellingParts } from './reminded.js';

/** Returns the robots that read in which state an alarm settled, as those that would have read the change, each with its line. */
export function settledAlarm(
  { alarm, settled, before, isTaken, note }: SettledAlarm & Holder,
  slot: Slot,
  parts: TellingParts,
): readonly Reminded[] {
  const content = alarmContent(alarmEvent(alarm, alarm.road, before), parts);
  if (!content) return [];
  const { renderer, origin, thing, occurredAt, status } = content;
  if (thing === undefined) return [];
  const { account, region } = origin;
  const lasting = lastingSince(occurredAt, parts);
  const text = parts.words.watch.settled(status, lasting, FLAP_WINDOW_MS / 60_000, settled.count);
  return parts.route(content, slot.to).notifications.map(({ robot, severity, mentions }) => ({
    arn: alarm.arn,
    robot,
    content,
    severity,
    mentions: isTaken ? NOBODY : mentions,
    since: occurredAt,
    text: text + (alarm.state === 'ALARM' ? note : ''),
    settled: { renderer, thing, at: occurredAt, ...(account && { account }), ...(region && { region }) },
  }));
}
