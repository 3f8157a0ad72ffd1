import { mayBeSecret } from './secret-shapes.js';
import { shortened } from './shortened.js';

/** Longest part of a given value that an error shows, in characters. */
const MAX_QUOTED = 40;
/** Most of a text that is looked at, in characters. What is shown and what surrounds it lie in it. */
export const MAX_JUDGED = 400;
/** An ARN up to its resource. Its account is 12 digits, which else may be a mobile. */
const ARN = /^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:(?:\d{12})?:/;

/**
 * Formats a given value for an error: as JSON, so that nothing in it breaks a line, shortened. What may be a key, a token or a
 * mobile is not quoted, whatever it was given as, but described: `36 characters`. So is an object: it may hold anything.
 */
export function quote(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoteText(value);
    case 'number':
      return mayBeSecret(String(value)) ? lengthOf(String(value)) : String(value);
    case 'object':
      return value === null ? 'null' : kindOf(value);
    case 'function':
    case 'symbol':
    case 'bigint':
      return `a ${typeof value}`;
    default:
      return String(value);
  }
}

/**
 * Returns a name, or an ARN, as logs and messages show it: the name itself, or its length if it may be a secret. Of an ARN only
 * the resource is judged.
 */
export function nameOrLength(name: string): string {
  const [arn = ''] = ARN.exec(name) ?? [];
  if (!mayBeSecret(name.slice(arn.length, MAX_JUDGED))) return name;
  return arn === '' ? lengthOf(name) : `${arn}***`;
}

/** Returns a word of a setting as a message to people shows it: shortened, `***` if it may be a secret. */
export function shownWord(word: string): string {
  if (mayBeSecret(word.slice(0, MAX_JUDGED))) return '***';
  return shortened(word, MAX_QUOTED);
}

/** Returns the text that an error of Node quotes in its message: what was typed. */
export function quotedIn(why: string): string {
  const [start, end] = [why.indexOf("'") + 1, why.lastIndexOf("'")];
  return why.slice(start, end > start ? end : undefined);
}

function quoteText(text: string): string {
  const shown = nameOrLength(text);
  if (shown !== text) return shown.startsWith('arn:') ? JSON.stringify(shown) : shown;
  return JSON.stringify(shortened(text, MAX_QUOTED));
}

function lengthOf(text: string): string {
  return `${[...text].length} characters`;
}

function kindOf(value: object): string {
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
}
