import { columnsOf } from '../../base/columns.js';
import { sharedValue } from '../../base/shared-value.js';
import { wallClock } from '../../base/time-zone.js';
import type { Format } from '../../domain/format.js';
import type { MessageWords } from '../../text/message-words.js';
import { cutMiddle } from './columns.js';
import { defuseLine, defuseTitle } from './defuse.js';
import { callersOf, type DigestLine, isGood, placeOf, timesBad } from './digest-line.js';
import { sharedLength } from './labels.js';

/** The facts that all rows have in common, which the headline says once, and how each row is without them. */
export interface Common {
  /** `生产 ap-southeast-1`, or what all places begin with. May be empty, as all of these. */
  readonly place: string;
  /** True if hardly two rows in a row have one place, so that each says its own, and no heading does. */
  readonly isPlaceInRow: boolean;
  /** The beginning and the end of every name. */
  readonly prefix: string;
  readonly suffix: string;
  /** All people whom every row calls. */
  readonly whom: string;
  /** The time of the first and of the last of them: `20:03`, `20:03–20:05`. */
  readonly times: string;
  /** True if all happened at almost the same time, so that no row says when. */
  readonly isOneTime: boolean;
  /** True if all good news is of what was bad once while it waited. */
  readonly isFired: boolean;
  /** True if all may have been shown before. */
  readonly isRepeat: boolean;
  /** Name of the robot that all were meant for. */
  readonly unknownRobot: string | undefined;
}

/** Widest place in a headline or a heading, in columns. */
const MAX_PLACE_COLUMNS = 40;
/** Most people who are named in a line, and the least room of one, in columns. */
const MAX_NAMED = 5;
const MIN_WHOM_COLUMNS = 6;
/** Longest time, in milliseconds, within which things happened that have one time. */
const ONE_TIME_MS = 2 * 60_000;
/** Fewest rows whose names' beginning or end is said once, and its least width, in columns. */
const MIN_ROWS = 3;
const MIN_SHARED_COLUMNS = 5;
/** Longest beginning or end of all names, in columns: a headline is short. */
const MAX_SHARED_COLUMNS = 24;

/** Returns what the rows have in common. */
export function commonOf(lines: readonly DigestLine[], format: Format, timeZone: string): Common {
  const places = [...new Set(lines.map(placeOf))].filter((place) => place !== '');
  const good = lines.filter(isGood);
  const [prefix, suffix] = sharedAffixes(lines.map((line) => shownNameOf(line, format)));
  const times = lines.map(({ last }) => last.notification.occurredAt);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  return {
    place: sharedWords(places.map((place) => placeIn(place, format))),
    isPlaceInRow: places.length > 1 && runsOf(lines.map(placeOf)) > lines.length / 2,
    prefix,
    suffix,
    whom: sharedValue(lines.filter((line) => !isGood(line)).map((line) => whomOf(line, format))) ?? '',
    times: spanOf(wallClock(first, timeZone), wallClock(last, timeZone)),
    isOneTime: last - first < ONE_TIME_MS,
    isFired: good.length > 0 && good.every((line) => timesBad(line) === 1),
    isRepeat: lines.every(({ all }) => all.some(({ notification }) => notification.mayBeRepeat)),
    unknownRobot: sharedValue(lines.map(({ last }) => last.unknownRobot ?? '')) || undefined,
  };
}

/** Returns the name of a line as its format can show it, on one line. */
export function shownNameOf({ last: { notification } }: DigestLine, format: Format): string {
  return defuseTitle(notification, format) || '–';
}

/** Returns a place as its format can show it. */
export function placeIn(place: string, format: Format): string {
  return cutMiddle(defuseLine(place, format), MAX_PLACE_COLUMNS);
}

/** Returns all people whom a row calls, in words. The asterisks of a masked mobile mean something in markdown. */
export function whomOf(line: DigestLine, format: Format): string {
  const all = new Set(callersOf(line).flatMap(({ whom }) => peopleIn(whom)));
  return defuseLine([...all].join(' '), format);
}

/** Returns people as a line has room for them: `@王芳 @赵云`, or the first of many and how many they are. */
export function shortWhom(whom: string, columns: number, { digest, listSeparator }: MessageWords): string {
  if (columnsOf(whom) <= columns) return whom;
  const all = peopleIn(whom);
  const [first = ''] = all;
  const shownOf = (named: readonly string[]): string =>
    digest.people(named.join(listSeparator), all.length, all.length - named.length);
  const texts = all
    .slice(0, MAX_NAMED)
    .map((_, index) => shownOf(all.slice(0, index + 1)))
    .filter((text) => columnsOf(text) <= columns);
  if (all.length === 1) return cutMiddle(first, columns);
  const rest = columnsOf(shownOf(['']));
  return texts.at(-1) ?? shownOf([cutMiddle(first, Math.max(MIN_WHOM_COLUMNS, columns - rest))]);
}

/** Returns the people of a text that names each after an at sign. */
function peopleIn(whom: string): readonly string[] {
  return whom.split(/ (?=@)/).filter((person) => person !== '');
}

/** Returns `20:03` or `20:03–20:05` from two times; with dates if these differ. */
function spanOf(first: string, last: string): string {
  const isOneDay = first.slice(0, 10) === last.slice(0, 10);
  const [from, to] = [first, last].map((time) => time.slice(isOneDay ? 11 : 5, 16));
  return from === to ? (to ?? '') : `${from}–${to}`;
}

/** Returns the number of times at which a value is not the one before. */
function runsOf(values: readonly string[]): number {
  return values.filter((value, index) => index === 0 || value !== values[index - 1]).length;
}

/** Returns the words with which all places begin. */
function sharedWords(places: readonly string[]): string {
  if (places.length < 2) return places[0] ?? '';
  const words = places.map((place) => place.split(' '));
  const most = Math.min(...words.map(({ length }) => length));
  let count = 0;
  while (count < most && sharedValue(words.map((all) => all[count] ?? '')) !== undefined) count++;
  return (words[0] ?? []).slice(0, count).join(' ');
}

const SEPARATORS = new Set([...' -_/.:|·、，：']);

/** Returns the words with which all names begin and end, if that is long enough and leaves something of each name. */
function sharedAffixes(names: readonly string[]): readonly [prefix: string, suffix: string] {
  // Of one name, a part tells nothing.
  if (names.length < MIN_ROWS || sharedValue(names) !== undefined) return ['', ''];
  const prefix = wholeWords(names, sharedLength(names));
  const rests = names.map((name) => [...name.slice(prefix.length)].reverse().join(''));
  const back = wholeWords(rests, sharedLength(rests));
  const suffix = [...back].reverse().join('');
  return [prefix, suffix];
}

/** Returns the beginning of all names up to its last separator, unless that is all of one of them. */
function wholeWords(names: readonly string[], shared: number): string {
  let end = shared;
  const first = names[0] ?? '';
  while (end > 0 && !SEPARATORS.has(first.charAt(end - 1))) end--;
  const words = first.slice(0, end);
  const columns = columnsOf(words);
  const isWorthIt = columns >= MIN_SHARED_COLUMNS && columns <= MAX_SHARED_COLUMNS;
  return isWorthIt && names.every((name) => name.length > end) ? words : '';
}
