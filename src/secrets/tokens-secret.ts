import { isObject } from '../base/json.js';
import { nameOrLength } from '../base/quote.js';
import { SecretUnavailableError } from '../domain/errors.js';
import type { HttpToken } from '../domain/key-ring.js';
import { DEFAULT_ROBOT } from '../domain/robot-name.js';
import { type Note, readTokens } from './read-tokens.js';

/** The contents of the tokens' secret. */
export interface TokensSecret {
  readonly httpTokens: readonly HttpToken[];
  /** Names of the robots in the other secret, `default` among them. Absent: they are not listed. */
  readonly robots?: ReadonlySet<string>;
  /** Entries that were left out because they could not be used. For the log. */
  readonly problems: readonly string[];
}

const SEPARATORS = /[\s,，、;；]+/;

/**
 * Reads the text of the tokens' secret: a plain token, a list of tokens, or `{"httpTokens": […], "robots": ["dba", …]}`, in
 * which the names may also be one text.
 * @param secretId the secret's name, for messages.
 * @throws {SecretUnavailableError} If it is meant as JSON and is broken. Never names a value.
 */
export function parseTokensSecret(text: string, secretId: string): TokensSecret {
  const problems: string[] = [];
  const note: Note = (problem) => problems.push(problem);
  const json = parseJson(text.trim(), secretId);
  const map = isObject(json) ? json : { httpTokens: json };
  const robots = readNames(map['robots'], note);
  return { httpTokens: readTokens(map['httpTokens'], note), ...(robots && { robots }), problems };
}

/** Returns the JSON value, or the text itself if it was not meant as JSON. */
function parseJson(text: string, secretId: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (!/^[{["]/.test(text)) return text;
    const rule = 'it must be a token, or JSON with httpTokens: current value begins like JSON but cannot be parsed';
    throw new SecretUnavailableError(`Cannot use the secret ${nameOrLength(secretId)} as ${rule}`);
  }
}

/** Returns the names of robots; `undefined` if they are not listed, or not as names: any name may then be one. */
function readNames(value: unknown, note: Note): ReadonlySet<string> | undefined {
  if (value === undefined || value === '') return undefined;
  const names = typeof value === 'string' ? value.split(SEPARATORS).filter(Boolean) : value;
  if (Array.isArray(names) && names.every((name) => typeof name === 'string'))
    return new Set([DEFAULT_ROBOT, ...names]);
  note('robots: not a list of names (keys belong in the other secret)');
  return undefined;
}
