import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startEventSourceMapping } from '../../../local/lambda/event-source-mapping.js';
import { type LambdaPool, startLambdaPool } from '../../../local/lambda/pool.js';
import { type SqsEndpoint, startSqsEndpoint } from '../../../local/sqs/endpoint.js';
import { numberAt, textAt } from '../../../src/base/json.js';
import { createFakeClock } from '../../support/fake-clock.js';
import { IN_TIME } from '../../support/in-time.js';

/** A consumer that deletes what it handled with the real SDK, and hangs at a body that says so, the first time. */
const CONSUMER = `
import { DeleteMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
const sqs = new SQSClient({ maxAttempts: 1 });
export const handler = async (event) => {
  for (const { body, receiptHandle, attributes } of event.Records) {
    if (body === 'hang' && attributes.ApproximateReceiveCount === '1') await new Promise(() => setInterval(() => {}, 1000));
    console.log(process.pid + ' ' + body + ' ' + attributes.ApproximateReceiveCount);
    await sqs.send(new DeleteMessageCommand({ QueueUrl: process.env.QUEUE_URL, ReceiptHandle: receiptHandle }));
  }
  return { batchItemFailures: [] };
};`;

/** Where the consumer finds the SDK. */
const VISIBILITY_MS = 30_000;
const folder = mkdtempSync(join('node_modules', '.lambda-pool-'));
const bundle = join(folder, 'index.mjs');
let pool: LambdaPool;
let endpoint: SqsEndpoint | undefined;

beforeAll(() => {
  writeFileSync(bundle, CONSUMER);
  writeFileSync(teller, TELLER);
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(async () => {
  pool.stop();
  await endpoint?.close();
});

/** Says which process answered, and with which variables. */
const TELLER = `
export const handler = async ({ waitMs = 0 }, { awsRequestId }) => {
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  return { pid: process.pid, stage: process.env.STAGE, awsRequestId };
};`;
const teller = join(folder, 'teller.mjs');

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // No process has this id.
  }
}

describe('startLambdaPool', () => {
  test('configure: what runs keeps its variables, and its process is replaced afterwards', async () => {
    pool = await startLambdaPool(1, { bundle: teller, env: { STAGE: 'one' } });
    const running = pool.invoke({ waitMs: 100 }, IN_TIME);
    pool.configure({ STAGE: 'two' });
    const [before, after] = [await running, await pool.invoke({}, IN_TIME)];
    expect([textAt(before, 'stage'), textAt(after, 'stage')]).toEqual(['one', 'two']);
    expect(await pool.invoke({}, IN_TIME)).toMatchObject({ pid: numberAt(after, 'pid') });
    await expect.poll(() => isAlive(numberAt(before, 'pid') ?? 0)).toBe(false);
  });

  test('invoke: the request id is the one that is given', async () => {
    pool = await startLambdaPool(1, { bundle: teller });
    expect(await pool.invoke({}, { ...IN_TIME, requestId: 'r-1' })).toMatchObject({ awsRequestId: 'r-1' });
  });

  test('stop: what runs is rejected, no process is left, and nothing starts any more', async () => {
    pool = await startLambdaPool(2, { bundle: teller });
    const pid = numberAt(await pool.invoke({}, IN_TIME), 'pid') ?? 0;
    const running = pool.invoke({ waitMs: 600_000 }, IN_TIME);
    pool.stop();
    await expect(running).rejects.toMatchObject({ failure: 'died' });
    await expect(pool.invoke({}, IN_TIME)).rejects.toMatchObject({ failure: 'died' });
    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  test('invoke: one invocation more than there are environments is throttled', async () => {
    pool = await startLambdaPool(2, { bundle });
    const empty = { Records: [] };
    const running = [pool.invoke(empty, IN_TIME), pool.invoke(empty, IN_TIME)];
    expect(pool.busy()).toEqual([0, 1]);
    await expect(pool.invoke(empty, IN_TIME)).rejects.toMatchObject({ name: 'TooManyRequestsException' });
    await Promise.all(running);
    expect(pool.busy()).toEqual([]);
  });

  test('with an event source mapping: a consumer killed mid-batch loses nothing and repeats only what it had not deleted', async () => {
    // The queue's time stands still: nothing becomes visible again because a process was slow.
    const clock = createFakeClock(Date.now());
    endpoint = await startSqsEndpoint({ queues: [{ name: 'notify.fifo', visibilityTimeoutMs: VISIBILITY_MS }], clock });
    const queue = endpoint.queue('notify.fifo');
    const env = { AWS_ENDPOINT_URL_SQS: endpoint.endpoint, QUEUE_URL: endpoint.queueUrl('notify.fifo') };
    pool = await startLambdaPool(2, { bundle, env });
    const handled: string[] = [];
    pool.onLine((line) => handled.push(line));
    ['one', 'hang', 'three'].forEach((body, index) => {
      queue.send({ body, groupId: 'default', dedupId: String(index), attributes: {} });
    });
    const errors: unknown[] = [];
    const mapping = startEventSourceMapping({
      queue,
      clock,
      maximumConcurrency: 2,
      invoke: (event) => pool.invoke(event, IN_TIME),
      onBatch: ({ error }) => error !== undefined && errors.push(error),
    });
    // Its line comes before it is deleted: killed in between, it would rightly come again.
    await expect.poll(() => queue.messages()).toHaveLength(2);
    pool.kill(pool.busy()[0] ?? 0);
    await expect.poll(() => errors).toHaveLength(1);
    await clock.advance(VISIBILITY_MS);
    await expect.poll(() => queue.messages()).toEqual([]);
    await expect.poll(() => handled).toHaveLength(3);
    await mapping.stop();
    expect(handled.map((line) => line.replace(/^\d+ /, ''))).toEqual(['one 1', 'hang 2', 'three 2']);
    expect(errors).toMatchObject([{ failure: 'died' }]);
  });
});
