import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from './bench/bench.js';
import { measureColdStart, measureFirstInvocation, measureThrottledColdStart } from './bench/cold-start.js';
import { createCpuQuota } from './bench/cpu-quota.js';
import { type Figure, type SkippedFigure, tableOf } from './bench/figure.js';
import { node24 } from './bench/node-24.js';
import { startOutside } from './bench/outside.js';
import { buildPrograms } from './bench/programs.js';
import { measureJudging, measureRendering, measureRouting, measureScaling } from './bench/pure.js';
import { measureFamilies } from './bench/road/families.js';
import { measureIdle } from './bench/road/idle.js';
import { measureRoad } from './bench/road/road.js';
import { measureSize } from './bench/size.js';
import { measureFrozen, measureMemory, measureWarm } from './bench/warm.js';
import type { Command } from './command-line/command.js';
import { endWithMessage } from './command-line/end-with-message.js';
import { misuse, readCommandLine } from './command-line/read-command-line.js';

/** Longest run. Anything longer hangs. */
const MAX_MS = 20 * 60_000;

type Measured = Figure | SkippedFigure | readonly (Figure | SkippedFigure)[];

/** All measurements, in order: `npm run bench -- cold warm` runs only these. */
const MEASURES: Readonly<Record<string, (bench: Bench) => Promise<Measured>>> = {
  size: ({ programs }) => measureSize(programs),
  cold: measureColdStart,
  throttled: measureThrottled,
  road: measureRoad,
  families: measureFamilies,
  idle: measureIdle,
  first: measureFirstInvocation,
  warm: measureWarm,
  memory: measureMemory,
  frozen: measureFrozen,
  rendering: measureRendering,
  judging: measureJudging,
  routing: measureRouting,
  scaling: measureScaling,
};

const COMMAND = {
  usage: 'npm run bench',
  positionals: '[MEASURE…]',
  about: `Measures size, speed and memory of the built function: everything, or only the named ones of
${Object.keys(MEASURES).join(', ')}.`,
  options: {},
  exitCodes: { 0: 'measured', 1: 'not measured' },
} as const satisfies Command;

async function measureThrottled(bench: Bench): Promise<Measured> {
  const quota = createCpuQuota(256);
  try {
    return await measureThrottledColdStart(bench, quota);
  } finally {
    if (typeof quota !== 'string') quota.remove();
  }
}

async function run(wanted: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'wecomrobot-bench-'));
  const [node, outside, programs] = [
    await node24(console.error),
    await startOutside(folder),
    await buildPrograms(folder),
  ];
  console.log(machine(node));
  const figures: (Figure | SkippedFigure)[] = [];
  try {
    for (const [name, measure] of Object.entries(MEASURES)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      console.error(`measuring: ${name}`);
      figures.push(...[await measure({ node, outside, programs, folder })].flat());
    }
  } finally {
    outside.close();
    await rm(folder, { recursive: true });
  }
  console.log(['', ...tableOf(figures)].join('\n'));
}

function machine(node: string): string {
  const [cpu] = cpus();
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  const date = new Date().toISOString().slice(0, 10);
  return `${date}: Node ${version}, ${process.platform} ${process.arch}, ${cpus().length} x ${cpu?.model.trim()}`;
}

const { positionals: wanted } = readCommandLine(COMMAND);
endWithMessage();
const unknown = wanted.filter((name) => !Object.hasOwn(MEASURES, name));
if (unknown.length > 0)
  misuse(
    COMMAND,
    `Cannot measure as a measure must be one of ${Object.keys(MEASURES).join(', ')}: current value is ${unknown.join(', ')}`,
  );
setTimeout(() => {
  console.error(`Cannot continue as the limit of ${MAX_MS / 60_000} minutes is over`);
  process.exit(1);
}, MAX_MS).unref();
await run(wanted);
