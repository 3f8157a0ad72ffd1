import { isNobody } from '../../domain/mentions.js';
import { NOBODY } from '../../domain/notification.js';
import type { Reminders } from '../../routing/reminders-for.js';
import { isIn, type Slot } from '../alarm/slot.js';
import type { InAlarm, RemindParts } from './reminded.js';
import { DEFAULT_UNTIL_MS, lastPassed } from './steps.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The end of what kept an alarm from being shown, or from calling people. */
export interface End {
  readonly kind: 'mute' | 'quiet';
  /** The last step whose time has come, -1 if none has. */
  readonly step: number;
}

/**
 * Returns what ended in a slot for an alarm that was in ALARM before and still is: a mute, or quiet hours that held back calls. It is
 * found by asking the rules for each minute and the one before.
 *
 * What has lasted for a day is told after quiet hours only if it has been quiet ever since it began: else each morning would tell
 * it again.
 */
export function endOf(
  alarm: InAlarm,
  told: Reminders & { readonly robot: string },
  slot: Slot,
  { remindersFor }: Pick<RemindParts, 'remindersFor'>,
): End | undefined {
  const { content, since, changedAt, unmutedAt } = alarm;
  /** Returns the answer of its rule at another time. `undefined` if that was muted. */
  const saidAt = (at: number): Reminders | undefined => {
    const sameRobot = remindersFor(content, at).filter(({ robots }) => robots.includes(told.robot));
    return sameRobot.find(({ rule }) => rule === told.rule) ?? sameRobot[0];
  };
  const endAt = (at: number): End['kind'] | undefined => {
    const [before, now] = [saidAt(at - MINUTE_MS), saidAt(at)];
    if (now === undefined) return undefined;
    if (before === undefined) return 'mute';
    return before.isQuiet && !now.isQuiet ? 'quiet' : undefined;
  };
  const wasHeldBack = (at: number): boolean =>
    at - since <= DEFAULT_UNTIL_MS || hoursBetween(since, at).every((hour) => saidAt(hour)?.isQuiet !== false);

  const step = lastPassed(told.steps, since, slot.to);
  if (unmutedAt !== undefined && isIn(unmutedAt, slot)) return { kind: 'mute', step };
  const before = saidAt(slot.from - MINUTE_MS);
  if (before !== undefined && before.isQuiet === told.isQuiet) return undefined;
  for (let at = slot.from; at < slot.to; at += MINUTE_MS) {
    const kind = changedAt < at ? endAt(at) : undefined;
    if (kind === 'mute') return { kind, step };
    if (kind === 'quiet' && calls(told, step) && wasHeldBack(at)) return { kind, step };
  }
  return undefined;
}

/** Quiet hours hold back nothing of what calls nobody. */
function calls({ callAt }: Reminders, step: number): boolean {
  return !isNobody(callAt(step) ?? NOBODY);
}

/** Returns a moment of each hour before a time, back to another, the latest first. */
function hoursBetween(from: number, to: number): readonly number[] {
  const count = Math.ceil((to - from) / HOUR_MS);
  return Array.from({ length: count }, (_, hours) => Math.max(from, to - MINUTE_MS - hours * HOUR_MS));
}
