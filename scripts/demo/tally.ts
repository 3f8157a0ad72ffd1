import type { ShownMessage } from '../../local/wecom/shown-message.js';
import { parseObject, textAt } from '../../src/base/json.js';
import type { SampleOutcome } from './demo-folder.js';

/** Events with the same outcome, and the messages in which the groups show them. */
interface Share {
  readonly events: number;
  readonly messages: number;
}

/** The outcome of every event of an act: each is in exactly one of these. */
export interface Tally {
  /** Shown in messages that show nothing else. */
  readonly alone: Share;
  /** Shown in messages that each show several. */
  readonly merged: Share;
  /** Not shown again, because the group had it already. */
  readonly repeats: number;
  /** The reason for each event that is not shown by design. */
  readonly leftOut: readonly string[];
  /** The reason for each event that should have been shown. */
  readonly failed: readonly string[];
}

const NOTHING: Share = { events: 0, messages: 0 };

/** Counts the outcomes of events that were sent one at a time. */
export function tallySamples(outcomes: readonly SampleOutcome[]): Tally {
  const delivered = outcomes.flatMap((outcome) => (outcome.status === 'delivered' ? [outcome.messages.length] : []));
  return {
    alone: { events: delivered.length, messages: sum(delivered) },
    merged: NOTHING,
    repeats: outcomes.filter(({ status }) => status === 'repeat').length,
    leftOut: outcomes.flatMap((outcome) => (outcome.status === 'skipped' ? [outcome.why] : [])),
    failed: outcomes.flatMap((outcome) => (outcome.status === 'failed' ? [outcome.why] : [])),
  };
}

/** A notification that was queued, and the messages that show it, by their numbers. */
interface Place {
  readonly id: string;
  readonly messages: readonly number[];
}

/**
 * Counts events that waited on the queue together, each with one notification for one robot.
 * @param sent the number of events.
 * @param lines the log of both functions, in scaled time like `shown`.
 */
export function tallyQueued(
  sent: number,
  lines: readonly string[],
  shown: readonly Pick<ShownMessage, 'number' | 'at'>[],
): Tally {
  const entries = lines.map((line) => parseObject(line));
  const queued = idsOf(entries, 'queued');
  const delivered = entries.filter((entry) => textAt(entry, 'status') === 'delivered');
  const places = [...new Set(queued)].map((id) => {
    const times = delivered.flatMap((entry) => (textAt(entry, 'id') === id ? (textAt(entry, 'timestamp') ?? []) : []));
    return { id, messages: times.flatMap((time) => lastBefore(Date.parse(time), shown)) };
  });
  const all = places.flatMap(({ messages }) => messages);
  const isMerged = ({ messages }: Place): boolean => messages.some((number) => count(number, all) > 1);
  const found = places.filter(({ messages }) => messages.length > 0);
  return {
    alone: shareOf(found.filter((place) => !isMerged(place))),
    merged: shareOf(found.filter(isMerged)),
    repeats: queued.length - places.length,
    leftOut: [],
    failed: [
      ...places.filter(({ messages }) => messages.length === 0).map(({ id }) => `${id} was not shown`),
      ...Array.from({ length: sent - queued.length }, () => 'it was not queued'),
    ],
  };
}

function idsOf(entries: readonly unknown[], status: string): readonly string[] {
  return entries.flatMap((entry) => (textAt(entry, 'status') === status ? (textAt(entry, 'id') ?? []) : []));
}

/**
 * Returns the last message before a time. The log names everything a message shows before the robot posts the next one.
 */
function lastBefore(time: number, shown: readonly Pick<ShownMessage, 'number' | 'at'>[]): number | readonly [] {
  return shown.findLast(({ at }) => at <= time)?.number ?? [];
}

function shareOf(places: readonly Place[]): Share {
  return { events: places.length, messages: new Set(places.flatMap(({ messages }) => messages)).size };
}

/** Returns the lines that report the outcome of every event. */
export function closingLines(tallies: readonly Tally[]): readonly string[] {
  const alone = total(tallies.map((tally) => tally.alone));
  const merged = total(tallies.map((tally) => tally.merged));
  const repeats = sum(tallies.map((tally) => tally.repeats));
  const [leftOut, failed] = [tallies.flatMap((tally) => tally.leftOut), tallies.flatMap((tally) => tally.failed)];
  const events = alone.events + merged.events + repeats + leftOut.length + failed.length;
  const rows: readonly (readonly [share: number, line: string])[] = [
    [alone.events, `shown alone, in ${counted(alone.messages, 'message')}`],
    [merged.events, `merged into ${counted(merged.messages, 'message')}`],
    [repeats, 'dropped as repeats'],
    [leftOut.length, `left out by design: ${reasons(leftOut)}`],
    [failed.length, `failed: ${reasons(failed)}`],
  ];
  return [
    `${counted(events, 'event')}, ${counted(alone.messages + merged.messages, 'message')} delivered`,
    ...rows.filter(([share]) => share > 0).map(([share, line]) => `  ${counted(share, 'event')} ${line}`),
  ];
}

function total(shares: readonly Share[]): Share {
  return { events: sum(shares.map(({ events }) => events)), messages: sum(shares.map(({ messages }) => messages)) };
}

/** Returns each reason once, with its number if it was given more than once. */
function reasons(all: readonly string[]): string {
  const distinct = [...new Set(all)].map((reason) => [reason, count(reason, all)] as const);
  return distinct.map(([reason, times]) => (times > 1 ? `${reason} (${times})` : reason)).join('; ');
}

function count<T>(one: T, all: readonly T[]): number {
  return all.filter((other) => other === one).length;
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((so, number) => so + number, 0);
}
