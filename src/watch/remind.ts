import type { ServiceEvent } from '../aws/service-event.js';
import { groupBy } from '../base/group-by.js';
import { sharedValue } from '../base/shared-value.js';
import { unionOf } from '../domain/mentions.js';
import {
  type Draft,
  type Format,
  type Mentions,
  NOBODY,
  type Notification,
  type RenderedContent,
  type Row,
  type Severity,
  type Skipped,
} from '../domain/notification.js';
import type { Reminders } from '../routing/reminders-for.js';
import { formatDuration } from '../text/format.js';
import { byUrgency } from '../text/severity.js';
import type { Words } from '../text/words.js';
import { type Ack, standingOf } from './ack.js';
import { alarmEvent } from './alarm-event.js';
import type { DescribedAlarm } from './described-alarm.js';
import { occurrencesOf } from './occurrence.js';
import type { Acks } from './read-acks.js';
import type { Road } from './road.js';
import type { Slot } from './slot.js';
import { dueStep } from './steps.js';
import type { AlarmHistory } from './watched.js';
import type { AckAddress } from './with-ack-link.js';

/** Most alarms that one message names. It counts the others, and links to the list of all. */
const MAX_NAMED = 15;

/** An alarm in ALARM, and the road by which it was told. */
export interface ToldAlarm extends DescribedAlarm {
  readonly road: Road;
}

/** One region as CloudWatch described it. */
export interface RegionReading {
  /** The alarms in ALARM that were told. */
  readonly alarms: readonly ToldAlarm[];
  readonly history: AlarmHistory;
  /** Names of the alarms that a mute rule silences. */
  readonly muted: ReadonlySet<string>;
  /** Those who have alarms. Absent if nobody was asked for. */
  readonly acks?: Acks;
}

/** The parts of reminding. */
export interface RemindParts {
  /** Turns an event into what people read, as the same event was when it came. */
  readonly interpret: (event: ServiceEvent) => Draft | Skipped;
  /** Returns the reminders of what is in ALARM, as the rules are at a time (milliseconds since 1970). */
  readonly remindersFor: (draft: Draft, now: number) => readonly Reminders[];
  readonly format: Format;
  readonly words: Words;
  /** Returns the address of the page on which an alarm is taken. Absent if there are none. */
  readonly address?: AckAddress;
}

/** An alarm that one robot is to be reminded of. */
interface Due {
  readonly arn: string;
  readonly content: RenderedContent;
  readonly severity: Severity;
  /** Its first ALARM, milliseconds since 1970. */
  readonly since: number;
  readonly mentions: Mentions;
  /** Names the person who has it, or the fault of the tag that says so. May be empty. */
  readonly note: string;
}

/**
 * Returns the reminders of one tick, one message a robot: what is still in ALARM and has a step in this slot, the worst first, with
 * all whom these steps call. Its id is robot and slot, never its contents, so that a tick that comes twice tells nothing twice.
 * @param regions by whatever region; alarms of other accounts are not among them.
 */
export function reminders(regions: readonly RegionReading[], slot: Slot, parts: RemindParts): readonly Notification[] {
  const all = regions.flatMap((region) => duesOf(region, slot, parts));
  return [...groupBy(all, ({ robot }) => robot)].map(([robot, dues]) => {
    const told = dues.map(({ due }) => due);
    return reminderOf(robot, told, slot, parts);
  });
}

/** Returns the ARNs of a region's alarms that are about to be told again. */
export function dueArns(region: RegionReading, slot: Slot, parts: RemindParts): readonly string[] {
  return [...new Set(duesOf(region, slot, parts).map(({ due }) => due.arn))];
}

interface RobotDue {
  readonly robot: string;
  readonly due: Due;
}

function duesOf({ alarms, history, muted, acks }: RegionReading, slot: Slot, parts: RemindParts): readonly RobotDue[] {
  return alarms
    .filter(({ name, state }) => state === 'ALARM' && !muted.has(name))
    .flatMap((alarm) => dueOf(alarm, sinceOf(alarm, history, slot), slot, parts, acks));
}

