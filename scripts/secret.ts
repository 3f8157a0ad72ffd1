import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { textAt } from '../src/base/json.js';
import type { DeliveryResult } from '../src/domain/delivery.js';
import { createRobot } from '../src/library/robot.js';
import { secretWordsOf } from '../src/text/secret-speeches.js';
import { clientOptions } from './aws/client-options.js';
import { AWS_OPTIONS, regionOf } from './aws/deployment-options.js';
import { TEST_MESSAGE } from './aws/test-message.js';
import { cloneLanguage } from './command-line/clone-language.js';
import type { Command } from './command-line/command.js';
import { readCommandLine } from './command-line/read-command-line.js';
import { readDocument } from './secret-setup/secret-document.js';
import { readSettingsFile } from './secret-setup/secret-settings.js';
import { createSecretStore, type SecretStore } from './secret-setup/secret-store.js';
import { SetUpError, setUpSecret } from './secret-setup/set-up-secret.js';
import { createPerson, type Person } from './secret-setup/terminal.js';

const COMMAND = {
  usage: 'npm run secret',
  about: `Creates the secret with the robots' keys in Secrets Manager, or adds to it. Asks in a terminal, and shows nothing that is
secret; piped in, it takes a key, a webhook URL, or the whole secret as JSON, and asks nothing. A key is never an argument: process
lists and the shell's history show those. With your own credentials (secretsmanager:GetSecretValue, CreateSecret, PutSecretValue).`,
  options: {
    'secret-id': { type: 'string', value: 'NAME', about: "default: serverless.yml's secretId" },
    stage: { type: 'string', value: 'STAGE', default: 'dev', about: 'the stage, if that name holds it' },
    ...AWS_OPTIONS,
    robot: { type: 'string', value: 'NAME', about: 'the robot of a key that is piped in; default: default' },
    replace: { type: 'boolean', default: false, about: 'piped in: replace the keys of robots that have others' },
    test: {
      type: 'boolean',
      default: false,
      about: 'piped in: send a test message first, and write nothing if that fails',
    },
    token: {
      type: 'boolean',
      default: false,
      about: 'piped in: make a random token for the HTTPS door if there is none',
    },
    'show-token': { type: 'boolean', default: false, about: 'print the first token, and change nothing' },
    'dry-run': { type: 'boolean', default: false, about: 'do all of it but the writing' },
  },
  exitCodes: { 0: 'done, or nothing to do', 1: 'not done' },
} as const satisfies Command;

const { values } = readCommandLine(COMMAND);
const LANGUAGE = cloneLanguage();
const speech = secretWordsOf(LANGUAGE);

/** Reads what is piped in. A terminal asks instead. */
async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** Prints a token for a command that needs it, and nothing else. */
async function showToken(store: SecretStore, secretId: string): Promise<void> {
  const { httpTokens = [] } = readDocument(await store.read());
  const [token] = httpTokens.flatMap((one) => (typeof one === 'string' ? one : (textAt(one, 'token') ?? [])));
  if (token === undefined)
    throw new SetUpError(`Cannot show a token as the secret ${secretId} has none: run npm run secret`);
  console.log(token);
}

/** Sends the test message straight to WeCom. */
function sendTest(baseUrl: string): (key: string) => Promise<DeliveryResult> {
  return (accessKey) => createRobot({ accessKey, baseUrl, language: LANGUAGE }).push(TEST_MESSAGE);
}

async function run(): Promise<void> {
  const region = await regionOf(COMMAND, values);
  const settings = readSettingsFile(values.stage, region);
  const secretId = values['secret-id'] ?? settings.secretId;
  const baseUrl = process.env['WECOM_BASE_URL'] || settings.wecomBaseUrl;
  const store = createSecretStore(new SecretsManagerClient(await clientOptions(COMMAND, region)), secretId);
  if (values['show-token']) return showToken(store, secretId);
  const isAsking = process.stdin.isTTY;
  console.log(speech.region(region, process.env['AWS_PROFILE'] || undefined));
  const person: Person | undefined = isAsking
    ? createPerson(process.stdin, process.stdout, speech.cancelled)
    : undefined;
  try {
    const options = {
      ...{ secretId, baseUrl, robot: values.robot, replace: values.replace, test: values.test },
      ...{ token: values.token, dryRun: values['dry-run'] },
      wantsToken: settings.http === 'token' && settings.tokensSecretId === '',
    };
    const from = person ?? (await readInput());
    await setUpSecret(options, { from, store, speech, print: (line) => console.log(line), send: sendTest(baseUrl) });
    if (settings.tokensSecretId !== '' && settings.http === 'token')
      console.log(speech.tokensElsewhere(settings.tokensSecretId));
  } finally {
    person?.close();
  }
}

/** Errors whose message says everything, and holds no value. */
const SAID = new Set(['StoreError', 'SetUpError', 'BrokenSecretError', 'SettingsFileError', 'CancelledError']);

try {
  await run();
} catch (error) {
  if (!(error instanceof Error) || !SAID.has(error.name)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
