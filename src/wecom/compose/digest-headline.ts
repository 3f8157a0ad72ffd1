import type { Format } from '../../domain/format.js';
import type { Notification } from '../../domain/notification.js';
import type { MessageWords } from '../../text/message-words.js';
import { bySeverity, SEVERITY } from '../../text/severity.js';
import { cutMiddle } from './columns.js';
import { defuseLine } from './defuse.js';
import { type Common, shortWhom } from './digest-common.js';
import { type DigestLine, isGood, troubleOf } from './digest-line.js';
import { delayMark, repeatMark } from './with-delay-note.js';

/** Most states that are counted one by one, and kinds of trouble. */
const MAX_STATES = 4;
const MAX_CATEGORIES = 6;
const MAX_STATE_COLUMNS = 16;
const MAX_WHOM_COLUMNS = 32;
/** Between the parts of the first line. */
const BETWEEN = ' | ';

/** The place of a message among those that show the same lines. */
export interface Position {
  /** All lines, if this is the first of several messages. */
  readonly all?: readonly DigestLine[] | undefined;
  /** True if it is not the first. */
  readonly isContinued: boolean;
}

/**
 * Returns the first line: how many are in which state, the worst first, and what all have in common:
 * `🔴 告警 9 · 失败 1 · 🟢 恢复 3 | 生产 ap-southeast-1 | 20:03–20:05`.
 */
export function headlineOf(
  lines: readonly DigestLine[],
  { all, isContinued }: Position,
  common: Common,
  format: Format,
  words: MessageWords,
): string {
  const counted = all ?? lines;
  const { prefix, suffix, place, whom, times } = common;
  const counts = counted.every(isGood) ? goodHeading(counted, common, words) : countsOf(counted, format, words);
  const here = all ? `${words.comma}${words.digest.here(lines.length)}` : '';
  const continued = isContinued ? words.digest.continued : '';
  const names = prefix === '' && suffix === '' ? '' : `${prefix}…${suffix}`;
  const people = shortWhom(whom, MAX_WHOM_COLUMNS, words);
  const parts = [counts + here + continued, place, names, people, times].filter((part) => part !== '');
  return parts.join(BETWEEN) + marksOf(counted, common, format, words);
}

/** Returns the notes that hold for all: the longest delay, that they may be repeats, and for which robot they were. */
function marksOf(
  lines: readonly DigestLine[],
  { isRepeat, unknownRobot }: Common,
  format: Format,
  words: MessageWords,
): string {
  const delays = notificationsOf(lines).flatMap(({ delayMs }) => delayMs ?? []);
  const late = delayMark(delays.length > 0 ? Math.max(...delays) : undefined, words);
  const meant = unknownRobot === undefined ? '' : words.phrase.meantFor(defuseLine(unknownRobot, format));
  return late + repeatMark(isRepeat, words) + meant;
}

function notificationsOf(lines: readonly DigestLine[]): readonly Notification[] {
  return lines.flatMap(({ all }) => all.map(({ notification }) => notification));
}

/** Returns the heading of good news: `🟢 18 个告警已恢复`. */
export function goodHeading(
  lines: readonly DigestLine[],
  { isFired }: Pick<Common, 'isFired'>,
  { digest, status }: MessageWords,
): string {
  const isRecovered = lines.every(
    ({ last: { notification } }) => notification.kind === 'rendered' && notification.status === status.recovered,
  );
  const areAlarms = lines.every(({ last: { notification } }) => notification.origin.alarmName !== undefined);
  const recovered = areAlarms ? digest.alarmsRecovered : digest.recovered;
  const text = isFired ? digest.firedAndOver : isRecovered ? recovered : digest.good;
  return `${SEVERITY.recovery.emoji} ${text(lines.length)}`;
}

/** Returns `🔴 告警 7 · 🟢 恢复 2`, or `🔴 7 · 🟠 1 · 🟢 2` if there are too many states to name. */
function countsOf(lines: readonly DigestLine[], format: Format, words: MessageWords): string {
  const sorted = lines.map(({ last: { notification } }) => notification).toSorted(bySeverity);
  const states = tally(sorted.map((one) => `${emojiOf(one)} ${stateOf(one, format, words)}`));
  if (states.length > MAX_STATES) return listed(tally(sorted.map(emojiOf)));
  // An emoji only if it is not that of the state before.
  const isSame = (index: number): boolean => {
    const [emoji = ''] = states[index]?.[0].split(' ') ?? [];
    return states[index - 1]?.[0].startsWith(`${emoji} `) ?? false;
  };
  return listed(states.map(([state, count], index) => [isSame(index) ? state.replace(/^\S+ /, '') : state, count]));
}

const emojiOf = ({ severity }: Notification): string => SEVERITY[severity].emoji;

function stateOf(notification: Notification, format: Format, words: MessageWords): string {
  const state = notification.kind === 'rendered' ? notification.status : words.severity[notification.severity];
  return cutMiddle(defuseLine(state, format), MAX_STATE_COLUMNS) || words.severity[notification.severity];
}

type Count = readonly [name: string, count: number];

/** Returns how often each name is there, in the order in which each comes first. */
function tally(names: readonly string[]): readonly Count[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts];
}

const listed = (counts: readonly Count[]): string => counts.map(([name, count]) => `${name} ${count}`).join(' · ');

/** Returns how many are bad by kind of trouble, the most first: `RDS 磁盘 120 · 5xx 64`. Empty if nothing tells kinds. */
export function categoriesOf(lines: readonly DigestLine[], format: Format, words: MessageWords): string {
  const bad = lines.filter((line) => !isGood(line)).map((line) => defuseLine(troubleOf(line), format));
  const sorted = tally(bad.filter((category) => category !== '')).toSorted(([, a], [, b]) => b - a);
  const shown = sorted.slice(0, MAX_CATEGORIES);
  const others = bad.length - shown.reduce((sum, [, count]) => sum + count, 0);
  if (shown.length === 0) return '';
  return listed(others > 0 ? [...shown, [words.phrase.others, others]] : shown);
}
