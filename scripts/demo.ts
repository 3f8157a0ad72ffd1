import { availableParallelism } from 'node:os';
import { startLambdaProcess } from '../local/lambda-process.js';
import { sampleKey, sampleSecret } from '../local/sample-secret.js';
import { readSamples, type SampleFolder } from '../local/samples.js';
import { showMessage } from '../local/show.js';
import { type StandIns, startStandIns } from '../local/stand-ins.js';
import { buildFunction } from './build.js';
import { type SampleOutcome, sendSample } from './demo-folder.js';

/** The settings that a team would choose. */
const SETTINGS = { ACCOUNT_NAMES: '111122223333=生产', MENTION_ON_ALARM: '@all' };

type FolderOutcome = readonly (readonly [file: string, outcome: SampleOutcome])[];

/** A folder's own robots, so that each keeps within WeCom's 20 messages a minute. */
function robotsOf(folders: readonly SampleFolder[]) {
  return folders.map(({ name }, index) => ({
    robots: { default: name, dba: `${name}/dba` },
    keys: { default: sampleKey(2 * index + 1), dba: sampleKey(2 * index + 2) },
    secretId: `demo/${name}`,
  }));
}

async function start(folders: readonly SampleFolder[]): Promise<StandIns> {
  const all = robotsOf(folders);
  return startStandIns({
    keys: Object.fromEntries(
      all.flatMap(({ robots, keys }) => [
        [keys.default, robots.default],
        [keys.dba, robots.dba],
      ]),
    ),
    secrets: Object.fromEntries(all.map(({ secretId, keys }) => [secretId, sampleSecret(keys)])),
  });
}

/** One execution environment for the folder, invoked with its samples in turn. */
async function sendFolder(folder: SampleFolder, bundle: string, standIns: StandIns): Promise<FolderOutcome> {
  const env = { ...SETTINGS, ...standIns.environment(`demo/${folder.name}`) };
  const lambda = await startLambdaProcess({ bundle, env });
  const lines: string[] = [];
  lambda.onLine((line) => lines.push(line));
  const shown = () => standIns.wecom.shown.filter(({ robot }) => robot.split('/')[0] === folder.name);
  const outcomes: [string, SampleOutcome][] = [];
  for (const sample of folder.samples) outcomes.push([sample.file, await sendSample(sample, lambda, shown, lines)]);
  lambda.kill();
  return outcomes;
}

function print(outcomes: FolderOutcome): void {
  for (const [file, outcome] of outcomes) {
    console.log(`\n── events/${file}`);
    if (outcome.status === 'delivered') for (const message of outcome.messages) console.log(showMessage(message));
    else console.log(outcome.status === 'skipped' ? `Not shown, by design: ${outcome.why}` : `FAILED: ${outcome.why}`);
  }
}

/** Runs `work` over all, a few at a time, and hands over the results in their order as soon as they are there. */
async function inOrder<T, R>(
  all: readonly T[],
  work: (one: T) => Promise<R>,
  each: (result: R) => void,
): Promise<void> {
  const waiting: Promise<R>[] = [];
  for (const one of all) {
    const first = waiting.length < availableParallelism() ? undefined : waiting.shift();
    if (first !== undefined) each(await first);
    waiting.push(work(one));
  }
  for (const last of waiting) each(await last);
}

async function main(): Promise<void> {
  const folders = await readSamples();
  const bundle = await buildFunction();
  const standIns = await start(folders);
  const outcomes: (readonly [string, SampleOutcome])[] = [];
  await inOrder(
    folders,
    (folder) => sendFolder(folder, bundle, standIns),
    (folder) => {
      outcomes.push(...folder);
      print(folder);
    },
  );
  const delivered = standIns.wecom.shown.length;
  await standIns.close();
  const failed = outcomes.filter(([, { status }]) => status === 'failed');
  for (const [file] of failed) console.error(`FAILED: events/${file}`);
  process.exitCode = failed.length === 0 && outcomes.length > 0 ? 0 : 1;
  console.log(`\n${outcomes.length} events, ${delivered} messages delivered`);
}

await main();
