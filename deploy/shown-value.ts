import { isObject } from '../src/base/json.js';
import { nameOrLength } from '../src/base/quote.js';

/** Returns a value as JSON, with the length of each text in it that may be a key, a token or a mobile. An account's id is not. */
export function shownValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shownValue).join(',')}]`;
  if (isObject(value)) {
    return `{${Object.entries(value)
      .map((pair) => pair.map(shownValue).join(':'))
      .join(',')}}`;
  }
  const text = String(value);
  const shown = /^\d{12}$/.test(text) ? text : nameOrLength(text);
  return shown === text ? JSON.stringify(value) : shown;
}
