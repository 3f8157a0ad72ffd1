import { isObject, type JsonObject } from '../base/json.js';
import { nameOrLength, quote } from '../base/quote.js';
import { mayBeSecret } from '../base/secret-shapes.js';
import { SecretUnavailableError } from '../domain/errors.js';
import type { HttpToken } from '../domain/key-ring.js';
import { readMobile } from '../domain/mobile.js';
import { parseRobotKey, RobotKey } from '../domain/robot-key.js';
import { isSwapped, type Note, readTokens } from './read-tokens.js';

/** The contents of the secret. */
export interface RobotSecret {
  /** Keys by robot name. Always holds `default`. */
  readonly robots: ReadonlyMap<string, RobotKey>;
  readonly httpTokens: readonly HttpToken[];
  /** Mobiles by the names of people. */
  readonly people: ReadonlyMap<string, string>;
  /**
   * Entries that were left out because they could not be used, so that one slip does not silence every group, and keys
   * stored under two names. For the log.
   */
  readonly problems: readonly string[];
}

/**
 * Reads the text of the secret: a plain key, a webhook URL, `{"robots": {…}, "httpTokens": […], "people": {…}}`, or a
 * flat map of robots with tokens and people beside them. A single robot is `default`, whatever its name.
 * @param secretId the secret's name, for messages.
 * @param baseUrl the only host a webhook URL may name.
 * @throws {SecretUnavailableError} If no `default` robot can be read. Names the rule, never a value.
 */
export function parseRobotSecret(text: string, secretId: string, baseUrl: string): RobotSecret {
  const problems: string[] = [];
  const note: Note = (problem) => problems.push(problem);
  const json = parseJson(text.trim(), note);
  const map = isObject(json) ? json : { default: typeof json === 'string' ? json : text };
  // Secrets Manager's own key/value editor makes flat maps of texts: a token may stand among the robots.
  const { httpTokens, people, ...others } = map;
  const robots = readRobots(isObject(others['robots']) ? others['robots'] : others, baseUrl, note);
  if (!robots.has('default')) {
    throw new SecretUnavailableError(missingDefault(secretId, robots, problems), {
      violation: { kind: 'secretWithoutDefault', secretId: nameOrLength(secretId), robots: namesOf(robots) },
    });
  }
  return { robots, httpTokens: readTokens(httpTokens, note), people: readPeople(people, note), problems };
}

/** Returns the JSON value, or `{}` if it was meant as JSON and is broken, or `undefined` for any other text. */
function parseJson(text: string, note: Note): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (!text.startsWith('{')) return undefined; // Not a failure: a plain key is not JSON.
    note('it begins like JSON but cannot be parsed');
    return {};
  }
}

function missingDefault(secretId: string, robots: ReadonlyMap<string, RobotKey>, problems: readonly string[]): string {
  const has = robots.size > 0 ? `the robots ${namesOf(robots)}` : 'no usable robot';
  const why = problems.length > 0 ? ` (${problems.join('; ')})` : '';
  return `Cannot use the secret ${nameOrLength(secretId)} as it needs a robot named "default": it holds ${has}${why}`;
}

/** Returns the names of robots for a person. */
export function namesOf(robots: ReadonlyMap<string, RobotKey>): string {
  return [...robots.keys()].map(nameOrLength).join(', ');
}

function readRobots(map: JsonObject, baseUrl: string, note: Note): ReadonlyMap<string, RobotKey> {
  const robots = new Map<string, RobotKey>();
  const nameOfKey = new Map<string, string>();
  for (const [name, value] of Object.entries(map)) {
    const key = typeof value === 'string' ? parseRobotKey(value, baseUrl) : 'not a key';
    if (isSwapped(name, value)) note(`robot ${quote(name)}: name and key are swapped`);
    else if (key instanceof RobotKey) {
      noteDoubts(nameOfKey, name, key, note);
      robots.set(name, key);
    } else note(`robot ${quote(name)}: ${key}`);
  }
  const [only] = robots.values();
  if (Object.keys(map).length === 1 && only) robots.set('default', only);
  return robots;
}

/** Notes what is wrong with a robot. The queue paces each name: a key under two names is used twice as fast as WeCom allows. */
function noteDoubts(nameOfKey: Map<string, string>, name: string, key: RobotKey, note: Note): void {
  const twin = nameOfKey.get(key.reveal());
  if (twin === undefined) nameOfKey.set(key.reveal(), name);
  else note(`robot ${quote(name)}: the same key as robot ${quote(twin)}, so that both share its 20 messages a minute`);
  if (mayBeSecret(name)) note(`robot ${quote(name)}: its name may be a secret, so that no message may name it`);
}

function readPeople(value: unknown, note: Note): ReadonlyMap<string, string> {
  const people = new Map<string, string>();
  if (value !== undefined && !isObject(value)) note('people: not a map of names to mobiles');
  for (const [name, mobile] of Object.entries(isObject(value) ? value : {})) {
    const read = readMobile(String(mobile));
    if (read !== undefined) people.set(name, read);
    else note(`people ${quote(name)}: not a mobile of 6 to 15 digits`);
  }
  return people;
}
