import { describe, expect, test } from 'vitest';
import type { SqsEvent } from '../../local/event-source-event.js';
import {
  type BatchOutcome,
  type EventSourceMappingOptions,
  startEventSourceMapping,
  THROTTLED,
} from '../../local/event-source-mapping.js';
import { readBatchResponse } from '../../local/event-source-response.js';
import { LiveQueue } from '../../local/fifo-live-queue.js';
import { fifoQueueSettings } from '../../local/fifo-settings.js';
import { textAt } from '../../src/json.js';
import { createFakeClock } from '../support/fake-clock.js';

const LAMBDA = 'https://docs.aws.amazon.com/lambda/latest/dg';
const VISIBILITY_MS = 90_000;

/** One invocation, kept open until the test answers it. */
interface Call {
  readonly event: SqsEvent;
  readonly bodies: readonly string[];
  readonly at: number;
  readonly answer: (response: unknown) => void;
  readonly fail: (error: Error) => void;
}

type Options = Partial<EventSourceMappingOptions>;

async function createBench(options: Options = {}, settings: { readonly visibilityTimeoutMs?: number } = {}) {
  const clock = createFakeClock();
  const start = clock.now();
  const queue = new LiveQueue(
    fifoQueueSettings({ name: 'notify.fifo', visibilityTimeoutMs: VISIBILITY_MS, ...settings }),
    clock,
  );
  const calls: Call[] = [];
  const outcomes: BatchOutcome[] = [];
  const invoke = (event: SqsEvent) =>
    new Promise<unknown>((answer, fail) => {
      const bodies = event.Records.map((record) => textAt(record, 'body') ?? '');
      calls.push({ event, bodies, at: clock.now() - start, answer, fail });
    });
  const mapping = startEventSourceMapping({ queue, invoke, clock, onBatch: (told) => outcomes.push(told), ...options });
  await clock.advance(0);
  return {
    clock,
    queue,
    calls,
    outcomes,
    mapping,
    /** Messages are named `group.number`. */
    send: async (...names: readonly string[]) => {
      for (const name of names) {
        queue.send({ body: name, groupId: name.split('.')[0] ?? '', dedupId: name, attributes: {} });
      }
      await clock.advance(0);
    },
    /** Answers an invocation and lets the mapping act on it. */
    answer: async (call: Call | undefined, response: unknown) => {
      call?.answer(response);
      await clock.advance(0);
    },
    fail: async (call: Call | undefined, error: Error) => {
      call?.fail(error);
      await clock.advance(0);
    },
    handle: (call: Call | undefined, index: number) => textAt(call?.event.Records[index], 'receiptHandle') ?? '',
    id: (call: Call | undefined, index: number) => textAt(call?.event.Records[index], 'messageId') ?? '',
  };
}

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}

/** Sends while no poller is listening, so that what is sent waits together. */
async function backlog(names: readonly string[], options: Options = {}) {
  const bench = await createBench({ maximumConcurrency: 2, ...options });
  const [first] = names;
  const group = first?.split('.')[0] ?? '';
  await bench.send(`${group}.first`);
  await bench.send(...names);
  return bench;
}

