import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type LambdaProcess, startLambdaProcess } from '../../../local/lambda/process.js';
import { numberAt } from '../../../src/base/json.js';
import { IN_TIME } from '../../support/in-time.js';

const BUNDLE = `
let count = 0;
console.log('init line');
export const handler = async (event, context) => {
  count += 1;
  if (event.throw) throw new RangeError(event.throw);
  if (event.exit) process.exit(3);
  if (event.hang) await new Promise((resolve) => setTimeout(resolve, 600_000));
  if (event.say) console.error(event.say);
  if (event.nothing) return;
  return { count, id: context.awsRequestId, left: context.getRemainingTimeInMillis(), secret: process.env.HOME ?? null,
    stage: process.env.STAGE, name: context.functionName };
};`;

const folder = mkdtempSync(join(tmpdir(), 'lambda-process-'));
const bundle = join(folder, 'index.mjs');
const broken = join(folder, 'broken.mjs');
let lambda: LambdaProcess;

beforeAll(() => {
  writeFileSync(bundle, BUNDLE);
  writeFileSync(broken, 'throw new SyntaxError("no such thing");');
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => lambda?.kill());

describe('startLambdaProcess', () => {
  test('invoke: answers what the handler returned, with a context of its own and only the environment it was given', async () => {
    lambda = await startLambdaProcess({ bundle, env: { STAGE: 'test' }, functionName: 'deliver' });
    const answer = await lambda.invoke({}, IN_TIME);
    expect(answer).toMatchObject({ count: 1, secret: null, stage: 'test', name: 'deliver' });
    expect(numberAt(answer, 'left')).toBeGreaterThan(0);
    expect(numberAt(answer, 'left')).toBeLessThanOrEqual(IN_TIME.timeoutMs);
  });

  test('invoke: module state lives on between invocations, and nothing returned is null', async () => {
    lambda = await startLambdaProcess({ bundle });
    await lambda.invoke({}, IN_TIME);
    expect(await lambda.invoke({ nothing: true }, IN_TIME)).toBeNull();
    expect(await lambda.invoke({}, IN_TIME)).toMatchObject({ count: 3 });
  });

  test.each([
    { event: { throw: 'too far' }, failure: 'function', errorType: 'RangeError', ...IN_TIME, next: 2 },
    { event: { exit: true }, failure: 'died', errorType: 'Runtime.ExitError', ...IN_TIME, next: 1 },
    { event: { hang: true }, failure: 'timeout', errorType: 'Sandbox.Timedout', timeoutMs: 50, next: 1 },
  ])('invoke: $event fails as $failure, and the next invocation is its process’s number $next', async (row) => {
    lambda = await startLambdaProcess({ bundle });
    await expect(lambda.invoke(row.event, row)).rejects.toMatchObject({
      failure: row.failure,
      errorType: row.errorType,
    });
    expect(await lambda.invoke({}, IN_TIME)).toMatchObject({ count: row.next });
  });

  test('kill: a running invocation fails as died, and the next starts a fresh process', async () => {
    lambda = await startLambdaProcess({ bundle });
    const running = lambda.invoke({ hang: true }, IN_TIME);
    lambda.kill();
    await expect(running).rejects.toMatchObject({ failure: 'died' });
    expect(await lambda.invoke({}, IN_TIME)).toMatchObject({ count: 1 });
  });

  test('invoke: a second invocation at the same time is refused', async () => {
    lambda = await startLambdaProcess({ bundle });
    const first = lambda.invoke({}, IN_TIME);
    await expect(lambda.invoke({}, IN_TIME)).rejects.toThrow(/one invocation at a time/);
    await first;
  });

  test('onLine: gives both streams, and the first listener what came before it', async () => {
    lambda = await startLambdaProcess({ bundle });
    const lines: string[] = [];
    const said = new Promise<void>((resolve) => {
      lambda.onLine((line, stream) => {
        lines.push(`${stream}: ${line}`);
        if (stream === 'stderr') resolve();
      });
    });
    await lambda.invoke({ say: 'careful' }, IN_TIME);
    await said;
    expect(lines.sort()).toEqual(['stderr: careful', 'stdout: init line']);
  });

  test('startLambdaProcess: a bundle that does not load rejects as init, with its error', async () => {
    await expect(startLambdaProcess({ bundle: broken })).rejects.toMatchObject({
      failure: 'init',
      errorType: 'SyntaxError',
      message: 'no such thing',
    });
  });
});
