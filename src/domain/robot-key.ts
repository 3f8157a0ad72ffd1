/** Node's `util.inspect.custom`, by its name: the library's types then need no types of Node. */
const CUSTOM: unique symbol = Symbol.for('nodejs.util.inspect.custom');

/**
 * A robot's webhook key: whoever has it can post to the group. It can be revealed in only one way, so that no log,
 * error, queue message or reply shows it by accident.
 */
export class RobotKey {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** Returns the key itself, for the request line to WeCom and for masking it elsewhere, and for nothing else. */
  reveal(): string {
    return this.#value;
  }

  /** Returns true if both are the same key, without showing either. */
  equals(other: RobotKey): boolean {
    return this.#value === other.#value;
  }

  toString(): string {
    return '[robot key]';
  }

  toJSON(): string {
    return '[robot key]';
  }

  [CUSTOM](): string {
    return '[robot key]';
  }
}

/** The problem with a text that is neither a key nor a webhook URL. Never holds any of the text. */
export type KeyProblem = 'empty' | 'not a key' | 'a URL of another host' | 'a URL without its key';

/**
 * Reads a robot key, given alone or as its whole webhook URL, as people paste both. White space around it is dropped.
 * @param baseUrl the only host a webhook URL may name.
 */
export function parseRobotKey(text: string, baseUrl: string): RobotKey | KeyProblem {
  const trimmed = text.trim();
  if (trimmed === '') return 'empty';
  if (!/^https?:/i.test(trimmed)) return isKey(trimmed) ? new RobotKey(trimmed) : 'not a key';
  if (!URL.canParse(trimmed)) return 'not a key';
  const url = new URL(trimmed);
  if (url.host !== new URL(baseUrl).host) return 'a URL of another host';
  const key = url.searchParams.get('key') ?? '';
  return isKey(key) ? new RobotKey(key) : 'a URL without its key';
}

/** Returns true unless the text cannot be a key. WeCom's keys are UUIDs today, but nothing guarantees that. */
function isKey(text: string): boolean {
  return /^[A-Za-z0-9_-]{8,128}$/.test(text);
}
