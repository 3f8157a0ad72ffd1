import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { startLambdaProcess } from '../../../local/lambda/process.js';
import type { Refusal } from '../../../local/sqs/dispatch.js';
import { startSqsEndpoint } from '../../../local/sqs/endpoint.js';
import { SqsError } from '../../../local/sqs/error.js';
import { type Clock, systemClock } from '../../../src/base/clock.js';
import { at, numberAt } from '../../../src/base/json.js';

const run = promisify(execFile);
const preload = new URL('../../../local/time/scaled-time.mjs', import.meta.url).href;
/** Where programs find the SDK. */
const folder = mkdtempSync(join('node_modules', '.scaled-time-'));
afterAll(() => rmSync(folder, { recursive: true }));

let programs = 0;
/** Runs a program of its own in a process of its own; gives what it printed, as JSON. */
async function runProgram(
  source: string,
  env: Readonly<Record<string, string>>,
  before: readonly string[] = [],
): Promise<unknown> {
  const path = join(folder, `program-${++programs}.mjs`);
  writeFileSync(path, source);
  const quiet = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', AWS_REGION: 'ap-southeast-1' };
  const credentials = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };
  const { stdout } = await run(process.execPath, [...before, '--import', preload, path], {
    env: { ...quiet, ...credentials, ...env },
  });
  return JSON.parse(stdout);
}

/** Arguments that have a program note the delays of its real timers, in `globalThis.realDelays`. */
function recorder(): readonly string[] {
  const path = join(folder, 'recorder.mjs');
  writeFileSync(
    path,
    `import { createRequire, syncBuiltinESMExports } from 'node:module';
    import { promisify } from 'node:util';
    const timers = createRequire(import.meta.url)('node:timers');
    globalThis.realDelays = [];
    for (const name of ['setTimeout', 'setInterval']) {
      const real = timers[name];
      const noted = (callback, delay, ...given) => { realDelays.push(delay); return real(callback, delay, ...given); };
      const sleep = real[promisify.custom];
      if (sleep) noted[promisify.custom] = (delay, ...given) => { realDelays.push(delay); return sleep(delay, ...given); };
      timers[name] = globalThis[name] = noted;
    }
    syncBuiltinESMExports();`,
  );
  return ['--import', pathToFileURL(path).href];
}

const scaled = (scale: number, epoch = Date.now()) => ({ TIME_SCALE: String(scale), TIME_SCALE_EPOCH: String(epoch) });

describe('scaled-time.mjs', () => {
  test('Date: runs from the epoch at the scale, alike in two processes', async () => {
    const epoch = Date.now() - 10_000;
    const source = `
      console.log(JSON.stringify({ now: Date.now(), date: new Date().getTime(), text: Date.parse(Date()) }));`;
    const before = Date.now();
    const answers = await Promise.all([1, 2].map(() => runProgram(source, scaled(20, epoch))));
    const after = Date.now();
    for (const answer of answers) {
      for (const name of ['now', 'date']) {
        expect(numberAt(answer, name)).toBeGreaterThanOrEqual(epoch + (before - epoch) * 20);
        expect(numberAt(answer, name)).toBeLessThanOrEqual(epoch + (after - epoch) * 20);
      }
      // A date as text has no fraction of a second.
      expect(numberAt(answer, 'text')).toBeGreaterThan(epoch + (before - epoch) * 20 - 1000);
      expect(numberAt(answer, 'text')).toBeLessThanOrEqual(epoch + (after - epoch) * 20);
    }
  });

  test('Date: everything but the present is as ever', async () => {
    const source = `
      class Own extends Date {}
      console.log(JSON.stringify([
        new Date(0).toISOString(), new Date(2026, 0, 2).getDate(), Date.UTC(2026, 0), Date.parse('2026-01-01T00:00:00Z'),
        new Date() instanceof Date, new Own() instanceof Own, new Date(5).constructor === Date, Date.name, Date.length,
      ]));`;
    expect(await runProgram(source, scaled(20))).toEqual(await runProgram(source, {}));
  });

  test('timers: a delay passes at the scale, never early', async () => {
    const source = `
      import { promisify } from 'node:util';
      import { setTimeout as imported } from 'node:timers';
      const start = Date.now();
      const since = () => Date.now() - start;
      const [timeout, promised, given, third, precise] = await Promise.all([
        new Promise((resolve) => setTimeout(() => resolve(since()), 2000)),
        promisify(setTimeout)(2000).then(since),
        new Promise((resolve) => imported((...args) => resolve([since(), ...args]), 2000, 'a', 'b')),
        new Promise((resolve) => {
          let count = 0;
          const timer = setInterval(() => { if (++count === 3) { clearInterval(timer); resolve(since()); } }, 1000);
        }),
        (async () => {
          const begin = performance.now();
          await new Promise((resolve) => setTimeout(resolve, 2000));
          return performance.now() - begin;
        })(),
      ]);
      const cancelled = setTimeout(() => { throw new Error('cancelled'); }, 1);
      clearTimeout(cancelled);
      console.log(JSON.stringify({ timeout, promised, given, third, precise, realDelays: globalThis.realDelays }));`;
    const measured = await runProgram(source, scaled(20), recorder());
    for (const name of ['timeout', 'promised', 'precise'])
      expect(numberAt(measured, name)).toBeGreaterThanOrEqual(2_000);
    expect(at(measured, 'given')).toEqual([expect.any(Number), 'a', 'b']);
    expect(numberAt(measured, 'given', 0)).toBeGreaterThanOrEqual(2_000);
    expect(numberAt(measured, 'third')).toBeGreaterThanOrEqual(3_000);
    // A twentieth, and one more, as Node may fire a timer one millisecond early.
    expect(at(measured, 'realDelays')).toEqual([101, 101, 101, 51, 101, 1]);
  });

  test('a Lambda process that preloads it agrees with its parent on deadlines', async () => {
    const epoch = Date.now();
    const clock: Clock = {
      now: () => epoch + (Date.now() - epoch) * 20,
      after: (ms, callback) => systemClock.after(ms / 20, callback),
      sleep: (ms) => systemClock.sleep(ms / 20),
    };
    const bundle = join(folder, 'handler.mjs');
    writeFileSync(
      bundle,
      `export const handler = async ({ isSlow }, context) => {
        if (isSlow) await new Promise((resolve) => setTimeout(resolve, 24 * 60 * 60_000));
        return [Date.now(), context.getRemainingTimeInMillis()];
      };`,
    );
    const lambda = await startLambdaProcess({ bundle, clock, execArgv: ['--import', preload], env: scaled(20, epoch) });
    const before = clock.now();
    const answer = await lambda.invoke({}, { timeoutMs: 1_000_000 });
    const after = clock.now();
    const [now = 0, left = 0] = [numberAt(answer, 0), numberAt(answer, 1)];
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(after);
    // The deadline was set while the invocation began; between the two readings of the child, its clock may have moved on.
    expect(now + left).toBeLessThanOrEqual(after + 1_000_000);
    expect(left).toBeGreaterThanOrEqual(1_000_000 - (after - before));
    const late = lambda.invoke({ isSlow: true }, { timeoutMs: 6_000 });
    await expect(late).rejects.toMatchObject({ failure: 'timeout', message: 'Task timed out after 6 seconds' });
  });

  test.each([
    { fact: 'over 20', env: { TIME_SCALE: '21', TIME_SCALE_EPOCH: '1' } },
    { fact: 'no number', env: { TIME_SCALE: 'fast', TIME_SCALE_EPOCH: '1' } },
    { fact: 'without an epoch', env: { TIME_SCALE: '20' } },
  ])('a scale $fact is refused', async ({ env }) => {
    await expect(runProgram('', env)).rejects.toThrow(/RangeError: Cannot scale time as TIME_SCALE/);
  });
});

