import { isObject, type JsonObject } from '../../src/base/json.js';
import { nameOrLength } from '../../src/base/quote.js';
import { parseRobotKey, RobotKey } from '../../src/domain/robot-key.js';
import { DEFAULT_ROBOT } from '../../src/domain/robot-name.js';
import type { HeldNames } from '../../src/text/secret-speech.js';

/** The secret's JSON, in the one form that this script writes. Whatever else was in it stays. */
export interface SecretDocument extends JsonObject {
  readonly robots: Readonly<Record<string, unknown>>;
  readonly httpTokens?: readonly unknown[];
  readonly people?: Readonly<Record<string, unknown>>;
}

/** The text of a secret is meant as JSON and cannot be read. Never shows any of it. */
export class BrokenSecretError extends Error {
  override readonly name = 'BrokenSecretError';
}

const EMPTY: SecretDocument = { robots: {} };

/**
 * Reads the text of a secret in any form that the functions take: a key, a webhook URL, a flat map of robots, or all of it.
 * @param text `undefined` if there is no secret yet.
 * @throws {BrokenSecretError} If it begins like JSON and cannot be parsed, or is JSON of another kind.
 */
export function readDocument(text: string | undefined): SecretDocument {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return EMPTY;
  if (!/^[{["]/.test(trimmed)) return { robots: { [DEFAULT_ROBOT]: trimmed } };
  const json = parseJson(trimmed);
  if (typeof json === 'string') return { robots: { [DEFAULT_ROBOT]: json } };
  if (!isObject(json)) throw new BrokenSecretError('Cannot read the secret as it must be a key, or a JSON object');
  const { httpTokens, people, robots, ...others } = json;
  return {
    ...(isObject(robots) ? { ...others, robots } : { robots: others }),
    ...(httpTokens !== undefined && { httpTokens: [httpTokens].flat() }),
    ...(isObject(people) && { people }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Its message quotes the text.
    throw new BrokenSecretError('Cannot read the secret as it begins like JSON and cannot be parsed');
  }
}

/** Returns the names of robots that are in both, with another key in each. */
export function replacedRobots(before: SecretDocument, added: SecretDocument, baseUrl: string): readonly string[] {
  return Object.entries(added.robots).flatMap(([name, key]) =>
    Object.hasOwn(before.robots, name) && !isSameKey(before.robots[name], key, baseUrl) ? [name] : [],
  );
}

/** Returns true for one key, alone or in its webhook URL. */
function isSameKey(one: unknown, other: unknown, baseUrl: string): boolean {
  const [first, second] = [one, other].map((key) => parseRobotKey(String(key), baseUrl));
  return first instanceof RobotKey && second instanceof RobotKey ? first.equals(second) : one === other;
}

/** Returns what a secret holds after something was added: nothing that it had is gone, but keys and mobiles by the same name. */
export function mergeDocuments(before: SecretDocument, added: SecretDocument): SecretDocument {
  const httpTokens = [...(before.httpTokens ?? []), ...(added.httpTokens ?? [])];
  const people = { ...before.people, ...added.people };
  return {
    ...before,
    ...added,
    robots: { ...before.robots, ...added.robots },
    ...(httpTokens.length > 0 && { httpTokens: withoutTwins(httpTokens) }),
    ...(Object.keys(people).length > 0 && { people }),
  };
}

function withoutTwins(tokens: readonly unknown[]): readonly unknown[] {
  const texts = tokens.map((token) => JSON.stringify(token));
  return tokens.filter((_, index) => texts.indexOf(texts[index] ?? '') === index);
}

/** Returns what a secret holds, by names alone. */
export function heldBy({ robots, httpTokens = [], people = {} }: SecretDocument): HeldNames {
  const [robotNames = [], peopleNames = []] = [robots, people].map((map) => Object.keys(map).map(nameOrLength));
  return { robots: robotNames, tokens: httpTokens.length, people: peopleNames };
}