describe(`startEventSourceMapping: batches (${LAMBDA}/services-sqs-scaling.html)`, () => {
  test('invokes with what waits, ten at most, and deletes it on success', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `a.${index}`);
    const bench = await backlog(names);
    expect(bench.calls.map(({ bodies }) => bodies)).toEqual([['a.first']]);
    await bench.answer(bench.calls[0], { batchItemFailures: [] });
    await bench.answer(bench.calls[1], { batchItemFailures: [] });
    await bench.answer(bench.calls[2], { batchItemFailures: [] });
    expect(bench.calls.slice(1).map(({ bodies }) => bodies)).toEqual([names.slice(0, 10), names.slice(10)]);
    expect(bench.queue.messages()).toEqual([]);
    expect(bench.outcomes.map(({ deleted }) => deleted.length)).toEqual([1, 10, 2]);
  });

  test('one group has one invocation at a time, whatever the concurrency', async () => {
    const bench = await createBench({ maximumConcurrency: 10 });
    await bench.send('a.1');
    await bench.send('a.2', 'a.3');
    await bench.clock.advance(60_000);
    expect(bench.calls).toHaveLength(1);
    await bench.answer(bench.calls[0], null);
    expect(bench.calls[1]?.bodies).toEqual(['a.2', 'a.3']);
  });

  test('several groups have as many invocations as maximumConcurrency allows', async () => {
    const bench = await createBench({ maximumConcurrency: 3 });
    for (const group of ['a', 'b', 'c', 'd', 'e']) await bench.send(`${group}.1`);
    expect(bench.calls.map(({ bodies }) => bodies)).toEqual([['a.1'], ['b.1'], ['c.1']]);
    await bench.answer(bench.calls[1], null);
    expect(bench.calls[3]?.bodies).toEqual(['d.1', 'e.1']);
  });

  test(`gives the event Lambda gives (${LAMBDA}/with-sqs.html)`, async () => {
    const bench = await createBench();
    const attributes = {
      code: { DataType: 'Number', StringValue: '93000' },
      bytes: { DataType: 'Binary', BinaryValue: 'AAH/' },
    };
    const sent = bench.queue.send({ body: '{"v":1}', groupId: 'default', dedupId: 'd1', attributes });
    await bench.clock.advance(0);
    expect(bench.calls[0]?.event).toEqual({
      Records: [
        {
          messageId: sent.messageId,
          receiptHandle: expect.any(String),
          body: '{"v":1}',
          attributes: {
            ApproximateReceiveCount: '1',
            ApproximateFirstReceiveTimestamp: String(bench.clock.now()),
            MessageDeduplicationId: 'd1',
            MessageGroupId: 'default',
            SenderId: expect.any(String),
            SentTimestamp: String(bench.clock.now()),
            SequenceNumber: sent.sequenceNumber,
          },
          messageAttributes: {
            code: { stringValue: '93000', stringListValues: [], binaryListValues: [], dataType: 'Number' },
            bytes: { binaryValue: 'AAH/', stringListValues: [], binaryListValues: [], dataType: 'Binary' },
          },
          md5OfBody: 'a191475ae2bf7db9c7e320f7da455bbb',
          md5OfMessageAttributes: expect.stringMatching(/^[0-9a-f]{32}$/),
          eventSource: 'aws:sqs',
          eventSourceARN: 'arn:aws:sqs:ap-southeast-1:111122223333:notify.fifo',
          awsRegion: 'ap-southeast-1',
        },
      ],
    });
  });

  test.each([
    { option: { batchSize: 11 }, says: 'batchSize is 1 to 10: current value is 11' },
    { option: { batchSize: 0 }, says: 'batchSize is 1 to 10: current value is 0' },
    { option: { maximumConcurrency: 1 }, says: 'maximumConcurrency is 2 to 1000: current value is 1' },
  ])('refuses $option, as Lambda does', async ({ option, says }) => {
    await expect(createBench(option)).rejects.toThrow(says);
  });
});

