import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from './command-line/command.js';
import { programOf } from './command-line/program.js';
import { readCommandLine } from './command-line/read-command-line.js';

const COMMAND = {
  usage: 'npm test',
  about: 'Runs everything that must pass: types, lint, and the tests. Everything runs, even if something fails.',
  options: {},
  exitCodes: { 0: 'everything passed', 1: 'something failed' },
} as const satisfies Command;

/** A program with its arguments. */
type Program = readonly [string, ...string[]];

/** The steps of `npm test`, cheapest first. All of them run, even if one fails. */
const STEPS: readonly (readonly [name: string, command: Program])[] = [
  ['types', [...programOf('typescript', 'tsc'), '--noEmit']],
  ['types of the group page', [...programOf('typescript', 'tsc'), '-p', 'local/page']],
  ['lint', [...programOf('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '.']],
];

/** The file in which vitest leaves its counts for the closing line. */
const COUNTS_FILE = join(tmpdir(), `wecomrobot-tests-${process.pid}.json`);

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

function run(name: string, [command, ...args]: Program): boolean {
  const startedAt = Date.now();
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, TEST_COUNTS_FILE: COUNTS_FILE },
  });
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)\n`);
  return status === 0;
}

/** Reads vitest's counts. If it left none it broke down, which is one failure. */
function readCounts(vitestOk: boolean): Counts {
  try {
    const counts = JSON.parse(readFileSync(COUNTS_FILE, 'utf8')) as Counts;
    return { ...counts, failed: counts.failed || (vitestOk ? 0 : 1) };
  } catch (error) {
    console.error(`No test counts: ${String(error)}`);
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(COUNTS_FILE, { force: true });
  }
}

readCommandLine(COMMAND);
const steps = STEPS.map(([name, command]) => run(name, command));
// A missing golden file is a failure here, not one more file.
const unit = readCounts(run('tests', [...programOf('vitest'), 'run', '--update=none']));
const passed = unit.passed + steps.filter(Boolean).length;
const failed = unit.failed + steps.filter((ok) => !ok).length;
process.exitCode = failed === 0 && unit.passed > 0 ? 0 : 1;
console.log(`Tests: ${passed} passed, ${failed} failed`);