describe('scaled-time.mjs: the AWS SDK at 20', () => {
  const QUEUE = 'notify.fifo';

  async function withEndpoint(refusal: Refusal, source: string): Promise<unknown> {
    const endpoint = await startSqsEndpoint({ queues: [{ name: QUEUE }], refusal });
    const env = { AWS_ENDPOINT_URL_SQS: endpoint.endpoint, QUEUE_URL: endpoint.queueUrl(QUEUE) };
    const head = `
      import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
      const QueueUrl = process.env.QUEUE_URL;
      const message = (id) => ({ QueueUrl, MessageBody: id, MessageGroupId: 'g', MessageDeduplicationId: id });
      const start = Date.now();`;
    // An epoch an hour past puts the process 19 hours ahead of the endpoint: a skew the SDK must bear.
    return runProgram(head + source, { ...env, ...scaled(20, Date.now() - 3_600_000) }).finally(() => endpoint.close());
  }

  test('retries after 503, with its pauses scaled, and the message is there once', async () => {
    let refusals = 2;
    const refusal: Refusal = () => (refusals-- > 0 ? new SqsError('ServiceUnavailable', 'Try again.') : undefined);
    const source = `
      const client = new SQSClient({});
      const { $metadata } = await client.send(new SendMessageCommand(message('once')));
      const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
      console.log(JSON.stringify({ attempts: $metadata.attempts, bodies: Messages.map(({ Body }) => Body) }));`;
    expect(await withEndpoint(refusal, source)).toEqual({ attempts: 3, bodies: ['once'] });
  });

  test('a hundred messages, ten at a time, under a request timeout of half an hour: none fails', async () => {
    const source = `
      const requestHandler = { requestTimeout: 1_800_000, throwOnRequestTimeout: true };
      const client = new SQSClient({ maxAttempts: 1, requestHandler });
      for (let round = 0; round < 10; round++) {
        const ids = Array.from({ length: 10 }, (_, index) => round + '-' + index);
        await Promise.all(ids.map((id) => client.send(new SendMessageCommand(message(id)))));
      }
      const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
      console.log(JSON.stringify(Messages.length));`;
    expect(await withEndpoint(() => undefined, source)).toBe(10);
  });

  test('a request timeout is scaled: 20 s is one real second, and the long poll it ends has taken no message', async () => {
    const source = `
      const hasty = new SQSClient({ maxAttempts: 1, requestHandler: { requestTimeout: 20_000, throwOnRequestTimeout: true } });
      const ended = await hasty.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 })).catch((error) => error.name);
      const client = new SQSClient({ maxAttempts: 1 });
      await client.send(new SendMessageCommand(message('kept')));
      const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl }));
      console.log(JSON.stringify([ended, Messages.map(({ Body }) => Body)]));`;
    expect(await withEndpoint(() => undefined, source)).toEqual(['TimeoutError', ['kept']]);
  });
});
