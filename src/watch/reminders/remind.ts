import { groupBy } from '../../base/group-by.js';
import { isNobody } from '../../domain/mentions.js';
import type { Notification } from '../../domain/notification.js';
import { ACK_LOOK_MS } from '../ack/ack.js';
import { holderOf } from '../ack/holder.js';
import { alarmContent } from '../alarm/alarm-content.js';
import { alarmEvent } from '../alarm/alarm-event.js';
import type { DescribedAlarm } from '../alarm/described-alarm.js';
import { sinceOf } from '../alarm/occurrence.js';
import type { Slot } from '../alarm/slot.js';
import { type AlarmPast, heldAt, mutesOf } from './held-at.js';
import type { RegionReading } from './region-reading.js';
import type { InAlarm, Reminded, TellingParts } from './reminded.js';
import { reminderOf } from './reminder.js';
import { settledAlarm } from './settled-alarms.js';
import { lastPassed } from './steps.js';
import { stillInAlarm } from './still-in-alarm.js';

/**
 * Returns the messages of one tick, one a robot: what is still in ALARM and has a step in this slot, or what held it back ends in
 * it, and the state of what settled in it after flapping; with all whom that calls.
 * @param regions by whatever region; alarms of other accounts are not among them.
 */
export function reminders(regions: readonly RegionReading[], slot: Slot, parts: TellingParts): readonly Notification[] {
  const all = regions.flatMap((region) => toldOf(region, slot, parts));
  return [...groupBy(all, ({ robot }) => robot)].map(([robot, told]) => reminderOf(robot, told, slot, parts));
}

/**
 * Returns the ARNs of a region's alarms whose tag decides if people are called: those that are about to be told again, and now and then
 * all that would call people, since the time of whoever has them may be over.
 */
export function askedArns(region: RegionReading, slot: Slot, parts: TellingParts): readonly string[] {
  const due = toldOf(region, slot, parts);
  const calling = slot.to % ACK_LOOK_MS === 0 ? inAlarmOf(region, slot, parts).filter(callsPeople(slot, parts)) : [];
  return [...new Set([...due, ...calling].map(({ arn }) => arn))];
}

const callsPeople =
  (slot: Slot, { remindersFor }: TellingParts) =>
  ({ content, since }: InAlarm): boolean =>
    remindersFor(content, slot.to).some(({ steps, callAt }) => !isNobody(callAt(lastPassed(steps, since, slot.to))));

function toldOf(region: RegionReading, slot: Slot, parts: TellingParts): readonly Reminded[] {
  const still = inAlarmOf(region, slot, parts).flatMap((alarm) => stillInAlarm(alarm, slot, parts));
  const pastOf = pastsOf(region, slot);
  const settled = region.settled.filter(({ alarm }) => heldAt(pastOf(alarm), slot.to, slot) !== 'window');
  return [
    ...still,
    ...settled.flatMap((one) => {
      const { ack, since } = pastOf(one.alarm);
      return settledAlarm({ ...one, ...holderOf(ack, since, slot.to, parts.words) }, slot, parts);
    }),
  ];
}

/** Returns the alarms of a region that are in ALARM, unless they are not shown by design. */
function inAlarmOf(region: RegionReading, slot: Slot, parts: TellingParts): readonly InAlarm[] {
  const pastOf = pastsOf(region, slot);
  return region.alarms.flatMap((alarm): readonly InAlarm[] => {
    const content = alarmContent(alarmEvent(alarm, alarm.road), parts);
    if (content === undefined) return [];
    const past = pastOf(alarm);
    const holder = holderOf(past.ack, past.since, slot.to, parts.words);
    const runsAgain = alarm.road.source !== 'eventbridge';
    return [{ ...alarm, ...holder, content, runsAgain, since: past.since, heldAt: (at) => heldAt(past, at, slot) }];
  });
}

/** Returns a function that says what is known of an alarm of a region. */
function pastsOf({ alarms, settled, history, mutes, acks }: RegionReading, slot: Slot) {
  const known = mutesOf(mutes, [...alarms, ...settled.map(({ alarm }) => alarm)], slot);
  return (alarm: DescribedAlarm): AlarmPast => {
    const transitions = history.get(alarm.name) ?? [];
    const since = sinceOf(alarm, transitions, slot.to);
    return { alarm, transitions, mutes: known, ack: acks?.get(alarm.arn), since };
  };
}
