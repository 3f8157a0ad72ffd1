import { describe, expect, test } from 'vitest';
import { THROTTLED } from '../../../local/lambda/errors.js';
import { textAt } from '../../../src/base/json.js';
import { backlog, createBench, LAMBDA, named, VISIBILITY_MS } from './event-source-bench.js';

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
