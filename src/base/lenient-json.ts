import { isObject, type JsonObject } from './json.js';

/** Longest text that is mended, in characters. */
const MAX_CHARACTERS = 1_000_000;

/** The begin of an object or a list. */
const BEGIN = /^\s*[[{]/;

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** How JSON writes control characters that must not stand in a string as they are, by their code. */
const ESCAPES: ReadonlyMap<number, string> = new Map([
  [9, '\\t'],
  [10, '\\n'],
  [13, '\\r'],
]);

/**
 * Returns an object or list whose JSON was written by hand or by a template: commas after the last element are dropped, raw line
 * breaks and tabs inside strings escaped. `undefined` if brackets or quotes do not balance, as in a text that was cut or that only
 * looks like JSON: nothing is guessed. Call it only after JSON.parse failed.
 */
export function parseLenientJson(text: string): JsonObject | readonly unknown[] | undefined {
  const mended = BEGIN.test(text) && text.length <= MAX_CHARACTERS ? mend(text) : undefined;
  if (mended === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(mended);
    return typeof value === 'object' && value !== null ? (value as JsonObject | readonly unknown[]) : undefined;
  } catch {
    return undefined; // Wrong in another way, which is not mended: the caller reads it as plain text.
  }
}

/** The key under which {@link parseMessage} gives a list. */
export const LIST_KEY = 'items';

/**
 * Returns the JSON in a message as an object, a list of objects as `{ items: [...] }`, the mistakes of a template allowed.
 * `undefined` if the message holds anything else, which is a text then.
 */
export function parseMessage(text: string): JsonObject | undefined {
  if (!BEGIN.test(text)) return undefined;
  const value = parseStrictly(text.trim()) ?? parseLenientJson(text);
  if (isObject(value)) return value;
  return Array.isArray(value) && value.some(isObject) ? { [LIST_KEY]: value } : undefined;
}

function parseStrictly(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined; // Not a failure: it may be mended, or is plain text.
  }
}

/** Mends a text in time proportional to its length; `undefined` if its brackets or quotes do not balance. */
function mend(text: string): string | undefined {
  const tokens = tokensOf(text);
  if (tokens === undefined || !isBalanced(tokens)) return undefined;
  return tokens.filter((token, at) => token !== ',' || !isClosing(tokens[at + 1])).join('');
}

/** Returns strings as whole, brackets, commas and colons each, and whatever stands between them; no white space. */
function tokensOf(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text.charAt(at) === '"' ? endOfString(text, at) : endOfPlain(text, at);
    if (end === undefined) return undefined;
    const token = text.slice(at, end);
    if (token.startsWith('"')) tokens.push(escaped(token));
    else if (token.trim() !== '') tokens.push(token.trim());
    at = end;
  }
  return tokens;
}

const PUNCTUATION = new Set('{}[],:');

function endOfPlain(text: string, start: number): number {
  if (PUNCTUATION.has(text.charAt(start))) return start + 1;
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"' && !PUNCTUATION.has(text.charAt(at))) at += 1;
  return at;
}

function isBalanced(tokens: readonly string[]): boolean {
  const open: string[] = [];
  for (const token of tokens) {
    const closing = CLOSING[token];
    if (closing !== undefined) open.push(closing);
    else if (isClosing(token) && open.pop() !== token) return false;
  }
  return open.length === 0;
}

function isClosing(token: string | undefined): boolean {
  return token === '}' || token === ']';
}

/** Returns the position after the quote that ends a string. */
function endOfString(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '"') return at + 1;
  }
  return undefined;
}

function escaped(string: string): string {
  return string.replace(/[\n\r\t]/g, (character) => ESCAPES.get(character.charCodeAt(0)) ?? ' ');
}
