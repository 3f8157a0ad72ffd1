import { isNobody } from '../../domain/mentions.js';
import type { Reminders } from '../../routing/reminders-for.js';
import { SLOT_MS, type Slot } from '../alarm/slot.js';
import { type Hold, REACH, reachOf } from './hold.js';
import type { InAlarm, RemindParts } from './reminded.js';
import { DEFAULT_UNTIL_MS, dueStep, lastPassed } from './steps.js';

/** The holds whose end is news. */
type EndingHold = Exclude<Hold, 'pause'>;

/** The calls and the reason with which a tick tells an alarm. */
export interface Owed {
  /** The last step whose time has come, -1 if none has: it and those before it are called. */
  readonly step: number;
  /** The end of what held it back, if that is told by itself. */
  readonly ended?: EndingHold;
}

/**
 * Returns what a tick has to tell one robot of an alarm, `undefined` if nothing. A tick answers for all the time since the last one
 * that could tell as much: usually its own slot, and more after what held it back. So a step that fell meanwhile is told at the first
 * tick that can, by history and rules alone.
 *
 * The end of a mute, of quiet hours or of the time for which somebody had it is told even if no step fell, unless its own message came
 * in full after that.
 */
export function owedAt(
  alarm: InAlarm,
  told: Reminders & { readonly robot: string },
  slot: Slot,
  parts: Pick<RemindParts, 'remindersFor'>,
): Owed | undefined {
  const { since, changedAt } = alarm;
  const stretch = stretchOf(alarm, slot, (at) => holdOf(alarm, told, at, parts));
  if (stretch === undefined) return undefined;
  const { from, held } = stretch;
  const step = lastPassed(told.steps, since, slot.to);
  const isRunAgain = alarm.runsAgain && alarm.heldAt(changedAt + 1) === 'window';
  const isNews = slot.to - since <= DEFAULT_UNTIL_MS || from <= since;
  const calls = !isNobody(told.callAt(step));
  const isTold = { pause: false, window: isNews && !isRunAgain, mute: true, quiet: isNews && calls, taken: calls };
  const ended = held.find((hold): hold is EndingHold => isTold[hold]);
  const isDue = dueStep(told.steps, since, { from, to: slot.to }) !== undefined;
  return isDue || ended ? { step, ...(ended && { ended }) } : undefined;
}

/** The time for which a tick answers, and what held the alarm back in it since its own message, the latest first. */
interface Stretch {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly held: readonly Hold[];
}

function stretchOf(
  { since, changedAt }: InAlarm,
  slot: Slot,
  holdAt: (at: number) => Hold | undefined,
): Stretch | undefined {
  const reach = reachOf(holdAt(slot.to));
  if (reach === 0) return undefined;
  const held: Hold[] = [];
  let from = slot.from;
  for (; from > since; from -= SLOT_MS) {
    const hold = holdAt(from);
    if (hold === undefined || reachOf(hold) >= reach) break;
    if (from > changedAt) held.push(hold);
  }
  // Its own message was told in its own moment.
  const own = changedAt >= from ? holdAt(changedAt + 1) : undefined;
  return { from, held: own && reachOf(own) < reach ? [...held, own] : held };
}

/** Returns what holds an alarm back at a moment. The rules are asked as they were then. */
function holdOf(
  alarm: InAlarm,
  { robot, rule }: Reminders & { readonly robot: string },
  at: number,
  { remindersFor }: Pick<RemindParts, 'remindersFor'>,
): Hold | undefined {
  const own = alarm.heldAt(at);
  if (own && REACH[own] === 0) return own;
  const sameRobot = remindersFor(alarm.content, at).filter(({ robots }) => robots.includes(robot));
  const said = sameRobot.find((one) => one.rule === rule) ?? sameRobot[0];
  if (said === undefined) return 'mute';
  return said.isQuiet ? 'quiet' : own;
}
