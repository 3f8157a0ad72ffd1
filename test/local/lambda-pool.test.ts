import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startEventSourceMapping } from '../../local/event-source-mapping.js';
import { type LambdaPool, startLambdaPool } from '../../local/lambda-pool.js';
import { type SqsEndpoint, startSqsEndpoint } from '../../local/sqs-endpoint.js';

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
const folder = mkdtempSync(join('node_modules', '.lambda-pool-'));
const bundle = join(folder, 'index.mjs');
let pool: LambdaPool;
let endpoint: SqsEndpoint | undefined;

beforeAll(() => writeFileSync(bundle, CONSUMER));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(async () => {
  pool.stop();
  await endpoint?.close();
});

describe('startLambdaPool', () => {
  test('invoke: one invocation more than there are environments is throttled', async () => {
    pool = await startLambdaPool(2, { bundle });
    const empty = { Records: [] };
    const running = [pool.invoke(empty, { timeoutMs: 5_000 }), pool.invoke(empty, { timeoutMs: 5_000 })];
    expect(pool.busy()).toEqual([0, 1]);
    await expect(pool.invoke(empty, { timeoutMs: 5_000 })).rejects.toMatchObject({ name: 'TooManyRequestsException' });
    await Promise.all(running);
    expect(pool.busy()).toEqual([]);
  });

  test('with an event source mapping: a consumer killed mid-batch loses nothing and repeats only what it had not deleted', async () => {
    endpoint = await startSqsEndpoint({ queues: [{ name: 'notify.fifo', visibilityTimeoutMs: 400 }] });
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
      maximumConcurrency: 2,
      invoke: (event) => pool.invoke(event, { timeoutMs: 10_000 }),
      onBatch: ({ error }) => error !== undefined && errors.push(error),
    });
    // Its line comes before it is deleted: killed in between, it would rightly come again.
    await vi.waitFor(() => expect(queue.messages()).toHaveLength(2));
    pool.kill(pool.busy()[0] ?? 0);
    await vi.waitFor(() => expect(queue.messages()).toEqual([]), 5_000);
    await mapping.stop();
    expect(handled.map((line) => line.replace(/^\d+ /, ''))).toEqual(['one 1', 'hang 2', 'three 2']);
    expect(errors).toMatchObject([{ failure: 'died' }]);
  });
});
