import { NOBODY } from '../../domain/mentions.js';
import type { Slot } from '../alarm/slot.js';
import { owedAt } from './owed.js';
import { type InAlarm, lastingSince, type Reminded, type TellingParts } from './reminded.js';

/** Returns the robots that are reminded of an alarm that is still in ALARM, each with its line. */
export function stillInAlarm(alarm: InAlarm, slot: Slot, parts: TellingParts): readonly Reminded[] {
  const { arn, content, since, isTaken, note } = alarm;
  const { words, remindersFor } = parts;
  return remindersFor(content, slot.to).flatMap((reminders) =>
    reminders.robots.flatMap((robot): readonly Reminded[] => {
      const owed = owedAt(alarm, { ...reminders, robot }, slot, parts);
      if (owed === undefined) return [];
      const lasting = words.watch.one(content.title, lastingSince(since, parts)) + note;
      const text = owed.ended ? words.watch.after(lasting, words.watch.ended[owed.ended]) : lasting;
      const mentions = isTaken ? NOBODY : reminders.callAt(owed.step);
      return [{ arn, robot, content, severity: reminders.severity, mentions, since, text }];
    }),
  );
}
