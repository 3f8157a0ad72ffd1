import { maskMobile } from '../../base/mask-secrets.js';
import { sharedValue } from '../../base/shared-value.js';
import { shortTime } from '../../base/time-zone.js';
import type { Row } from '../../domain/content.js';
import type { Format } from '../../domain/format.js';
import { isNumber } from '../../domain/mobile.js';
import type { Duty } from '../../routing/duties.js';
import { formatDuration } from '../../text/format.js';
import type { SummaryWords } from '../../text/summary-words.js';
import type { TickWords } from '../../text/watch-words.js';
import type { Slot } from '../alarm/slot.js';
import type { Silence } from './silence.js';
import type { AlarmFacts, LastingAlarm, PastAlarm } from './summary-facts.js';

/** Longest name, in characters: names of one beginning stay apart by their ends. */
const MAX_NAME = 48;
/** Most regions that are named. */
const MAX_REGIONS = 12;

/** All that one summary says. */
export interface SummaryFacts extends AlarmFacts {
  readonly robot: string;
  readonly told: Slot;
  readonly duties: readonly Duty[];
  /** How many messages are parked, or the reason why nobody could tell. */
  readonly parked: number | { readonly reason: string };
  readonly read: readonly string[];
  readonly unread: readonly { readonly region: string; readonly reason: string }[];
  /** True if alarms of other accounts come here, which cannot be read. */
  readonly hasForeign: boolean;
}

/** The look of a summary. */
export interface SummaryStyle {
  readonly words: TickWords;
  readonly summary: SummaryWords;
  readonly timeZone: string;
  readonly format: Format;
}

/** Most of each that is named; the rest is counted. */
export interface NamedCounts {
  readonly open: number;
  readonly past: number;
  readonly silences: number;
  readonly duties: number;
}

/** Returns the rows of a summary: what is wrong first, then who is on call, what happened, what is silent, what was read. */
export function summaryRows(facts: SummaryFacts, named: NamedCounts, style: SummaryStyle): readonly Row[] {
  const { summary, words } = style;
  const { unread, parked, duties, read, hasForeign } = facts;
  const onCall = duties.slice(0, named.duties).map((duty) => dutyText(duty, style, facts.told));
  const regions = listed(read.slice(0, MAX_REGIONS), read.length, words);
  const extent = [...(regions ? [summary.read(regions)] : []), ...(hasForeign ? [summary.foreign] : [])];
  return [
    ...openRows(facts, named.open, style),
    ...unread.map(({ region, reason }): Row => ({ sign: 'warning', text: summary.unread(region, reason) })),
    ...parkedRows(parked, summary),
    ...(onCall.length > 0 ? [{ text: summary.onCall(listed(onCall, duties.length, words)) }] : []),
    // Where nothing could be read, nothing is known.
    ...(read.length > 0 ? pastRows(facts, named.past, style) : []),
    ...silenceRows(facts, named.silences, style),
    ...(extent.length > 0 ? [{ text: extent.join(words.comma) }] : []),
  ];
}

function openRows({ open, told }: SummaryFacts, most: number, style: SummaryStyle): readonly Row[] {
  const { words, summary, timeZone } = style;
  const shared = sharedValue(open.map(({ content }) => content.where));
  const textOf = ({ content: { title, where }, since, noDataSince, holder }: LastingAlarm): string => {
    const name = shared === undefined && where ? `${shortName(title)}${words.aside(where)}` : shortName(title);
    const lasting = formatDuration(Math.max(0, told.to - since), words);
    return [
      summary.open(name, shortTime(since, told.to, timeZone), lasting),
      ...(noDataSince === undefined ? [] : [summary.noData(shortTime(noDataSince, told.to, timeZone))]),
      ...(holder === undefined ? [] : [words.watch.has(shortName(holder))]),
    ].join('');
  };
  const rows = open.slice(0, most).map((one): Row => ({ sign: one.content.severity, text: textOf(one) }));
  const others = open.slice(most);
  const dark = others.filter(({ noDataSince }) => noDataSince !== undefined).length;
  return [
    ...rows,
    ...(others.length > dark ? [{ text: summary.others(others.length - dark) }] : []),
    ...(dark > 0 ? [{ text: summary.othersWithoutData(dark) }] : []),
  ];
}

function parkedRows(parked: SummaryFacts['parked'], summary: SummaryWords): readonly Row[] {
  if (parked === 0) return [];
  const text = typeof parked === 'number' ? summary.parked(parked) : summary.parkedReason(parked.reason);
  return [{ sign: 'warning', text }];
}

function pastRows({ past, told, cutAt }: SummaryFacts, most: number, style: SummaryStyle): readonly Row[] {
  const { words, summary, timeZone } = style;
  const { comma } = words;
  const since = shortTime(told.from, told.to, timeZone);
  const cut: readonly Row[] =
    cutAt === undefined ? [] : [{ sign: 'warning', text: summary.cut(shortTime(cutAt, told.to, timeZone)) }];
  if (past.length === 0) return [{ text: summary.quiet(since) }, ...cut];
  const lasting = (all: readonly PastAlarm[]): string =>
    formatDuration(
      all.reduce((sum, { inAlarmMs }) => sum + inAlarmMs, 0),
      words,
    );
  const times = past.reduce((sum, one) => sum + one.times, 0);
  const noisy = past.slice(0, most).map((one): Row => {
    const text = summary.noisy(shortName(one.title), one.times, lasting([one]));
    return { sign: 'item', text: one.flaps ? `${text}${comma}${summary.flaps}` : text };
  });
  const others = past.length - noisy.length;
  return [
    { text: summary.past(since, past.length, times, lasting(past)) },
    ...cut,
    ...noisy,
    ...(others > 0 && noisy.length > 0 ? [{ text: summary.otherPast(others) }] : []),
  ];
}

function silenceRows({ silences, told }: SummaryFacts, most: number, style: SummaryStyle): readonly Row[] {
  const { words, summary, timeZone } = style;
  const { comma } = words;
  const textOf = ({ by, name, until, inAlarm }: Silence): string =>
    [
      summary.silenced[by](shortName(name)),
      ...(until === undefined ? [] : [summary.until(shortTime(until, told.to, timeZone))]),
      ...(inAlarm > 0 && (by === 'muteRule' || by === 'rule') ? [summary.silencedInAlarm(inAlarm)] : []),
    ].join(comma);
  const rows = silences.slice(0, most).map((one): Row => ({ sign: 'item', text: textOf(one) }));
  return silences.length > most ? [...rows, { text: summary.otherSilences(silences.length - most) }] : rows;
}

function dutyText({ name, who, later }: Duty, { words, summary, timeZone }: SummaryStyle, told: Slot): string {
  const changes = later.map((one) => summary.from(shortTime(one.at, told.to, timeZone), namesOf(one.who, words)));
  return summary.duty(shortName(name), namesOf(who, words), changes.join(words.comma));
}

/** Names of people; of a mobile only what a group may see. */
function namesOf(who: readonly string[], { listSeparator }: TickWords): string {
  return who.map((one) => (isNumber(one) ? maskMobile(one) : one)).join(listSeparator);
}

function listed(shown: readonly string[], all: number, { listSeparator, phrase }: TickWords): string {
  const text = shown.join(listSeparator);
  return all > shown.length ? phrase.andMore(text, all) : text;
}

function shortName(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= MAX_NAME) return name;
  const half = Math.floor((MAX_NAME - 1) / 2);
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`;
}
