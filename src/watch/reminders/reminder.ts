import { groupBy } from '../../base/group-by.js';
import { sharedValue } from '../../base/shared-value.js';
import type { Row } from '../../domain/content.js';
import type { Format } from '../../domain/format.js';
import { unionOf } from '../../domain/mentions.js';
import type { Notification } from '../../domain/notification.js';
import { byUrgency } from '../../text/severity.js';
import type { TickWords } from '../../text/watch-words.js';
import type { Slot } from '../alarm/slot.js';
import { fittingRows } from '../fitting-rows.js';
import { lastingSince, type Reminded, type TellingParts } from './reminded.js';

/** Most alarms that one message names, fewer if their names are long. It counts the others, and links to the list of all. */
const MAX_NAMED = 15;

/**
 * Returns all that a tick tells one robot, as one message: the worst first. Its id is robot and slot, never its contents, so that a
 * tick that comes twice tells nothing twice.
 */
export function reminderOf(
  robot: string,
  unsorted: readonly Reminded[],
  slot: Slot,
  { words, format, address, now }: Pick<TellingParts, 'words' | 'format' | 'address' | 'now'>,
): Notification {
  const told = withoutTwice(unsorted).toSorted(
    (a, b) =>
      byUrgency({ ...a.content, severity: a.severity }, { ...b.content, severity: b.severity }) || a.since - b.since,
  );
  const [worst] = told;
  const one = told.length === 1 && worst?.settled === undefined ? worst : undefined;
  const link = one?.content.link ?? linkOf(told);
  const page = one && address?.(one.arn, now);
  return {
    kind: 'rendered',
    id: `still:${slot.to / 1000}`,
    renderer: 'reminder',
    icon: 'clock',
    severity: worst?.severity ?? 'critical',
    ...headlineOf(told, now, words),
    where: sharedValue(told.map(({ content }) => content.where)) ?? '',
    fields: page === undefined ? [] : [{ label: words.alarm.takeIt, value: page }],
    // Among others it would be one row, without the names that it tells.
    ...(one ? { rows: [] } : { rows: rowsOf(told, words, format), isWhole: true }),
    ...(link && { link }),
    occurredAt: now,
    origin: { source: 'eventbridge' },
    robot,
    format,
    mentions: unionOf(told.map(({ mentions }) => mentions)),
  };
}

/** Returns what is counted: what is still in ALARM, or else what has settled. */
function headlineOf(
  told: readonly Reminded[],
  now: number,
  words: TickWords,
): Pick<Notification, 'title'> & { status: string } {
  const { stillInAlarm, settledNow, count, countSettled } = words.watch;
  const still = told.filter(({ settled }) => settled === undefined);
  const [first] = told;
  if (still.length === 0)
    return { status: settledNow, title: told.length === 1 && first ? first.content.title : countSettled(told.length) };
  const longest = Math.min(...still.map(({ since }) => since));
  const title = told.length === 1 && first ? first.text : count(still.length, lastingSince(longest, { now, words }));
  return { status: stillInAlarm, title };
}

/** Returns the list of what is in ALARM if several are, else the page of the one. */
function linkOf(told: readonly Reminded[]): string | undefined {
  const lists = told.flatMap(({ content }) => content.listLink ?? []);
  return lists[0] ?? told[0]?.content.link;
}

function rowsOf(told: readonly Reminded[], words: TickWords, format: Format): readonly Row[] {
  const all = told.slice(0, MAX_NAMED).map(
    ({ content, severity, text, settled }): Row => ({
      sign: severity,
      text: settled && told.length > 1 ? words.watch.named(content.title, text) : text,
      ...(settled && { settled }),
    }),
  );
  const layouts = all.map((_, left) => {
    const named = all.slice(0, all.length - left);
    const others = told.length - named.length;
    return others > 0 ? [...named, { text: words.watch.others(others) }] : named;
  });
  return fittingRows(layouts, format);
}

/** Makes one of an alarm that two rules send to the same robot, or that is told for two reasons, called by both. */
function withoutTwice(told: readonly Reminded[]): readonly Reminded[] {
  return [...groupBy(told, ({ content }) => content.id).values()].flatMap((same) => {
    const main = same.find(({ settled }) => settled === undefined) ?? same[0];
    return main ? [{ ...main, mentions: unionOf(same.map(({ mentions }) => mentions)) }] : [];
  });
}
