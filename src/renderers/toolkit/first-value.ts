import { resourceName } from '../../aws/arn.js';
import { at, isObject, type JsonObject, parseList, parseObject } from '../../base/json.js';

/** Paths into a `detail`: keys, with dots for nesting (`bucket.name`, `pools.0.id`). Of several, the first that holds anything counts. */
export type Keys = string | readonly string[];

/** Values that AWS writes if it has nothing to say. */
const NOTHING = /^(n\/a|none|null|undefined|nan|not_available|optional\.empty|-)?$/i;

/** Longest list that is read out: more is nothing for one line. */
const MOST_ITEMS = 5;

/** Returns the first value that is text, a number, a boolean or a list of these. JSON inside a string (EMR's `stateChangeReason`) is parsed. */
export function firstValue(detail: unknown, keys: Keys): unknown {
  const list = typeof keys === 'string' ? [keys] : keys;
  return list.map((key) => key.split('.').reduce(stepInto, detail)).find((value) => leafText(value) !== '');
}

/** Returns the same as text, an ARN as its resource's name, several as one list. `undefined` if there is nothing or AWS says so (`N/A`). */
export function firstText(detail: unknown, keys: Keys, separator = ', '): string | undefined {
  return leafText(firstValue(detail, keys), separator) || undefined;
}

function stepInto(value: unknown, step: string): unknown {
  if (typeof value !== 'string') return at(value, step);
  const inside = jsonIn(value);
  return isObject(inside) ? at(inside, step) : undefined;
}

function leafText(value: unknown, separator = ', '): string {
  if (Array.isArray(value)) {
    const items = value.slice(0, MOST_ITEMS).map((item) => (Array.isArray(item) ? '' : leafText(item)));
    return items.filter((item) => item !== '').join(separator);
  }
  if (typeof value === 'boolean' || Number.isFinite(value)) return String(value);
  const text = typeof value === 'string' ? value.trim() : '';
  return NOTHING.test(text) ? '' : resourceName(text);
}

/** The text that was parsed last: a row asks for one key after the other of the same text. */
let parsed: { readonly text: string; readonly value: JsonObject | readonly unknown[] | undefined } = {
  text: '',
  value: undefined,
};

/** Returns the JSON object or list in a text; `undefined` if it holds anything else. */
export function jsonIn(text: string): JsonObject | readonly unknown[] | undefined {
  if (parsed.text !== text) parsed = { text, value: parseObject(text) ?? parseList(text) };
  return parsed.value;
}
