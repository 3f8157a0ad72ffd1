import { describe, expect, test } from 'vitest';
import { THROTTLED } from '../../../local/lambda/errors.js';
import { createBench, LAMBDA, named } from './event-source-bench.js';

type Bench = Awaited<ReturnType<typeof createBench>>;

/** How many invocations wait for their answer. */
const open = ({ calls, outcomes }: Bench): number => calls.length - outcomes.length;

async function failAll(bench: Bench, error: Error): Promise<void> {
  for (const call of bench.calls.slice(bench.outcomes.length)) await bench.fail(call, error);
}

describe(`startEventSourceMapping: concurrency (${LAMBDA}/services-sqs-errorhandling.html#services-sqs-backoff-strategy)`, () => {
  test.each([
    { fact: 'the function’s errors', error: named('Error') },
    { fact: 'its timeouts', error: named('LambdaInvocationError') },
  ])(
    'one less after each batch that ends with $fact, and as few polls are open; never less than one',
    async ({ error }) => {
      const bench = await createBench({ maximumConcurrency: 3 });
      expect([bench.mapping.concurrency, bench.queue.waiting]).toEqual([3, 3]);
      await bench.send('a.1');
      await failAll(bench, error);
      expect([bench.mapping.concurrency, bench.queue.waiting]).toEqual([2, 2]);
      for (const group of ['b', 'c', 'd']) {
        await bench.send(`${group}.1`);
        await failAll(bench, error);
      }
      expect([bench.mapping.concurrency, bench.queue.waiting]).toEqual([1, 1]);
      await bench.send('e.1');
      await bench.send('f.1');
      expect(bench.calls.at(-1)?.bodies).toEqual(['e.1']);
      expect(open(bench)).toBe(1);
    },
  );

  test('what runs when concurrency is lost runs on', async () => {
    const bench = await createBench({ maximumConcurrency: 3 });
    for (const group of ['a', 'b', 'c', 'd']) await bench.send(`${group}.1`);
    await bench.fail(bench.calls[0], named('Error'));
    expect(open(bench)).toBe(2);
    await bench.answer(bench.calls[1], null);
    expect(bench.outcomes[1]?.deleted).toHaveLength(1);
  });

  test('one more after each batch that goes well, up to the maximum', async () => {
    const bench = await createBench({ maximumConcurrency: 3 });
    for (const group of ['a', 'b']) {
      await bench.send(`${group}.1`);
      await failAll(bench, named('Error'));
    }
    for (const [group, concurrency] of [
      ['c', 2],
      ['d', 3],
      ['e', 3],
    ] as const) {
      await bench.send(`${group}.1`);
      await bench.answer(bench.calls.at(-1), null);
      expect([bench.mapping.concurrency, bench.queue.waiting]).toEqual([concurrency, concurrency]);
    }
  });

  test('batchItemFailures, all of a batch or some, are no errors', async () => {
    const bench = await createBench({ maximumConcurrency: 3 });
    await bench.send('a.1');
    const [call] = bench.calls;
    await bench.answer(call, { batchItemFailures: [{ itemIdentifier: bench.id(call, 0) }] });
    expect(bench.outcomes[0]?.failed).toHaveLength(1);
    expect(bench.mapping.concurrency).toBe(3);
  });

  test('a throttled batch costs one, however often it is throttled', async () => {
    const bench = await createBench({ maximumConcurrency: 3 });
    await bench.send('a.1');
    await bench.fail(bench.calls[0], named(THROTTLED));
    await bench.clock.advance(1000);
    await bench.fail(bench.calls[1], named(THROTTLED));
    await bench.clock.advance(2000);
    await bench.answer(bench.calls[2], null);
    expect(bench.outcomes).toMatchObject([{ throttles: 2, failed: [] }]);
    expect(bench.mapping.concurrency).toBe(2);
  });
});

describe('startEventSourceMapping: while SQS cannot be reached', () => {
  test('nothing is received, and what a function handled is not deleted and comes again', async () => {
    let isUp = true;
    const bench = await createBench({ canReach: () => isUp }, { visibilityTimeoutMs: 3000 });
    await bench.send('a.1');
    isUp = false;
    bench.mapping.reconnect();
    await bench.answer(bench.calls[0], null);
    expect(bench.outcomes[0]).toMatchObject({ deleted: [], expired: [bench.id(bench.calls[0], 0)] });
    await bench.send('b.1');
    await bench.clock.advance(60_000);
    expect(bench.calls).toHaveLength(1);
    isUp = true;
    await bench.clock.advance(1000);
    expect(bench.calls[1]?.bodies).toEqual(['a.1', 'b.1']);
  });

  test('stop: waits for nothing', async () => {
    const bench = await createBench({ canReach: () => false });
    await bench.mapping.stop();
    expect(bench.queue.waiting).toBe(0);
  });
});
