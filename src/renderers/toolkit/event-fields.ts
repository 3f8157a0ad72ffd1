import { arrayAt, numberAt } from '../../base/json.js';
import type { Field } from '../../domain/content.js';
import { formatBytes, formatDuration, formatNumber, formatTime } from '../../text/format.js';
import type { Label } from '../../text/words.js';
import type { RenderContext } from '../renderer.js';
import { field } from './field.js';
import { firstText, firstValue, type Keys } from './first-value.js';
import { spokenDuration } from './spoken-duration.js';
import { timeBetween } from './time-between.js';

type Read = (detail: unknown, keys: Keys, context: RenderContext) => string | undefined;

/** Formatters, by a value's meaning in AWS's JSON. Nothing (0 bytes, a `count` of 0) and everything (100 `percent`) are left out, `items` counts a list, `span` is the time between two keys, `duration` was written by a program (`1h 7m`). */
const READ = {
  text: (detail, keys, { words }) => firstText(detail, keys, words.listSeparator),
  count: (detail, keys) => counted(detail, keys, (count) => (count > 0 ? formatNumber(count) : '')),
  items: (detail, keys) => itemsAt(detail, keys),
  share: (detail, keys) => counted(detail, keys, (part) => `${formatNumber(part * 100, 1)}%`),
  bytes: (detail, keys) => counted(detail, keys, (bytes) => (bytes > 0 ? formatBytes(bytes) : '')),
  percent: (detail, keys) =>
    counted(detail, keys, (part) => (part > 0 && part < 100 ? `${formatNumber(part, 0)}%` : '')),
  milliseconds: (detail, keys, { words }) => counted(detail, keys, (ms) => formatDuration(ms, words)),
  seconds: (detail, keys, { words }) => counted(detail, keys, (s) => formatDuration(s * 1000, words)),
  minutes: (detail, keys, { words }) => counted(detail, keys, (min) => formatDuration(min * 60_000, words)),
  duration: (detail, keys, { words }) => spokenDuration(firstText(detail, keys, ' '), words),
  time: (detail, keys, { timeZone }) => formatTime(firstValue(detail, keys), timeZone),
  span: (detail, [from = '', to = ''], { words }) =>
    timeBetween(firstValue(detail, from), firstValue(detail, to), words),
} as const satisfies Readonly<Record<string, Read>>;

/** The kind of a value. */
type ValueKind = keyof typeof READ;

/** A line of the message: its label, the keys of its value, the kind of value it is (`text` if left out). */
export type FieldRow = readonly [label: Label, keys: Keys, kind?: ValueKind];

/** Returns true for the name of a kind of value. */
export function isValueKind(name: string): name is ValueKind {
  return Object.hasOwn(READ, name);
}

/** Returns the value under keys as people read its kind; `undefined` if it is missing or of the wrong type. */
export function readKind(kind: ValueKind, detail: unknown, keys: Keys, context: RenderContext): string | undefined {
  const read: Read = READ[kind];
  return read(detail, keys, context);
}

/** Returns the lines that a table asks for, in its order; values that are missing or of the wrong type are left out. */
export function fieldsOf(
  rows: readonly FieldRow[],
  detail: unknown,
  context: RenderContext,
): readonly (Field | undefined)[] {
  const { words } = context;
  return rows.map(([label, keys, kind = 'text']) => field(words.label[label], readKind(kind, detail, keys, context)));
}

function itemsAt(detail: unknown, keys: Keys): string | undefined {
  const lengths = (typeof keys === 'string' ? [keys] : keys).map((key) => arrayAt(detail, ...key.split('.')).length);
  const length = lengths.find((count) => count > 0);
  return length === undefined ? undefined : formatNumber(length);
}

function counted(detail: unknown, keys: Keys, write: (value: number) => string): string | undefined {
  const value = numberAt(firstValue(detail, keys));
  return value === undefined || value < 0 ? undefined : write(value);
}
