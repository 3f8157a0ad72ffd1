import { at, isObject, textAt } from '../base/json.js';

/** Spellings of a tag in a list: `{ Key, Value }`, `{ key, value }`. */
const SPELLINGS = [
  ['Key', 'Value'],
  ['key', 'value'],
] as const;

/** Reads tags, which AWS writes as a map or as a list of pairs. Anything else holds none. */
export function tagsIn(value: unknown): Readonly<Record<string, string>> {
  const pairs: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.flatMap(pairOf)
    : Object.entries(isObject(value) ? value : {});
  return Object.fromEntries(pairs.flatMap(([key, one]) => (typeof one === 'string' ? [[key, one] as const] : [])));
}

function pairOf(entry: unknown): readonly (readonly [string, unknown])[] {
  return SPELLINGS.flatMap(([key, value]) => {
    const name = textAt(entry, key);
    return name === undefined ? [] : [[name, at(entry, value)] as const];
  });
}
