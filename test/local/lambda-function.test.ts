import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createLambdaFunction, type LambdaFunction } from '../../local/lambda-function.js';

const BUNDLE = `
export const handler = async ({ waitMs = 0 }, { awsRequestId }) => {
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  return { pid: process.pid, stage: process.env.STAGE, awsRequestId };
};`;
const OPTIONS = { timeoutMs: 5000 };

const folder = mkdtempSync(join(tmpdir(), 'lambda-function-'));
const bundle = join(folder, 'index.mjs');
let lambda: LambdaFunction;

beforeAll(() => writeFileSync(bundle, BUNDLE));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => lambda.stop());

const start = (maxConcurrency = 2) => {
  lambda = createLambdaFunction({ bundle, maxConcurrency, env: { STAGE: 'one' } });
};
const pidOf = (answer: unknown) => (answer as { readonly pid: number }).pid;
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // No process of that id.
  }
};

describe('createLambdaFunction', () => {
  it('invoke: an environment stays for the next invocation, and a second one starts beside a busy one', async () => {
    start();
    const first = pidOf(await lambda.invoke({}, OPTIONS));
    const both = await Promise.all([lambda.invoke({ waitMs: 100 }, OPTIONS), lambda.invoke({ waitMs: 100 }, OPTIONS)]);
    expect(new Set(both.map(pidOf)).size).toBe(2);
    expect(both.map(pidOf)).toContain(first);
  });

  it('invoke: the request id is the one that is given', async () => {
    start();
    expect(await lambda.invoke({}, { ...OPTIONS, requestId: 'r-1' })).toMatchObject({ awsRequestId: 'r-1' });
  });

  it('invoke: more than the concurrency is throttled', async () => {
    start(1);
    const running = lambda.invoke({ waitMs: 50 }, OPTIONS);
    await expect(lambda.invoke({}, OPTIONS)).rejects.toMatchObject({ name: 'TooManyRequestsException' });
    await running;
  });

  it('configure: what runs keeps its variables and then ends, what comes has the new ones', async () => {
    start();
    await lambda.invoke({}, OPTIONS);
    const running = lambda.invoke({ waitMs: 100 }, OPTIONS);
    lambda.configure({ STAGE: 'two' });
    const next = lambda.invoke({}, OPTIONS);
    expect(await running).toMatchObject({ stage: 'one' });
    expect(await next).toMatchObject({ stage: 'two' });
    await expect.poll(async () => isAlive(pidOf(await running))).toBe(false);
    expect(await lambda.invoke({}, OPTIONS)).toMatchObject({ stage: 'two', pid: pidOf(await next) });
  });

  it('stop: what runs is rejected, no process is left, and nothing starts any more', async () => {
    start();
    const pid = pidOf(await lambda.invoke({}, OPTIONS));
    const running = lambda.invoke({ waitMs: 5000 }, OPTIONS);
    lambda.stop();
    await expect(running).rejects.toMatchObject({ failure: 'died' });
    await expect(lambda.invoke({}, OPTIONS)).rejects.toMatchObject({ failure: 'died' });
    await expect.poll(() => isAlive(pid)).toBe(false);
  });
});
