import { describe, expect, test } from 'vitest';
import { backlog, createBench, LAMBDA } from './event-source-bench.js';

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

  test('invokes whether or not anybody is told', async () => {
    const bench = await createBench({ onBatch: undefined });
    await bench.send('a.1');
    await bench.answer(bench.calls[0], null);
    expect(bench.queue.messages()).toEqual([]);
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
