import { randomBytes } from 'node:crypto';
import { nameOrLength } from '../../src/base/quote.js';
import { mayBeSecret } from '../../src/base/secret-shapes.js';
import type { DeliveryResult } from '../../src/domain/delivery.js';
import { readMobile } from '../../src/domain/mentions.js';
import { DEFAULT_ROBOT } from '../../src/domain/notification.js';
import { type KeyProblem, parseRobotKey, RobotKey } from '../../src/domain/robot-key.js';
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
  readonly print: (line: string) => void;
  /** Sends the test message with a key. */
  readonly test: (key: string) => Promise<DeliveryResult>;
}

const EXAMPLE = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…';

/** Returns what to do about a text that is no key. Never holds any of it. */
export function keyAdvice(problem: KeyProblem, baseUrl: string): string {
  const advice: Readonly<Record<KeyProblem, string>> = {
    empty: `it is empty: copy the webhook URL of the robot in its group, ${EXAMPLE}`,
    'not a key': `it is neither a key nor a webhook URL: copy the whole URL of the robot in its group, ${EXAMPLE}`,
    'another host': `it is a URL of another host than ${new URL(baseUrl).host}: copy the robot's own, or set wecomBaseUrl in serverless.yml if your WeCom has an address of its own`,
    'no key in the URL': `the URL ends without its key: copy all of it, ${EXAMPLE}`,
  };
  return `Cannot use it as ${advice[problem]}`;
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
  return askName('Robot to add, or to give a new key: its name, or Enter for none: ', desk);
}

const nextName = (desk: Desk): Promise<string> => askName('Another robot: its name, or Enter to go on: ', desk);

async function askName(question: string, desk: Desk): Promise<string> {
  const name = await desk.person.ask(question);
  if (!mayBeSecret(name)) return name;
  desk.print('Cannot use it as a name as it may be a key, a token or a number: take a few words, like dba');
  return askName(question, desk);
}

async function askForRobot(document: SecretDocument, name: string, desk: Desk): Promise<SecretDocument> {
  const key = await askForKey(name, desk);
  const added = { robots: { [name]: key } };
  const isNew = replacedRobots(document, added, desk.baseUrl).length === 0;
  if (!isNew && !(await desk.person.confirm(`${nameOrLength(name)} has another key. Replace it?`, false)))
    return document;
  if (!(await isWanted(name, key, desk))) return document;
  return mergeDocuments(document, added);
}

async function askForKey(name: string, desk: Desk): Promise<string> {
  const given = await desk.person.askHidden(`Webhook URL or key of the robot ${name} (not shown): `);
  const key = parseRobotKey(given, desk.baseUrl);
  if (key instanceof RobotKey) return key.reveal();
  desk.print(keyAdvice(key, desk.baseUrl));
  return askForKey(name, desk);
}

/** Tests a key if the person wants that. Resolves to false if it failed and is not to be kept. */
async function isWanted(name: string, key: string, { person, print, test }: Desk): Promise<boolean> {
  if (!(await person.confirm('Send a test message to its group now?', true))) return true;
  const result = await test(key);
  print(testLine(name, result));
  return result.status === 'delivered' || person.confirm('Keep this key all the same?', false);
}

/** Returns what WeCom answered to a test message, for a person. */
export function testLine(name: string, result: DeliveryResult): string {
  const shown = nameOrLength(name);
  switch (result.status) {
    case 'delivered':
      return `WeCom accepted it: the group of ${shown} shows ${TEST_MESSAGE}`;
    case 'refused': {
      const code = result.code.kind === 'wecom' ? ` (errcode ${result.code.value})` : '';
      return `Cannot send with the key of ${shown} as ${result.reason}${code}: copy the webhook URL again, from a robot that is still in its group`;
    }
    default:
      return `Cannot send with the key of ${shown} as ${result.reason}: check the way to WeCom (network, proxy), and try again`;
  }
}

/** Returns a new token: 64 characters that nobody guesses. */
export function makeToken(): string {
  return randomBytes(32).toString('hex');
}

async function askForToken(document: SecretDocument, { person, wantsToken }: Desk): Promise<SecretDocument> {
  if (!wantsToken || (document.httpTokens ?? []).length > 0) return document;
  const isWelcome = await person.confirm(
    'Make a random token for the HTTPS door, for callers such as Alertmanager?',
    true,
  );
  return isWelcome ? mergeDocuments(document, { robots: {}, httpTokens: [makeToken()] }) : document;
}

async function askForPeople(document: SecretDocument, desk: Desk): Promise<SecretDocument> {
  const line = await desk.person.ask('A person to mention by name, as in 王芳 13800138000, or Enter to go on: ');
  if (line === '') return document;
  const [, name = '', number = ''] = /^(\S+)\s+(\S[\d\s+-]*)$/.exec(line) ?? [];
  const mobile = readMobile(number.replace(/[\s-]/g, ''));
  if (mobile === undefined || mayBeSecret(name)) {
    desk.print('Cannot read it as it must be a name, a blank, and the mobile of 6 to 15 digits');
    return askForPeople(document, desk);
  }
  return askForPeople(mergeDocuments(document, { robots: {}, people: { [name]: mobile } }), desk);
}
