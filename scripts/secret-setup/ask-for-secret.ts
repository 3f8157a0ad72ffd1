import { randomBytes } from 'node:crypto';
import { nameOrLength } from '../../src/base/quote.js';
import { mayBeSecret } from '../../src/base/secret-shapes.js';
import type { DeliveryResult } from '../../src/domain/delivery.js';
import { readMobile } from '../../src/domain/mobile.js';
import { type KeyProblem, parseRobotKey, RobotKey } from '../../src/domain/robot-key.js';
import { DEFAULT_ROBOT } from '../../src/domain/robot-name.js';
import { keyError } from '../../src/library/key-error.js';
import type { SecretWords } from '../../src/text/secret-speeches.js';
import { TEST_MESSAGE } from '../aws/test-message.js';
import { mergeDocuments, replacedRobots, type SecretDocument } from './secret-document.js';
import type { Person } from './terminal.js';

/** The surroundings of the questions. */
export interface Desk {
  readonly person: Person;
  /** The only host a webhook URL may name. */
  readonly baseUrl: string;
  /** True if the HTTPS door asks for tokens, and they lie in this secret. */
  readonly wantsToken: boolean;
  readonly speech: SecretWords;
  readonly print: (line: string) => void;
  /** Sends the test message with a key. */
  readonly test: (key: string) => Promise<DeliveryResult>;
}

/** Returns why a text is no key, in the library's words, and what to do. Never holds any of it. */
export function keyAdvice(problem: KeyProblem, baseUrl: string, { explain, problems }: SecretWords): string {
  const advice =
    problem === 'a URL of another host'
      ? problems.otherHost
      : problems.copyUrl(`${baseUrl}/cgi-bin/webhook/send?key=…`);
  return problems.key(explain(keyError(problem, baseUrl, 'it')), advice);
}

/** Asks a person for everything that the secret lacks. Resolves to what it is to hold. */
export async function askForSecret(before: SecretDocument, desk: Desk): Promise<SecretDocument> {
  let document = before;
  for (let name = await firstName(before, desk); name !== ''; name = await nextName(desk)) {
    document = await askForRobot(document, name, desk);
  }
  document = await askForToken(document, desk);
  return askForPeople(document, desk);
}

/** A secret without a robot needs the default one: there is nothing to ask. */
async function firstName({ robots }: SecretDocument, desk: Desk): Promise<string> {
  if (!Object.hasOwn(robots, DEFAULT_ROBOT)) return DEFAULT_ROBOT;
  return askName(desk.speech.questions.firstRobot, desk);
}

const nextName = (desk: Desk): Promise<string> => askName(desk.speech.questions.nextRobot, desk);

async function askName(question: string, desk: Desk): Promise<string> {
  const name = await desk.person.ask(question);
  if (!mayBeSecret(name)) return name;
  desk.print(desk.speech.problems.name);
  return askName(question, desk);
}

async function askForRobot(document: SecretDocument, name: string, desk: Desk): Promise<SecretDocument> {
  const key = await askForKey(name, desk);
  const added = { robots: { [name]: key } };
  const isNew = replacedRobots(document, added, desk.baseUrl).length === 0;
  const { replace } = desk.speech.questions;
  if (!isNew && !(await desk.person.confirm(replace(nameOrLength(name)), false))) return document;
  if (!(await isWanted(name, key, desk))) return document;
  return mergeDocuments(document, added);
}

async function askForKey(name: string, desk: Desk): Promise<string> {
  const given = await desk.person.askHidden(desk.speech.questions.key(name));
  const key = parseRobotKey(given, desk.baseUrl);
  if (key instanceof RobotKey) return key.reveal();
  desk.print(keyAdvice(key, desk.baseUrl, desk.speech));
  return askForKey(name, desk);
}

/** Tests a key if the person wants that. Resolves to false if it failed and is not to be kept. */
async function isWanted(name: string, key: string, { person, print, test, speech }: Desk): Promise<boolean> {
  if (!(await person.confirm(speech.questions.test, true))) return true;
  const result = await test(key);
  print(testLine(name, result, speech));
  return result.status === 'delivered' || person.confirm(speech.questions.keep, false);
}

/** Returns what WeCom answered to a test message, for a person. */
export function testLine(name: string, result: DeliveryResult, { accepted, problems }: SecretWords): string {
  const shown = nameOrLength(name);
  switch (result.status) {
    case 'delivered':
      return accepted(shown, TEST_MESSAGE);
    case 'refused': {
      const code = result.code.kind === 'wecom' ? ` (errcode ${result.code.value})` : '';
      return problems.refused(shown, `${result.reason}${code}`);
    }
    default:
      return problems.unsent(shown, result.reason);
  }
}

/** Returns a new token: 64 characters that nobody guesses. */
export function makeToken(): string {
  return randomBytes(32).toString('hex');
}

async function askForToken(document: SecretDocument, { person, wantsToken, speech }: Desk): Promise<SecretDocument> {
  if (!wantsToken || (document.httpTokens ?? []).length > 0) return document;
  const isWelcome = await person.confirm(speech.questions.token, true);
  return isWelcome ? mergeDocuments(document, { robots: {}, httpTokens: [makeToken()] }) : document;
}

async function askForPeople(document: SecretDocument, desk: Desk): Promise<SecretDocument> {
  const line = await desk.person.ask(desk.speech.questions.person);
  if (line === '') return document;
  const [, name = '', number = ''] = /^(\S+)\s+(\S[\d\s+-]*)$/.exec(line) ?? [];
  const mobile = readMobile(number.replace(/[\s-]/g, ''));
  if (mobile === undefined || mayBeSecret(name)) {
    desk.print(desk.speech.problems.person);
    return askForPeople(document, desk);
  }
  return askForPeople(mergeDocuments(document, { robots: {}, people: { [name]: mobile } }), desk);
}
