import { FLAP_WINDOW_MS } from '../domain/flapping.js';
import { NOBODY } from '../domain/notification.js';
import { alarmEvent } from './alarm-event.js';
import type { Holder } from './holder.js';
import type { SettledAlarm } from './region-reading.js';
import { alarmContent, type Reminded, type RemindParts } from './reminded.js';
import type { Slot } from './slot.js';

/** Returns the robots that read in which state an alarm settled, as those that would have read the change, each with its line. */
export function settledAlarm(
  { alarm, settled, before, isTaken, note }: SettledAlarm & Holder,
  slot: Slot,
  parts: RemindParts,
): readonly Reminded[] {
  const content = alarmContent(alarmEvent(alarm, alarm.road, before), parts);
  if (!content) return [];
  const { renderer, origin, thing, occurredAt, title, status } = content;
  if (thing === undefined) return [];
  const { account, region } = origin;
  return parts.route(content, slot.to).notifications.map(({ robot, severity, mentions }) => ({
    arn: alarm.arn,
    robot,
    content,
    severity,
    mentions: isTaken ? NOBODY : mentions,
    since: occurredAt,
    text:
      parts.words.watch.settled(title, status, FLAP_WINDOW_MS / 60_000, settled.count) +
      (alarm.state === 'ALARM' ? note : ''),
    settled: { renderer, thing, at: occurredAt, ...(account && { account }), ...(region && { region }) },
  }));
}