/** Returns an alarm's first ALARM of this trouble, as far as the history reaches: it does not end by a pause, nor by missing data. */
export function sinceOf(
  { name, changedAt }: Pick<DescribedAlarm, 'name' | 'changedAt'>,
  history: AlarmHistory,
  slot: Slot,
): number {
  const last = occurrencesOf(history.get(name) ?? [], slot.to).at(-1);
  return last === undefined || last.endedAt !== undefined ? changedAt : Math.min(last.since, changedAt);
}

function dueOf(
  alarm: ToldAlarm,
  since: number,
  slot: Slot,
  parts: RemindParts,
  acks: Acks | undefined,
): readonly RobotDue[] {
  const draft = parts.interpret(alarmEvent(alarm, alarm.road));
  if ('skipped' in draft || draft.kind !== 'rendered') return [];
  const { isTaken, note } = holderOf(acks?.get(alarm.arn), since, slot, parts.words);
  return parts.remindersFor(draft, slot.to).flatMap(({ robots, severity, steps, callAt }) => {
    const step = dueStep(steps, since, slot);
    if (step === undefined) return [];
    const mentions = isTaken ? NOBODY : callAt(step.index);
    const due = { arn: alarm.arn, content: draft, severity, since, mentions, note };
    return robots.map((robot) => ({ robot, due }));
  });
}

/** Returns what a tag means for an alarm in trouble since a time. Who has it is named; nobody is called then. */
function holderOf(
  ack: Ack | undefined,
  since: number,
  slot: Slot,
  { watch }: Words,
): { readonly isTaken: boolean; readonly note: string } {
  const standing = ack && standingOf(ack, since, slot.to);
  if (ack === undefined || standing === 'older' || standing === 'over') return { isTaken: false, note: '' };
  if (standing === 'valid') return { isTaken: true, note: watch.has(ack.who) };
  return { isTaken: false, note: watch.tagWithoutTime(ack.who) };
}

function reminderOf(robot: string, unsorted: readonly Due[], slot: Slot, parts: RemindParts): Notification {
  const { words, format, address } = parts;
  const dues = withoutTwice(unsorted).toSorted(
    (a, b) =>
      byUrgency({ ...a.content, severity: a.severity }, { ...b.content, severity: b.severity }) || a.since - b.since,
  );
  const longest = Math.min(...dues.map(({ since }) => since));
  const [worst] = dues;
  const one = dues.length === 1 ? worst?.content : undefined;
  const link = one?.link ?? worst?.content.listLink ?? worst?.content.link;
  const page = one && worst ? address?.(worst.arn, slot.to) : undefined;
  const lasting = (since: number): string => formatDuration(slot.to - since, words);
  const textOf = ({ content, since, note }: Due): string => words.watch.one(content.title, lasting(since)) + note;
  return {
    kind: 'rendered',
    id: `still:${slot.to / 1000}`,
    renderer: 'reminder',
    icon: 'clock',
    severity: worst?.severity ?? 'critical',
    status: words.watch.stillInAlarm,
    title: one && worst ? textOf(worst) : words.watch.count(dues.length, lasting(longest)),
    where: sharedValue(dues.map(({ content }) => content.where)) ?? '',
    fields: page === undefined ? [] : [{ label: words.watch.takeIt, value: page }],
    rows: one ? [] : rowsOf(dues, textOf, words),
    ...(link && { link }),
    occurredAt: slot.to,
    origin: { source: 'eventbridge' },
    robot,
    format,
    mentions: unionOf(dues.map(({ mentions }) => mentions)),
  };
}

function rowsOf(dues: readonly Due[], textOf: (due: Due) => string, words: Words): readonly Row[] {
  const others = dues.length - MAX_NAMED;
  const named = dues.slice(0, MAX_NAMED).map((due): Row => ({ sign: due.severity, text: textOf(due) }));
  return others > 0 ? [...named, { text: words.watch.others(others) }] : named;
}

/** Makes one of an alarm that two rules send to the same robot, called by both. */
function withoutTwice(dues: readonly Due[]): readonly Due[] {
  return [...groupBy(dues, ({ content }) => content.id).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, mentions: unionOf(same.map(({ mentions }) => mentions)) }] : [];
  });
}
