import { unionOf } from '../../domain/mentions.js';
import { NOBODY } from '../../domain/notification.js';
import type { Slot } from '../alarm/slot.js';
import { endOf } from './ends.js';
import { type InAlarm, lastingSince, type Reminded, type TellingParts } from './reminded.js';
import { dueStep } from './steps.js';

/**
 * Returns the robots that are reminded of an alarm that is still in ALARM, as a step is due or as their mute or quiet hours
 * ended in the slot.
 */
export function stillInAlarm(alarm: InAlarm, slot: Slot, parts: TellingParts): readonly Reminded[] {
  const { arn, content, since, isTaken, note } = alarm;
  const { words, remindersFor } = parts;
  return remindersFor(content, slot.to).flatMap((reminders) => {
    const step = dueStep(reminders.steps, since, slot);
    return reminders.robots.flatMap((robot): readonly Reminded[] => {
      const end = endOf(alarm, { ...reminders, robot }, slot, parts);
      if (step === undefined && end === undefined) return [];
      const called = [step && reminders.callAt(step.index), end && reminders.callAt(end.step)];
      const mentions = isTaken ? NOBODY : unionOf(called.filter((one) => one !== undefined));
      const lasting = words.watch.one(content.title, lastingSince(since, parts)) + note;
      const text = end ? words.watch.after(lasting, end.kind) : lasting;
      return [{ arn, robot, content, severity: reminders.severity, mentions, since, text }];
    });
  });
}
