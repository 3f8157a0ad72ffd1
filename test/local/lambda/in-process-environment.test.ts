import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPoolInProcess } from '../../../local/lambda/in-process-environment.js';
import type { LambdaPool } from '../../../local/lambda/pool.js';
import { type JumpingTime, startJumpingTime } from '../../../local/time/jumping-time.js';
import { systemClock } from '../../../src/base/clock.js';

/** Counts its invocations, waits as long as the event says, then tells what it knows. */
const PROGRAM = `
const name = process.env.NAME;
let count = 0;
export const handler = async ({ waitMs = 0, fails = false }, context) => {
  count += 1;
  if (fails) throw new RangeError('as asked');
  const before = context.getRemainingTimeInMillis();
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  process.stdout.write(name + ' ' + count + '\\n');
  return { name, count, before, left: context.getRemainingTimeInMillis() };
};`;
const TIMEOUT_MS = 60_000;

const replaced = { Date, setTimeout, setInterval, clearTimeout, clearInterval, now: performance.now };
let folder: string;
let bundle: string;
let time: JumpingTime;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecomrobot-in-process-'));
  bundle = join(folder, 'index.mjs');
  await writeFile(bundle, PROGRAM);
  time = startJumpingTime();
});
afterAll(async () => {
  const { now, ...globals } = replaced;
  Object.assign(globalThis, globals);
  performance.now = now;
  await rm(folder, { recursive: true });
});

/** Runs work with a pool of environments, and returns what they printed. */
async function withPool(size: number, work: (pool: LambdaPool) => Promise<void>): Promise<readonly string[]> {
  const lines: string[] = [];
  await time.run(async () => {
    const pool = await startPoolInProcess(size, { bundle, env: { NAME: 'first' }, clock: systemClock });
    pool.onLine((line) => lines.push(line));
    await work(pool);
    pool.stop();
  });
  return lines;
}

test('startPoolInProcess: each environment has a state of its own, kept between invocations, and its variables', async () => {
  const lines = await withPool(2, async (pool) => {
    const invoke = () => pool.invoke({ waitMs: 1000 }, { timeoutMs: TIMEOUT_MS });
    expect(await Promise.all([invoke(), invoke()])).toMatchObject([
      { name: 'first', count: 1, before: TIMEOUT_MS, left: TIMEOUT_MS - 1000 },
      { name: 'first', count: 1 },
    ]);
    expect(await invoke()).toMatchObject({ count: 2 });
    pool.configure({ NAME: 'second' });
    expect(await invoke()).toMatchObject({ name: 'second', count: 1 });
  });
  expect(lines).toEqual(['first 1', 'first 1', 'first 2', 'second 1']);
  expect(process.env['NAME']).not.toBe('second');
});

test('startPoolInProcess: killed in the middle it does nothing more, and the next invocation begins anew', async () => {
  const lines = await withPool(1, async (pool) => {
    const killed = expect(pool.invoke({ waitMs: 5000 }, { timeoutMs: TIMEOUT_MS })).rejects.toMatchObject({
      failure: 'died',
    });
    await systemClock.sleep(1000);
    expect(pool.busy()).toEqual([0]);
    pool.kill(0);
    await killed;
    await systemClock.sleep(10_000);
    expect(await pool.invoke({}, { timeoutMs: TIMEOUT_MS })).toMatchObject({ count: 1 });
  });
  expect(lines).toEqual(['first 1']);
});

test('startPoolInProcess: a timeout kills it, an error does not', async () => {
  await withPool(1, async (pool) => {
    await expect(pool.invoke({ fails: true }, { timeoutMs: TIMEOUT_MS })).rejects.toMatchObject({
      failure: 'function',
      errorType: 'RangeError',
    });
    expect(await pool.invoke({}, { timeoutMs: TIMEOUT_MS })).toMatchObject({ count: 2 });
    await expect(pool.invoke({ waitMs: 2000 }, { timeoutMs: 1000 })).rejects.toMatchObject({ failure: 'timeout' });
    expect(await pool.invoke({}, { timeoutMs: TIMEOUT_MS })).toMatchObject({ count: 1 });
  });
});

test('startPoolInProcess: from its moment on an environment’s clock is set back', async () => {
  await time.run(async () => {
    const env = { NAME: 'late', TIME_SET_BACK: `${Date.now() + 5000},3600000` };
    const pool = await startPoolInProcess(1, { bundle, env, clock: systemClock });
    const answer = await pool.invoke({ waitMs: 10_000 }, { timeoutMs: TIMEOUT_MS });
    expect(answer).toMatchObject({ before: TIMEOUT_MS, left: TIMEOUT_MS - 10_000 + 3_600_000 });
  });
});
