import { shortTime } from '../../base/time-zone.js';
import type { AckVisit } from '../../domain/ack-visit.js';
import type { Reminders } from '../../routing/reminders-for.js';
import { formatDuration } from '../../text/format.js';
import type { OpenAlarm, VisitParts } from './open-alarm.js';
import { nameInCookie } from './read-form.js';
import type { TakingPage } from './taking.js';
import { PAGE_WORDS } from './words.js';

/** The parts by which a time is written. */
type TimeParts = Pick<VisitParts, 'language' | 'timeZone' | 'clock'>;

/** Returns what the page of an alarm shows. */
export function pageFor(
  { content, since, holder, reminders }: OpenAlarm,
  { cookie, now }: AckVisit,
  parts: VisitParts,
): TakingPage {
  const { language, words } = parts;
  return {
    language,
    title: content.title,
    where: content.where,
    lasting: formatDuration(now - since, words),
    people: [...new Set([nameInCookie(cookie), ...reminders.flatMap(peopleOf)].filter((name) => name !== undefined))],
    ...(holder && {
      holder: {
        who: holder.who,
        since: timeOf(holder.since ?? since, parts),
        until: untilOf(holder.since ?? since, holder.forMs, parts),
      },
    }),
  };
}

/** Returns all whom a rule calls for an alarm, at its last step. */
function peopleOf({ steps, callAt }: Reminders): readonly string[] {
  const { people, userIds } = callAt(steps.length - 1);
  return [...people, ...userIds];
}

/** Returns until when somebody has an alarm, in words. */
export function untilOf(since: number, forMs: number | undefined, parts: TimeParts): string {
  const words = PAGE_WORDS[parts.language];
  return forMs === undefined ? words.untilOver : words.until(timeOf(since + forMs, parts));
}

/** Returns a time to the minute, with its date if that is not today's. */
export function timeOf(at: number, { timeZone, clock }: TimeParts): string {
  return shortTime(at, clock.now(), timeZone);
}
