import { fileURLToPath } from 'node:url';
import { type StandIns, startStandIns } from '../local/deployment/stand-ins.js';
import { functionFile } from '../local/lambda/function-file.js';
import { type LambdaProcess, startLambdaProcess } from '../local/lambda/process.js';
import { readSamples, type SampleFolder } from '../local/samples/samples.js';
import { shiftToNow } from '../local/samples/shift-to-now.js';
import { sampleKey, sampleSecret } from '../local/secrets-manager/sample-secret.js';
import { showMessage } from '../local/wecom/show.js';
import { buildFunction } from './build.js';
import type { Command } from './command-line/command.js';
import { endWithMessage } from './command-line/end-with-message.js';
import { readCommandLine } from './command-line/read-command-line.js';
import { type SampleOutcome, sendSample } from './demo/demo-folder.js';
import { demoQueue } from './demo/demo-queue.js';
import { closingLines, tallySamples } from './demo/tally.js';

const COMMAND = {
  usage: 'npm run demo',
  about: `Sends every event of events/ through the built function to a WeCom on this machine and prints what the group shows;
then a storm of alarms through the queue.`,
  options: {},
  exitCodes: { 0: 'everything was shown, or left out by design', 1: 'something was not' },
} as const satisfies Command;

/** Settings that a team would choose. */
const SETTINGS = { ACCOUNT_NAMES: '111122223333=生产', MENTION_ON_ALARM: '@all' };

const ENVIRONMENTS = fileURLToPath(new URL('../local/lambda/environments.mjs', import.meta.url));

/** A folder's own secret and robots, so that each stays within WeCom's 20 messages a minute. */
interface Desk {
  readonly folder: SampleFolder;
  readonly secretId: string;
  /** Keys by the robots' names in the secret. */
  readonly keys: { readonly default: string; readonly dba: string };
}

function deskOf(folder: SampleFolder, index: number): Desk {
  const keys = { default: sampleKey(2 * index + 1), dba: sampleKey(2 * index + 2) };
  return { folder, secretId: `demo/${folder.name}`, keys };
}

function startFor(desks: readonly Desk[]): Promise<StandIns> {
  const groups = desks.map(({ folder, keys }) => ({ [keys.default]: folder.name, [keys.dba]: `${folder.name} · dba` }));
  const secrets = desks.map(({ secretId, keys }) => [secretId, sampleSecret(keys)] as const);
  return startStandIns({ keys: Object.assign({}, ...groups), secrets: Object.fromEntries(secrets) });
}

function print(file: string, outcome: SampleOutcome): void {
  console.log(`\n── events/${file}`);
  switch (outcome.status) {
    case 'delivered':
      for (const message of outcome.messages) console.log(showMessage(message));
      break;
    case 'repeat':
      console.log('Not shown again: the group has it already');
      break;
    case 'skipped':
      console.log(`Not shown, by design: ${outcome.why}`);
      break;
    case 'failed':
      console.log(`FAILED: ${outcome.why}`);
  }
}

/** Sends every sample and prints what the group shows of it. Resolves to their outcomes. */
async function sendAll(desks: readonly Desk[], lambda: LambdaProcess, { wecom }: StandIns) {
  const lines: string[] = [];
  lambda.onLine((line) => lines.push(line));
  const outcomes: { readonly file: string; readonly outcome: SampleOutcome }[] = [];
  for (const { folder, secretId } of desks) {
    for (const sample of folder.samples) {
      const fresh = { ...sample, event: shiftToNow(sample.event, { now: Date.now() }) };
      const outcome = await sendSample(fresh, secretId, lambda, { shown: wecom.shown, lines });
      print(sample.file, outcome);
      outcomes.push({ file: sample.file, outcome });
    }
  }
  return outcomes;
}

readCommandLine(COMMAND);
endWithMessage();
const desks = (await readSamples()).map(deskOf);
const { folder } = await buildFunction();
const standIns = await startFor(desks);
const env = { ...SETTINGS, ...standIns.environment(''), BUNDLE_FILE: functionFile(folder, 'direct') };
const lambda = await startLambdaProcess({ bundle: ENVIRONMENTS, env });
const outcomes = await sendAll(desks, lambda, standIns);
lambda.kill();
await standIns.close();
const storm = await demoQueue(folder, SETTINGS);
const failed = outcomes.filter(({ outcome }) => outcome.status === 'failed').map(({ file }) => `events/${file}`);
for (const what of [...failed, ...storm.failed]) console.error(`FAILED: ${what}`);
process.exitCode = failed.length === 0 && storm.failed.length === 0 && outcomes.length > 0 ? 0 : 1;
console.log(['', ...closingLines([tallySamples(outcomes.map(({ outcome }) => outcome)), storm])].join('\n'));
