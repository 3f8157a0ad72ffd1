import type { Clock } from '../../base/clock.js';
import type { DescribedAlarm } from './described-alarm.js';
import { QUIET_TO_END_MS } from './occurrence.js';
import type { Slot } from './slot.js';
import type { Transition } from './transition.js';
import type { AlarmHistory, AlarmLookUps } from './watched.js';

/** The history that is read of all alarms at least, milliseconds: a day of reminders, and what may have come before. */
export const HISTORY_MS = 25 * 60 * 60_000;
/** Most alarms whose own history is read at a time: DescribeAlarmHistory answers three calls a second. */
const MAX_LOOK_UPS = 20;

/** The limits of reading more. */
export interface LookUpLimits {
  /** The time after which no more is asked for, milliseconds since 1970. */
  readonly until: number;
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * Resolves to a region's history with the own history of those alarms whose trouble may have begun before it: of the twenty that changed
 * last. The others keep what is known.
 * @param history all changes of the region in the stretch.
 * @param alarms those in trouble, or perhaps so.
 */
export async function reachingBack(
  history: AlarmHistory,
  alarms: readonly Pick<DescribedAlarm, 'name' | 'changedAt'>[],
  { from, to }: Slot,
  cloudWatch: AlarmLookUps,
  { until, clock }: LookUpLimits,
): Promise<AlarmHistory> {
  const wanted = alarms
    .filter(({ name }) => mayBeginBefore(history.get(name), from))
    .toSorted((a, b) => b.changedAt - a.changedAt)
    .slice(0, MAX_LOOK_UPS);
  const whole = new Map(history);
  for (const { name } of wanted) {
    if (clock.now() > until) break;
    const { transitions } = await cloudWatch.historyOf(name, to);
    whole.set(name, together(transitions, history.get(name) ?? []));
  }
  return whole;
}

/** Returns true unless an alarm's first change shows that it was OK before, for long enough to have ended any trouble. */
function mayBeginBefore(transitions: readonly Transition[] = [], from: number): boolean {
  const [first] = transitions;
  return first?.from !== 'OK' || first.at - from < QUIET_TO_END_MS;
}

/** Returns what two readings know of an alarm, oldest first: of very many changes its own history is the shorter one. */
function together(own: readonly Transition[], known: readonly Transition[]): readonly Transition[] {
  const begin = known[0]?.at ?? Number.POSITIVE_INFINITY;
  return [...own.filter(({ at }) => at < begin), ...known];
}
