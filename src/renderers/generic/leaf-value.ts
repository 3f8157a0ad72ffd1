import { resourceName } from '../../aws/arn.js';
import { keyWords } from '../../base/key-words.js';
import { maskSecrets } from '../../base/mask-secrets.js';
import { formatBytes, formatDuration, formatNumber, formatTime, parseTime } from '../../text/format.js';
import type { RenderContext } from '../renderer.js';

/** Values that services write if they have nothing to say, and values only a program reads: JSON, random ids, signatures. */
const NOTHING = /^(null|undefined|none|nan|n\/a|-+|\[\]|\{\})$/i;
const SOURCE_TEXT = /^(\[\s*(["\d\]{[-]|true|false|null)|\{|<[!?/a-z])/i;
const HEX = /^[\da-f]{20,}$/i;
const UUID_LENGTH = 36;
const LONG_WORD = /^[\w+/=]{40,}$/;

/** A date with its time of day: a date alone is left as it is. */
const TIME =
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d|^\d{8}T\d{6}\b|^[A-Z][a-z]{2}, \d\d? [A-Z][a-z]{2} \d{4} \d\d:|^[A-Z][a-z]{2} \d\d?, \d{4},? \d\d?:/;
/** Seconds or milliseconds since 1970, as text. */
const EPOCH = /^\d{10}(\d{3})?$/;
const TIME_KEY =
  /\b(time|timestamp|date|at|since|until|ts|created|modified|updated|started|finished|ended|resolved|completed|stopped|queued|fired|opened|closed|changed)$/;

/** By the unit in the key: how many milliseconds it is. */
const SPAN_KEYS: readonly (readonly [key: RegExp, ms: number])[] = [
  [/\b(ms|millis|milliseconds|in millis)$/, 1],
  [/\b(seconds|secs?|in seconds)$/, 1000],
  [/\b(minutes|mins|in minutes)$/, 60_000],
];

/**
 * Formats a scalar for a person, by the type its key implies; `undefined` if it holds nothing for a person.
 * @param now the time of the event, if it is known: a time without a zone cannot be later.
 */
export function leafValue(key: string, value: unknown, context: RenderContext, now?: number): string | undefined {
  if (typeof value === 'boolean') return value ? context.words.answer.yes : context.words.answer.no;
  if (typeof value === 'number') return isTold(key, value) ? numberValue(keyWords(key), value, context) : undefined;
  return typeof value === 'string' ? textValue(key, value.trim(), context, now) : undefined;
}

/** False for what is no number, and for the time 0, which has not come. */
function isTold(key: string, value: number): boolean {
  return Number.isFinite(value) && !(value === 0 && TIME_KEY.test(keyWords(key)));
}

function textValue(key: string, text: string, context: RenderContext, now: number | undefined): string | undefined {
  if (text === '' || NOTHING.test(text) || isForMachines(text.slice(0, 200)) || YEAR_ONE.test(text)) return undefined;
  const isTime = TIME.test(text) || (EPOCH.test(text) && TIME_KEY.test(keyWords(key)));
  if (isTime && isLocal(key, text, context, now)) return text.slice(0, 19).replace('T', ' ');
  return (isTime && formatTime(text, context.timeZone)) || maskSecrets(resourceName(text));
}

/** A long word with digits and letters is a signature or a key. */
function isForMachines(text: string): boolean {
  const isId = HEX.test(text) || (text.length === UUID_LENGTH && HEX.test(text.replaceAll('-', '')));
  return SOURCE_TEXT.test(text) || isId || (LONG_WORD.test(text) && /\d/.test(text) && /[a-z]/i.test(text));
}

/** Go's and .NET's time that is not set. */
const YEAR_ONE = /^0001-01-01/;

/** A date and time of day without an offset. */
const WITHOUT_ZONE = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/;
/** Beginnings of the words in keys of times that are still to come. */
const TO_COME = 'expir deadline due until next schedul valid renew planned window eta before'.split(' ');
/** How far clocks may differ. */
const TOLERANCE_MS = 5 * 60_000;

/** True for a time of the reader's zone: read as UTC, which it is without an offset, it would be later than the event that tells it. */
function isLocal(key: string, text: string, { timeZone }: RenderContext, now: number | undefined): boolean {
  if (now === undefined || !WITHOUT_ZONE.test(text) || isToCome(key)) return false;
  const latest = now + TOLERANCE_MS;
  const wall = formatTime(latest, timeZone);
  return (parseTime(text) ?? 0) > latest && wall !== undefined && text.replace('T', ' ') <= wall;
}

function isToCome(key: string): boolean {
  return keyWords(key)
    .split(' ')
    .some((word) => TO_COME.some((start) => word.startsWith(start)));
}

function isPhone(key: string): boolean {
  return /\b(phone|mobile|tel|telephone)\b/.test(keyWords(key));
}

function numberValue(key: string, value: number, { words, timeZone }: RenderContext): string {
  if (isPhone(key)) return maskSecrets(String(value));
  // Milliseconds since 1970 are a time under any key: nothing else is counted in such numbers.
  if ((TIME_KEY.test(key) && value > 1e9 && value < 1e13) || isMilliseconds(value))
    return formatTime(value, timeZone) ?? String(value);
  if (TIME_KEY.test(key) && value > 1e17) return formatTime(value / 1e6, timeZone) ?? String(value);
  if (/\bbytes$/.test(key) && value >= 0) return formatBytes(value);
  if (/\b(percent|percentage|pct)$/.test(key)) return `${formatNumber(value)}%`;
  const span = SPAN_KEYS.find(([pattern]) => pattern.test(key));
  if (span && value >= 0) return formatDuration(value * span[1], words);
  // Numbers that name something are not counted in thousands.
  return /\b(id|number|no|code|port|pid|version|year)$/.test(key) ? String(value) : formatNumber(value);
}

/** Milliseconds of the years 2001 to 2100. */
function isMilliseconds(value: number): boolean {
  return Number.isInteger(value) && value > 1e12 && value < 4.1e12;
}
