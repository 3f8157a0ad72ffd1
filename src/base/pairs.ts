import { isObject, type JsonObject } from './json.js';

/** Returns a list of keys and values (`[{ key: 'level', value: 'CRITICAL' }]`) as the object that it is; `undefined` for any other list. */
export function pairsIn(list: readonly unknown[]): JsonObject | undefined {
  const pairs = list.filter(isPair);
  if (pairs.length === 0 || pairs.length < list.length) return undefined;
  return Object.fromEntries(pairs.map(({ key, value }) => [key, value]));
}

function isPair(value: unknown): value is { readonly key: string; readonly value: unknown } {
  return isObject(value) && typeof value['key'] === 'string' && 'value' in value && Object.keys(value).length === 2;
}
