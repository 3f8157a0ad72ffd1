import { groupBy } from '../../base/group-by.js';
import { DEFAULT_ROBOT } from '../../domain/robot-name.js';
import { DAY_MINUTES, localTimeAt, momentOf } from '../../routing/local-time.js';
import { isOnDays } from '../../routing/quiet-hours.js';
import type { Routes, Summary } from '../../routing/rule.js';
import type { Slot } from '../alarm/slot.js';

const DAY_MS = 86_400_000;
/** The longest stretch of time that a summary tells of, days: from Friday's to Monday's. */
const MAX_DAYS = 3;

/** A summary that one robot is told now. */
export interface DueSummary {
  readonly robot: string;
  /** The stretch of time that it tells of: since the robot's last summary, three days at most. */
  readonly told: Slot;
}

/**
 * Returns the summaries whose time has come in a slot: after its begin, up to and including its end, so that the one of 09:30 is
 * told by the tick of 09:30. A time that the clock leaves out that day is as much later, and one that comes twice is the first.
 * @param defaultTimeZone the zone of a summary that names none.
 */
export function dueSummaries(routes: Routes, slot: Slot, defaultTimeZone: string): readonly DueSummary[] {
  const named = (routes.summary ?? []).flatMap((summary) =>
    (summary.robots ?? [DEFAULT_ROBOT]).map((robot) => ({ robot, moments: momentsOf(summary, slot) })),
  );
  return [...groupBy(named, ({ robot }) => robot)].flatMap(([robot, same]) => {
    const moments = same.flatMap((one) => one.moments);
    if (!moments.some((moment) => moment > slot.from && moment <= slot.to)) return [];
    const before = moments.filter((moment) => moment <= slot.from);
    return [{ robot, told: { from: Math.max(slot.to - MAX_DAYS * DAY_MS, ...before), to: slot.to } }];
  });

  /** Returns the times of a summary in the last days, and today. At 24:00 it is that of the day before. */
  function momentsOf({ at, days, timeZone = defaultTimeZone }: Summary, { to }: Slot): readonly number[] {
    const { day: today } = localTimeAt(to, timeZone);
    return Array.from({ length: MAX_DAYS + 2 }, (_, ago) => today - ago)
      .filter((day) => isOnDays(days, day, routes))
      .map((day) => momentOf(day * DAY_MINUTES + at, timeZone));
  }
}
