import { groupBy } from '../../base/group-by.js';
import type { Notification } from '../../domain/notification.js';
import { type Holder, holderOf } from '../ack/holder.js';
import { alarmContent } from '../alarm/alarm-content.js';
import { alarmEvent } from '../alarm/alarm-event.js';
import type { DescribedAlarm } from '../alarm/described-alarm.js';
import { sinceOf } from '../alarm/occurrence.js';
import type { Slot } from '../alarm/slot.js';
import type { RegionReading } from './region-reading.js';
import type { Reminded, TellingParts } from './reminded.js';
import { reminderOf } from './reminder.js';
import { settledAlarm } from './settled-alarms.js';
import { stillInAlarm } from './still-in-alarm.js';

/**
 * Returns the messages of one tick, one a robot: what is still in ALARM and has a step in this slot, or whose mute or quiet hours end in
 * it, and the state of what settled in it after flapping; with all whom that calls.
 * @param regions by whatever region; alarms of other accounts are not among them.
 */
export function reminders(regions: readonly RegionReading[], slot: Slot, parts: TellingParts): readonly Notification[] {
  const all = regions.flatMap((region) => toldOf(region, slot, parts));
  return [...groupBy(all, ({ robot }) => robot)].map(([robot, told]) => reminderOf(robot, told, slot, parts));
}

/** Returns the ARNs of a region's alarms that are about to be told again. */
export function dueArns(region: RegionReading, slot: Slot, parts: TellingParts): readonly string[] {
  return [...new Set(toldOf(region, slot, parts).map(({ arn }) => arn))];
}

function toldOf(region: RegionReading, slot: Slot, parts: TellingParts): readonly Reminded[] {
  const { history, muted, acks } = region;
  const isShown = ({ name }: DescribedAlarm): boolean => !muted.has(name);
  const held = (alarm: DescribedAlarm): Held => {
    const since = sinceOf(alarm, history.get(alarm.name), slot.to);
    return { since, ...holderOf(acks?.get(alarm.arn), since, parts.now, parts.words) };
  };
  const still = region.alarms.filter(isShown).flatMap((alarm): readonly Reminded[] => {
    const content = alarmContent(alarmEvent(alarm, alarm.road), parts);
    return content ? stillInAlarm({ ...alarm, content, ...held(alarm) }, slot, parts) : [];
  });
  const settled = region.settled.filter(({ alarm }) => isShown(alarm));
  return [...still, ...settled.flatMap((one) => settledAlarm({ ...one, ...held(one.alarm) }, slot, parts))];
}

/** The time that an alarm is in trouble, and who has it. */
interface Held extends Holder {
  readonly since: number;
}
