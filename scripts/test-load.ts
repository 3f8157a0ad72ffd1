import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Scenario, ScenarioResult } from '../test/load/scenario.js';
import { SCENARIOS } from '../test/load/scenarios.js';
import { bundleFunction } from './build.js';
import type { Command } from './command-line/command.js';
import { endWithMessage } from './command-line/end-with-message.js';
import { misuse, readCommandLine } from './command-line/read-command-line.js';

const COMMAND = {
  usage: 'npm run test:load',
  positionals: '[NUMBER…]',
  about: `Runs the built functions as processes against a WeCom and a queue on this machine, in faster time, and checks what must
always hold. Runs all scenarios, or those with the given numbers:
${SCENARIOS.map(({ title }, index) => `  ${index + 1}. ${title}`).join('\n')}`,
  options: {},
  exitCodes: { 0: 'everything holds', 1: 'something does not' },
} as const satisfies Command;

const path = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const FUNCTION_FOLDER = path('../dist/test/load');
/** Longest run of a scenario that has no limit of its own. Anything longer hangs. */
const MAX_MS = 150_000;

/** Runs one scenario in a process of its own, in its own time. Rejects if it ends without a result. */
function run({ scale, maxMs = MAX_MS }: Scenario, index: number, bundle: string): Promise<ScenarioResult> {
  const child = fork(path('../test/load/run-scenario.ts'), [String(index)], {
    execArgv: ['--import', path('../local/time/scaled-time.mjs'), '--import', import.meta.resolve('tsx')],
    env: {
      ...process.env,
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      BUNDLE_FILE: bundle,
      TIME_SCALE: String(scale),
      TIME_SCALE_EPOCH: String(Date.now()),
    },
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), maxMs);
    child.once('message', (message: ScenarioResult) => resolve(message));
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      reject(new Error(`Cannot tell the result of the scenario as it ended with ${signal ?? code}`));
    });
  });
}

const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`;

function print({ title, scale }: Scenario, number: number, { figures, checks }: ScenarioResult, tookMs: number): void {
  const { sent, shown, lost, parked, twiceUnanswered, twiceDied, twiceUnexplained, limited, messages } = figures;
  const twice = twiceUnanswered + twiceDied + twiceUnexplained.length;
  const why = twice === 0 ? '' : ` (${twiceUnanswered} without an answer, ${twiceDied} died before deletion)`;
  console.log(`\n${number}. ${title}`);
  console.log(
    `   sent ${sent} · shown ${shown} · lost ${lost.length} · twice ${twice}${why} · parked ${parked} · limited ${limited}`,
  );
  console.log(
    `   ${messages} messages, ${figures.fastest} calls in the fullest minute · drained in ${seconds(figures.drainMs)}` +
      ` of ${scale}-fold time · ${seconds(tookMs)} here`,
  );
  for (const [check, holds] of Object.entries(checks)) console.log(`   ${holds ? '✓' : '✗'} ${check}`);
  for (const key of [...lost, ...twiceUnexplained].slice(0, 10)) console.log(`     ${key}`);
}

/** Numbers of scenarios. Empty means all of them. */
const { positionals } = readCommandLine(COMMAND);
endWithMessage();
const asked = positionals.map(Number);
const unknown = positionals.filter((_, index) => SCENARIOS[(asked[index] ?? 0) - 1] === undefined);
if (unknown.length > 0)
  misuse(COMMAND, `Cannot run as a scenario must be 1 to ${SCENARIOS.length}: current value is ${unknown.join(', ')}`);
const startedAt = Date.now();
const { bundle } = await bundleFunction(FUNCTION_FOLDER, path('../test/load/routes.yml'));
let failed = 0;
for (const [index, scenario] of SCENARIOS.entries()) {
  if (asked.length > 0 && !asked.includes(index + 1)) continue;
  const began = Date.now();
  try {
    const result = await run(scenario, index, bundle);
    print(scenario, index + 1, result, Date.now() - began);
    failed += Object.values(result.checks).filter((holds) => !holds).length;
  } catch (error) {
    console.log(`\n${index + 1}. ${scenario.title}\n   ✗ ${error instanceof Error ? error.message : String(error)}`);
    failed += 1;
  }
}
console.log(
  `\n${failed === 0 ? 'All invariants hold' : `${failed} invariants fail`} · ${seconds(Date.now() - startedAt)}`,
);
process.exitCode = failed === 0 ? 0 : 1;
