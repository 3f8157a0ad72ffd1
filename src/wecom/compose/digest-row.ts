import { columnsOf } from '../../base/columns.js';
import { wallClock } from '../../base/time-zone.js';
import type { Format } from '../../domain/format.js';
import type { MessageWords } from '../../text/message-words.js';
import { SEVERITY } from '../../text/severity.js';
import { cutMiddle, ROW_COLUMNS } from './columns.js';
import { defuseLine, defuseTitle } from './defuse.js';
import { type Common, placeIn, shortWhom, shownNameOf, whomOf } from './digest-common.js';
import { type DigestLine, isGood, placeOf, timesBad } from './digest-line.js';
import { labelsOf, type Named } from './labels.js';
import { linkIn } from './link.js';
import { flapMark, repeatMark } from './with-delay-note.js';

/** One line of a digest as it is shown. */
export interface DigestRow {
  readonly line: DigestLine;
  /** `🔴 支付网关 5xx：42 > 10，20:03`. Good news has a dot for an emoji: its heading has that. */
  readonly text: string;
  /** The heading it stands under: what the headline does not say of its place. */
  readonly place: string;
  /** The list on which it stands while it is bad. */
  readonly listLink: string | undefined;
}

/** Least room of a name, in columns, whatever stands beside it. */
const MIN_NAME_COLUMNS = 16;
/** Widest name in a row that takes two rows of a phone. */
const NAME_COLUMNS_OF_TWO = 48;
const MAX_WHOM_COLUMNS = 16;
/** Widest value, in columns. */
const MAX_VALUE_COLUMNS = 24;
/** The width of a row, in columns: a list of `markdown_v2` is indented. */
const COLUMNS: Readonly<Record<Format, number>> = {
  text: ROW_COLUMNS,
  markdown: ROW_COLUMNS,
  markdown_v2: ROW_COLUMNS - 4,
};
/** The beginning of a row of good news, whose heading has the emoji. */
const BULLET: Readonly<Record<Format, string>> = { text: '· ', markdown: '· ', markdown_v2: '' };
/** An emoji and the space after it. */
const EMOJI_COLUMNS = 3;

/** The context of all rows of a message. */
export interface RowContext {
  readonly common: Common;
  readonly format: Format;
  readonly words: MessageWords;
  readonly timeZone: string;
}

/** Returns a row for each line, no two of them alike. */
export function digestRows(lines: readonly DigestLine[], context: RowContext): readonly DigestRow[] {
  const marks = lines.map((line) => marksOf(line, context));
  const labels = labelsOf(
    lines.map((line, index) => namedOf(line, columnsOf(marks[index] ?? ''), context)),
    context.words.aside,
  );
  return lines.map((line, index) => ({
    line,
    text: rowOf(line, `${labels[index] ?? ''}${marks[index] ?? ''}`, context),
    place: context.common.isPlaceInRow ? '' : ownPlace(line, context),
    listLink: listLinkOf(line, context.format),
  }));
}

function ownPlace(line: DigestLine, { common: { place }, format }: RowContext): string {
  const whole = placeIn(placeOf(line), format);
  return whole.startsWith(place) ? whole.slice(place.length).trim() : whole;
}

function listLinkOf(line: DigestLine, format: Format): string | undefined {
  const { notification } = line.last;
  return isGood(line) || notification.kind !== 'rendered' ? undefined : linkIn(notification.listLink, format);
}

/** A time as ours are shown: it tells less than a resource does, and is the last of the facts. */
const TIME = /^\d{4}-\d\d-\d\d \d\d:/;

function namedOf(line: DigestLine, taken: number, { common, format, timeZone }: RowContext): Named {
  const { notification, unknownRobot } = line.last;
  const { account = '', region = '' } = notification.origin;
  const name = shownNameOf(line, format);
  const rest = name.slice(common.prefix.length, name.length - common.suffix.length);
  const fields = notification.kind === 'rendered' ? notification.fields : [];
  const hints = [
    placeOf(line),
    account,
    region,
    unknownRobot ?? '',
    ...fields.map(({ value }) => value).filter((value) => !TIME.test(value)),
    statusOf(line),
    wallClock(notification.occurredAt, timeZone).slice(11, 19),
  ];
  return {
    // What follows the common beginning now begins a line, where markup may mean something.
    name: defuseTitle({ ...notification, title: rest }, format),
    hints: hints.map((hint) => defuseLine(hint, format)),
    columns: common.isPlaceInRow
      ? NAME_COLUMNS_OF_TWO
      : Math.max(MIN_NAME_COLUMNS, COLUMNS[format] - EMOJI_COLUMNS - taken),
  };
}

/** Returns what stands after a name, whatever the room: how often, to be doubted, for whom. */
function marksOf(line: DigestLine, { common, format, words }: RowContext): string {
  const { notification, unknownRobot = '' } = line.last;
  const whom = whomOf(line, format);
  const isMeant = common.unknownRobot === undefined && unknownRobot !== '';
  return [
    timesMark(line, common, words),
    flapMark(notification, words),
    common.isRepeat ? '' : repeatMark(notification.mayBeRepeat, words),
    isMeant ? words.phrase.meantFor(cutMiddle(defuseLine(unknownRobot, format), MAX_WHOM_COLUMNS)) : '',
    whom === common.whom || whom === '' ? '' : ` ${shortWhom(whom, MAX_WHOM_COLUMNS, words)}`,
  ].join('');
}

function timesMark(line: DigestLine, { isFired }: Common, { digest }: MessageWords): string {
  const times = timesBad(line);
  if (isGood(line) && times > 0) return isFired ? '' : digest.fired(times);
  const count = Math.max(times, isGood(line) ? line.all.length : 1);
  return count > 1 ? ` ×${count}` : '';
}

/**
 * Returns the row: without its time if there is no room for it, then without its value. A row that says its own place
 * takes two rows of a phone.
 */
function rowOf(line: DigestLine, name: string, context: RowContext): string {
  const { common, format, timeZone, words } = context;
  const sign = isGood(line) ? BULLET[format] : `${SEVERITY[line.last.notification.severity].emoji} `;
  const value = cutMiddle(valueIn(line, format, words), MAX_VALUE_COLUMNS);
  const time = common.isOneTime ? '' : wallClock(line.last.notification.occurredAt, timeZone).slice(11, 16);
  const place = common.isPlaceInRow ? ownPlace(line, context) : '';
  const columns = (common.isPlaceInRow ? 2 : 1) * COLUMNS[format];
  const rows = [[value, time], [value], []].map((facts) =>
    [sign + name + factsOf(facts, words), place].filter(isShown).join(' | '),
  );
  return rows.find((row) => columnsOf(row) <= columns) ?? rows.at(-1) ?? '';
}

/** Returns `：42 > 10，20:03`: what is known of a thing, after its name. */
function factsOf(facts: readonly string[], { colon, comma }: MessageWords): string {
  const shown = facts.filter(isShown);
  return shown.length === 0 ? '' : colon + shown.join(comma);
}

const isShown = (part: string): boolean => part !== '';

/** Returns the value against its threshold, else the state, unless the emoji or the heading tells it. */
function valueIn(line: DigestLine, format: Format, { status }: MessageWords): string {
  const { notification } = line.last;
  if (notification.kind !== 'rendered') return '';
  const isTold = notification.origin.state === 'ALARM' || notification.status === status.recovered;
  return defuseLine(notification.brief ?? (isTold ? '' : notification.status), format);
}

function statusOf({ last: { notification } }: DigestLine): string {
  return notification.kind === 'rendered' ? notification.status : '';
}
