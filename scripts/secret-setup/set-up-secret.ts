import { nameOrLength } from '../../src/base/quote.js';
import type { DeliveryResult } from '../../src/domain/delivery.js';
import { SecretUnavailableError } from '../../src/domain/errors.js';
import { parseRobotKey, RobotKey } from '../../src/domain/robot-key.js';
import { DEFAULT_ROBOT } from '../../src/domain/robot-name.js';
import { parseRobotSecret } from '../../src/secrets/robot-secret.js';
import type { SecretWords } from '../../src/text/secret-speeches.js';
import { askForSecret, type Desk, keyAdvice, makeToken, testLine } from './ask-for-secret.js';
import { heldBy, mergeDocuments, readDocument, replacedRobots, type SecretDocument } from './secret-document.js';
import type { SecretStore } from './secret-store.js';
import type { Person } from './terminal.js';

/** The wishes of who runs the script. */
export interface SetUpOptions {
  readonly secretId: string;
  readonly baseUrl: string;
  readonly wantsToken: boolean;
  /** The robot of a key that is piped in. Default `default`. */
  readonly robot?: string | undefined;
  readonly replace: boolean;
  readonly test: boolean;
  readonly token: boolean;
  readonly dryRun: boolean;
}

/** The script's surroundings. */
export interface SetUpWorld {
  /** A person at the terminal, or the text that was piped in. */
  readonly from: Person | string;
  readonly store: SecretStore;
  /** Words for all that is asked and said. */
  readonly speech: SecretWords;
  readonly print: (line: string) => void;
  readonly send: (key: string) => Promise<DeliveryResult>;
}

/** The input or the secret cannot be used. The message says what to do, and never holds a value. */
export class SetUpError extends Error {
  override readonly name = 'SetUpError';
}

/**
 * Creates the secret, or adds to it. Nothing in it is removed, and no key replaced, unless that was said.
 * @throws {SetUpError} If what was piped in cannot be used.
 * @throws {StoreError} If Secrets Manager refuses.
 */
export async function setUpSecret(options: SetUpOptions, world: SetUpWorld): Promise<void> {
  const { secretId, dryRun } = options;
  const { store, print, speech } = world;
  const text = await store.read();
  const before = readBefore(text, secretId);
  const namesIn = (document: SecretDocument): string => speech.names(heldBy(document));
  print(text === undefined ? speech.missing(secretId) : speech.holds(secretId, namesIn(before)));
  const after = await wanted(before, options, world);
  const json = JSON.stringify(after);
  check(json, options, world);
  if (text !== undefined && json === JSON.stringify(before)) return print(speech.nothingToChange);
  print(speech.willHold(namesIn(after), text === undefined));
  if (dryRun) return print(speech.dryRun);
  if (typeof world.from !== 'string' && !(await world.from.confirm(speech.questions.write, true)))
    return print(speech.nothingWritten);
  print(text === undefined ? speech.created(await store.create(json)) : speech.updated(await store.update(json)));
}

function readBefore(text: string | undefined, secretId: string): SecretDocument {
  try {
    return readDocument(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SetUpError(`${why}: fix the secret ${secretId} in the console, or name another one with --secret-id`);
  }
}

async function wanted(before: SecretDocument, options: SetUpOptions, world: SetUpWorld): Promise<SecretDocument> {
  const { from, print, speech, send: test } = world;
  if (typeof from === 'string') return addPiped(before, from, options, world);
  const desk: Desk = { person: from, baseUrl: options.baseUrl, wantsToken: options.wantsToken, speech, print, test };
  return askForSecret(before, desk);
}

/** Adds what was piped in: one key, or the whole secret. */
async function addPiped(
  before: SecretDocument,
  piped: string,
  options: SetUpOptions,
  { print, send, speech }: SetUpWorld,
): Promise<SecretDocument> {
  const added = readPiped(piped, options, speech);
  const replaced = replacedRobots(before, added, options.baseUrl);
  if (replaced.length > 0 && !options.replace)
    throw new SetUpError(speech.problems.replaced(replaced.map(nameOrLength).join(', ')));
  for (const [name, key] of options.test ? Object.entries(added.robots) : []) {
    const result = await send(String(key));
    if (result.status !== 'delivered') throw new SetUpError(testLine(name, result, speech));
    print(testLine(name, result, speech));
  }
  const merged = mergeDocuments(before, added);
  const needsToken = options.token && (merged.httpTokens ?? []).length === 0;
  return needsToken ? mergeDocuments(merged, { robots: {}, httpTokens: [makeToken()] }) : merged;
}

function readPiped(
  piped: string,
  { robot = DEFAULT_ROBOT, baseUrl }: SetUpOptions,
  speech: SecretWords,
): SecretDocument {
  const text = piped.trim();
  if (text === '') throw new SetUpError(speech.problems.noInput);
  const given = text.startsWith('{') ? readDocument(text) : { robots: { [robot]: text } };
  const robots = Object.entries(given.robots).map(
    ([name, value]) => [name, keyOf(name, value, baseUrl, speech)] as const,
  );
  return { ...given, robots: Object.fromEntries(robots) };
}

function keyOf(name: string, value: unknown, baseUrl: string, speech: SecretWords): string {
  const key = typeof value === 'string' ? parseRobotKey(value, baseUrl) : 'not a key';
  if (key instanceof RobotKey) return key.reveal();
  throw new SetUpError(speech.problems.keyOf(nameOrLength(name), keyAdvice(key, baseUrl, speech)));
}

/** Reads the secret as the functions will, so that nothing is written that they cannot use. */
function check(json: string, { secretId, baseUrl }: SetUpOptions, { print, speech }: SetUpWorld): void {
  try {
    for (const problem of parseRobotSecret(json, secretId, baseUrl).problems) print(speech.warning(problem));
  } catch (error) {
    if (error instanceof SecretUnavailableError) throw new SetUpError(error.message);
    throw error;
  }
}
