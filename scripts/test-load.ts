import { fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { createCertificate } from '../local/net/certificate.js';
import { createSemaphore } from '../local/time/semaphore.js';
import type { Certificates } from '../test/load/load-bench.js';
import { invariantsOf, type Row, type Scenario, type ScenarioResult } from '../test/load/scenario.js';
import { SCENARIOS } from '../test/load/scenarios.js';
import { TABLE_HEAD, tableLine } from '../test/load/table.js';
import { bundleFunction, SHARED } from './build.js';
import type { Command } from './command-line/command.js';
import { endWithMessage } from './command-line/end-with-message.js';
import { misuse, readCommandLine } from './command-line/read-command-line.js';

const COMMAND = {
  usage: 'npm run test:load',
  positionals: '[NUMBER…]',
  about: `Runs the built functions against a WeCom, a queue and a Secrets Manager on this machine, in time that stands still while
anything is done and jumps to what comes next, and checks what must always hold. Prints what was tried as a table. Runs all
scenarios, or those with the given numbers:
${SCENARIOS.map(({ title }, index) => `  ${index + 1}. ${title}`).join('\n')}`,
  options: {},
  exitCodes: { 0: 'everything holds', 1: 'something does not' },
} as const satisfies Command;

const path = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const FUNCTION_FOLDER = path('../dist/test/load');
const PROGRAM = path('../dist/test/load/run-scenario.mjs');
/** Longest run of a scenario, and longest wait for a hanging one to say what it waits for. */
const MAX_MS = 4 * 60_000;
const MAX_ANSWER_MS = 5000;
/** Scenarios at a time: each keeps one core busy. */
const AT_A_TIME = 2;

/** The parts that all scenarios share. */
interface Shared {
  readonly certificates: Certificates;
  /** The file with both. */
  readonly caFile: string;
}

/** Runs one scenario in a process of its own, whose time jumps. Rejects if it ends without a result. */
function run(index: number, { certificates, caFile }: Shared): Promise<ScenarioResult> {
  const child = fork(PROGRAM, [String(index)], {
    // Not those of this process, which has a loader.
    execArgv: [],
    env: {
      ...process.env,
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      FUNCTION_FOLDER,
      CERTIFICATES: JSON.stringify(certificates),
      NODE_EXTRA_CA_CERTS: caFile,
    },
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.send('where?');
      setTimeout(() => child.kill('SIGKILL'), MAX_ANSWER_MS).unref();
    }, MAX_MS);
    child.on('message', (message: ScenarioResult | Hanging) => {
      if (!('waitsFor' in message)) return resolve(message);
      reject(new HangingError(`It does not end: ${message.waitsFor}`));
      child.kill('SIGKILL');
    });
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      reject(new Error(`Cannot tell the result of the scenario as it ended with ${signal ?? code}`));
    });
  });
}

/** The answer of a scenario that does not end. */
interface Hanging {
  readonly waitsFor: string;
}

class HangingError extends Error {}

/**
 * Runs a scenario once more if it hangs, and says so: on a machine that is busy with something else, one in some dozens of
 * runs has stood still in real time, and none twice.
 */
async function runAgainIfHanging(index: number, shared: Shared): Promise<ScenarioResult> {
  try {
    return await run(index, shared);
  } catch (error) {
    if (!(error instanceof HangingError)) throw error;
    console.log(`\n${index + 1}. ${error.message}. It is run once more.`);
    return run(index, shared);
  }
}

const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`;

/** The rows of a scenario, and the number of its checks that fail. */
interface Outcome {
  readonly rows: readonly Row[];
  readonly failed: number;
}

function print({ title }: Scenario, number: number, { rows, checks }: ScenarioResult, tookMs: number): Outcome {
  const all = Object.entries({ ...invariantsOf(rows), ...checks });
  console.log(`\n${number}. ${title} (${seconds(tookMs)} here)`);
  for (const [check, holds] of all) console.log(`   ${holds ? '✓' : '✗'} ${check}`);
  const odd = rows.flatMap(({ figures }) => [...figures.lost, ...figures.twiceUnexplained]);
  if (odd.length > 0) console.log(`     lost, or twice without a reason: ${odd.slice(0, 10).join(', ')}`);
  return { rows, failed: all.filter(([, holds]) => !holds).length };
}

/** Numbers of scenarios. Empty means all of them. */
const { positionals } = readCommandLine(COMMAND);
endWithMessage();
const asked = positionals.map(Number);
const unknown = positionals.filter((_, index) => SCENARIOS[(asked[index] ?? 0) - 1] === undefined);
if (unknown.length > 0)
  misuse(COMMAND, `Cannot run as a scenario must be 1 to ${SCENARIOS.length}: current value is ${unknown.join(', ')}`);
const startedAt = Date.now();
await bundleFunction(FUNCTION_FOLDER, path('../test/load/routes.yml'));
// Loaded by a loader in another thread, the program would wait for something that its time does not see.
await build({
  ...SHARED,
  entryPoints: ['test/load/run-scenario.ts'],
  outfile: PROGRAM,
  packages: 'external',
});
const certificates = { certificate: await createCertificate(), expired: await createCertificate(true) };
const caFile = join(FUNCTION_FOLDER, 'wecom.pem');
await writeFile(caFile, [certificates.certificate.cert, certificates.expired.cert].join('\n'));
const shared = { certificates, caFile };
const turn = createSemaphore(AT_A_TIME);
const chosen = SCENARIOS.flatMap((scenario, index) =>
  asked.length === 0 || asked.includes(index + 1) ? { scenario, index } : [],
);
const outcomes = await Promise.all(
  chosen.map(({ scenario, index }) =>
    turn(async (): Promise<Outcome> => {
      const began = Date.now();
      try {
        return print(scenario, index + 1, await runAgainIfHanging(index, shared), Date.now() - began);
      } catch (error) {
        console.log(
          `\n${index + 1}. ${scenario.title}\n   ✗ ${error instanceof Error ? error.message : String(error)}`,
        );
        return { rows: [], failed: 1 };
      }
    }),
  ),
);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
console.log(`\n${TABLE_HEAD}`);
for (const row of outcomes.flatMap(({ rows }) => rows)) console.log(tableLine(row));
console.log(
  `\n${failed === 0 ? 'Every target is met' : `${failed} targets are missed`} · ${seconds(Date.now() - startedAt)}`,
);
process.exitCode = failed === 0 ? 0 : 1;