describe(`startEventSourceMapping: failures (${LAMBDA}/services-sqs-errorhandling.html)`, () => {
  test('what is reported as failed stays in flight until its visibility timeout ends, and blocks its group', async () => {
    const bench = await backlog(['a.1', 'a.2', 'a.3']);
    await bench.answer(bench.calls[0], null);
    const [, call] = bench.calls;
    await bench.answer(call, {
      batchItemFailures: [{ itemIdentifier: bench.id(call, 1) }, { itemIdentifier: bench.id(call, 2) }],
    });
    await bench.send('a.4');
    await bench.clock.advance(VISIBILITY_MS - 1);
    expect(bench.calls).toHaveLength(2);
    await bench.clock.advance(1);
    expect(bench.calls[2]?.bodies).toEqual(['a.2', 'a.3', 'a.4']);
    expect(
      bench.calls[2]?.event.Records.map((record) => textAt(record, 'attributes', 'ApproximateReceiveCount')),
    ).toEqual(['2', '2', '1']);
    expect(bench.outcomes[1]).toMatchObject({
      deleted: [bench.id(call, 0)],
      failed: [bench.id(call, 1), bench.id(call, 2)],
    });
  });

  test('the function’s own ChangeMessageVisibility decides when a failed message comes again', async () => {
    const bench = await createBench();
    await bench.send('a.1');
    const [call] = bench.calls;
    bench.queue.changeVisibility(bench.handle(call, 0), 5_000);
    await bench.answer(call, { batchItemFailures: [{ itemIdentifier: bench.id(call, 0) }] });
    await bench.clock.advance(5_000);
    expect(bench.calls.map(({ at }) => at)).toEqual([0, 5_000]);
  });

  test.each([
    { fact: 'throws', error: named('Error') },
    { fact: 'dies', error: named('LambdaInvocationError') },
  ])('a function that $fact fails the whole batch, which comes again in order', async ({ error }) => {
    const bench = await createBench({}, { visibilityTimeoutMs: 3_000 });
    await bench.send('a.1');
    await bench.send('a.2');
    await bench.fail(bench.calls[0], error);
    expect(bench.outcomes[0]).toMatchObject({ deleted: [], error });
    await bench.clock.advance(3_000);
    expect(bench.calls[1]).toMatchObject({ bodies: ['a.1', 'a.2'], at: 3_000 });
  });

  test('an answer that cannot be understood fails the whole batch', async () => {
    const bench = await createBench({}, { visibilityTimeoutMs: 3_000 });
    await bench.send('a.1');
    await bench.answer(bench.calls[0], { batchItemFailures: [{ itemIdentifier: '' }] });
    expect(bench.outcomes[0]).toMatchObject({ deleted: [], failed: [bench.id(bench.calls[0], 0)] });
    await bench.clock.advance(3_000);
    expect(bench.calls[1]?.bodies).toEqual(['a.1']);
  });

  test('what the function deleted itself counts as deleted', async () => {
    const bench = await createBench();
    await bench.send('a.1');
    bench.queue.delete(bench.handle(bench.calls[0], 0));
    await bench.answer(bench.calls[0], { batchItemFailures: [] });
    expect(bench.outcomes[0]?.deleted).toHaveLength(1);
  });

  test('what the function deleted stays deleted when the function dies afterwards', async () => {
    const bench = await backlog(['a.1', 'a.2']);
    await bench.answer(bench.calls[0], null);
    bench.queue.delete(bench.handle(bench.calls[1], 0));
    await bench.fail(bench.calls[1], named('LambdaInvocationError'));
    await bench.clock.advance(VISIBILITY_MS);
    expect(bench.calls[2]?.bodies).toEqual(['a.2']);
  });

  test('success that comes after the visibility timeout deletes nothing: the message is out again', async () => {
    const bench = await createBench({}, { visibilityTimeoutMs: 3_000 });
    await bench.send('a.1');
    await bench.clock.advance(3_000);
    expect(bench.calls).toHaveLength(2);
    await bench.answer(bench.calls[0], null);
    expect(bench.outcomes[0]).toMatchObject({ deleted: [], expired: [bench.id(bench.calls[0], 0)] });
    await bench.answer(bench.calls[1], null);
    expect(bench.queue.messages()).toEqual([]);
  });

  test('a throttled batch is tried again with the same receipts, at growing distances', async () => {
    const bench = await createBench();
    await bench.send('a.1');
    for (const index of [0, 1, 2]) {
      await bench.fail(bench.calls[index], named(THROTTLED));
      await bench.clock.advance(1000 * 2 ** index);
    }
    expect(bench.calls.map(({ at }) => at)).toEqual([0, 1_000, 3_000, 7_000]);
    expect(new Set(bench.calls.map((call) => bench.handle(call, 0))).size).toBe(1);
    await bench.answer(bench.calls[3], null);
    expect(bench.outcomes).toMatchObject([{ failed: [], deleted: [bench.id(bench.calls[0], 0)] }]);
  });

  test('a batch throttled until its visibility timeout is given up, and received again', async () => {
    const bench = await createBench({}, { visibilityTimeoutMs: 2_000 });
    await bench.send('a.1');
    await bench.fail(bench.calls[0], named(THROTTLED));
    await bench.clock.advance(1_000);
    await bench.fail(bench.calls[1], named(THROTTLED));
    expect(bench.outcomes[0]?.failed).toHaveLength(1);
    await bench.clock.advance(1_000);
    expect(textAt(bench.calls[2]?.event.Records[0], 'attributes', 'ApproximateReceiveCount')).toBe('2');
  });

  test('without ReportBatchItemFailures an answer is success, whatever it says', async () => {
    const bench = await createBench({ reportBatchItemFailures: false });
    await bench.send('a.1');
    await bench.answer(bench.calls[0], { batchItemFailures: [{ itemIdentifier: bench.id(bench.calls[0], 0) }] });
    expect(bench.queue.messages()).toEqual([]);
  });

  test('stop: polls no more and waits for what runs', async () => {
    const bench = await createBench();
    await bench.send('a.1');
    let stopped = false;
    const stopping = bench.mapping.stop().then(() => {
      stopped = true;
    });
    await bench.send('b.1');
    expect([stopped, bench.calls.length, bench.queue.waiting]).toEqual([false, 1, 0]);
    await bench.answer(bench.calls[0], null);
    await stopping;
    expect(bench.queue.messages().map(({ body }) => body)).toEqual(['b.1']);
  });
});

describe(`readBatchResponse (${LAMBDA}/services-sqs-errorhandling.html)`, () => {
  const ids = ['m1', 'm2', 'm3'];
  const failures = (...itemIdentifiers: readonly unknown[]) => ({
    batchItemFailures: itemIdentifiers.map((itemIdentifier) => ({ itemIdentifier })),
  });

  test.each([
    { response: null, failed: [] },
    { response: undefined, failed: [] },
    { response: {}, failed: [] },
    { response: { batchItemFailures: [] }, failed: [] },
    { response: { batchItemFailures: null }, failed: [] },
    { response: failures('m2'), failed: ['m2'] },
    { response: failures('m3', 'm1', 'm3'), failed: ['m1', 'm3'] },
  ])('$response: $failed failed', ({ response, failed }) => {
    expect(readBatchResponse(response, ids)).toEqual(new Set(failed));
  });

  test.each([
    { response: 'done' },
    { response: 200 },
    { response: false },
    { response: [] },
    { response: { batchItemFailures: 'm1' } },
    { response: { batchItemFailures: ['m1'] } },
    { response: { batchItemFailures: [{ ItemIdentifier: 'm1' }] } },
    { response: failures('') },
    { response: failures(null) },
    { response: failures('m1', 'unknown') },
  ])('$response: everything failed', ({ response }) => {
    expect(readBatchResponse(response, ids)).toBe('all');
  });
});
