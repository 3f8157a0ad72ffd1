import type { Clock } from '../../base/clock.js';
import type { DescribedAlarm } from './described-alarm.js';
import { sinceOf } from './occurrence.js';
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

/** Most requests for one of them: five hundred changes. */
const MAX_REQUESTS = 5;

/** An alarm as far as its history needs it. */
type Changed = Pick<DescribedAlarm, 'name' | 'changedAt'>;

/** The changes of alarms before the first that a stretch shows. They never change, so each process asks for them once. */
const EARLIER = new WeakMap<AlarmLookUps, Map<string, readonly Transition[]>>();
/** Most of them that a process keeps. */
const MAX_KEPT = 1000;

/**
 * Resolves to a region's history with the own history of those alarms whose trouble may have begun before it: of the twenty that changed
 * last, and of those that were read already. The others keep what is known. So no time starts anew because the stretch slides, or
 * because it had too many changes.
 * @param history all changes of the region in the stretch.
 * @param alarms those in trouble, or perhaps so.
 */
export async function reachingBack(
  history: AlarmHistory,
  alarms: readonly Changed[],
  { from, to }: Slot,
  cloudWatch: AlarmLookUps,
  { until, clock }: LookUpLimits,
): Promise<AlarmHistory> {
  const kept = EARLIER.get(cloudWatch) ?? new Map<string, readonly Transition[]>();
  EARLIER.set(cloudWatch, kept);
  const changesOf = ({ name }: Changed): readonly Transition[] => history.get(name) ?? [];
  const keyOf = (alarm: Changed): string => `${alarm.name} ${changesOf(alarm)[0]?.at ?? alarm.changedAt}`;
  const wanted = alarms.filter((alarm) => mayBeginBefore(alarm, changesOf(alarm), from, to));
  const unknown = wanted.filter((alarm) => !kept.has(keyOf(alarm))).toSorted((a, b) => b.changedAt - a.changedAt);
  for (const alarm of unknown.slice(0, MAX_LOOK_UPS)) {
    if (clock.now() > until) break;
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(keyOf(alarm), await ownHistory(alarm, cloudWatch, (changesOf(alarm)[0]?.at ?? to + 1) - 1));
  }
  const whole = new Map(history);
  for (const alarm of wanted) whole.set(alarm.name, [...(kept.get(keyOf(alarm)) ?? []), ...changesOf(alarm)]);
  return whole;
}

/** Resolves to the changes of one alarm, oldest first, back to the begin of the trouble that it is in. */
export async function ownHistory(
  alarm: Changed,
  { historyOf }: AlarmLookUps,
  to: number,
): Promise<readonly Transition[]> {
  let known: readonly Transition[] = [];
  for (let request = 0; request < MAX_REQUESTS; request++) {
    const { transitions, isCut } = await historyOf(alarm.name, known[0] ? known[0].at - 1 : to);
    known = [...transitions, ...known];
    if (!isCut || !known[0] || !mayBeginBefore(alarm, known, known[0].at, to)) break;
  }
  return known;
}

/** Returns true if the trouble that an alarm is in at `to` may have begun before `from`, from which on its changes are known. */
function mayBeginBefore(alarm: Changed, transitions: readonly Transition[], from: number, to: number): boolean {
  const first = transitions.length > 0 ? (transitions[0]?.from ?? 'OK') : 'ALARM';
  const earlier: readonly Transition[] = [
    { at: from - 1, to: 'ALARM' },
    { at: from, to: first },
  ];
  return sinceOf(alarm, [...earlier, ...transitions], to) < from;
}
