import { wallClock } from '../base/time-zone.js';
import type { MessageWords } from './message-words.js';

const SIZE_UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'] as const;
const DURATION_UNITS = [
  ['days', 86_400_000],
  ['hours', 3_600_000],
  ['minutes', 60_000],
  ['seconds', 1000],
] as const;

/** A date and what may follow it; V8 alone would find a date in `payment 12` too. */
const DATE =
  /^(\d{4}-\d\d-\d\d|[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} |[A-Z][a-z]{2} \d{1,2}, \d{4},? \d|[A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2} \d\d:)/;
/** A time without an offset: AWS means UTC, V8 assumes the machine's own zone. */
const WITHOUT_OFFSET =
  /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?|[A-Z][a-z]{2} \d{1,2}, \d{4},? \d{1,2}:\d\d(:\d\d)? [AP]M)$/;

/** Go's own form: `2026-11-21 18:25:00.512 +0000 UTC`, with nanoseconds and with a monotonic clock after it. */
const GO_TIME = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?:(\.\d{1,3})\d{0,6})? ([+-]\d{4}) [A-Z+-]/;

/**
 * Returns any time that AWS writes in milliseconds since 1970: ISO 8601 with or without an offset (default UTC) or a colon in it,
 * an HTTP date, Java's own form (`Sun Nov 22 12:00:00 UTC 2026`), or a number of seconds or milliseconds. `undefined` for
 * anything else, a time before 1970 and one that no Date can hold included.
 */
export function parseTime(value: unknown): number | undefined {
  if (typeof value === 'number') return timeOfNumber(value);
  if (typeof value !== 'string') return undefined;
  const text = value.slice(0, 64).trim();
  if (/^\d{9,13}(\.\d+)?$/.test(text)) return parseTime(Number(text));
  const dated = withDashes(text);
  if (!DATE.test(dated)) return undefined;
  const plain = GO_TIME.exec(dated)?.slice(1).join('') ?? dated;
  const parsed = Date.parse(WITHOUT_OFFSET.test(plain) ? `${plain.replace('T', ' ')} UTC` : plain);
  // Programs write the year 1 for a time that is not set, and V8 would read it as 2001.
  return Number.isNaN(parsed) || parsed < 0 || text.startsWith('0') ? undefined : parsed;
}

/** The year 2286, in seconds, and the year 2100, in milliseconds. A later number is not a time: 11 digits are a mobile. */
const MAX_SECONDS = 1e10;
const MIN_MS = 1e11;
const MAX_MS = 4.1e12;

function timeOfNumber(value: number): number | undefined {
  if (value > 0 && value < MAX_SECONDS) return value * 1000;
  return value >= MIN_MS && value <= MAX_MS ? value : undefined;
}

/** `20260608T092537.432+0800`, ISO 8601's basic form, as the extended one. */
function withDashes(text: string): string {
  const [, year, month, day, hour, minute, rest] = BASIC_TIME.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month}-${day}T${hour}:${minute}:${rest}`;
}

const BASIC_TIME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d.*)$/;

/** Returns the local time to the second, `2026-11-22 20:03:37`, or `undefined` if the value is not a time. */
export function formatTime(value: unknown, timeZone: string): string | undefined {
  const ms = parseTime(value);
  return ms === undefined ? undefined : wallClock(ms, timeZone);
}

/** Formats a number with at most `digits` decimals (6 at most) and separated thousands: `1,234.5`. */
export function formatNumber(value: number, digits = 2): string {
  const size = Math.abs(value);
  if (size !== 0 && size < 10 ** -digits) return String(Number(value.toPrecision(3)));
  // Intl needs 10 ms for the first number and 16 µs for every other one.
  if (!(size < 1e12)) return value.toLocaleString('en-US', { maximumFractionDigits: digits });
  // Shifted as text, so that 1.005 is rounded as written, and not as the binary fraction closest to it.
  const rounded = Number(`${Math.round(Number(`${size}e${digits}`))}e-${digits}`);
  const [whole = '', decimals] = String(rounded).split('.');
  return (value < 0 ? '-' : '') + inThousands(whole) + (decimals ? `.${decimals}` : '');
}

/** `1234567` → `1,234,567` */
function inThousands(digits: string): string {
  const cut = digits.length - 3;
  return cut > 0 ? `${inThousands(digits.slice(0, cut))},${digits.slice(cut)}` : digits;
}

/** Formats bytes as people say them, with a factor of 1024 between units: `1.5 GB`. */
export function formatBytes(bytes: number, digits = 1): string {
  const size = Math.abs(bytes);
  const step = size < 1 ? 0 : Math.min(Math.floor(Math.log(size) / Math.log(1024)), SIZE_UNITS.length - 1);
  return `${formatNumber(bytes / 1024 ** step, digits)} ${SIZE_UNITS[step]}`;
}

/** Formats a duration in its largest two units: `1 小时 12 分钟`. Below a second, in milliseconds. */
export function formatDuration(ms: number, words: MessageWords): string {
  if (ms < 1000) return words.duration.milliseconds(Math.round(ms));
  let left = Math.round(ms / 1000) * 1000;
  const first = DURATION_UNITS.findIndex(([, size]) => left >= size);
  const shown: string[] = [];
  for (const [unit, size] of DURATION_UNITS.slice(first, first + 2)) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) shown.push(words.duration[unit](count));
  }
  return shown.join(' ');
}
