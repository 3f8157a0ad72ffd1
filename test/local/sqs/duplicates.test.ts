import { describe, expect, test } from 'vitest';
import { createBench, GUIDE, MINUTE } from './fifo-bench.js';

describe(`FifoQueue: duplicates (${GUIDE}/FIFO-queues-exactly-once-processing.html)`, () => {
  test.each([
    { fact: 'waiting', handle: () => {} },
    { fact: 'in flight', handle: (bench: ReturnType<typeof createBench>) => bench.receive() },
    { fact: 'deleted', handle: (bench: ReturnType<typeof createBench>) => bench.delete(...bench.receive()) },
  ])('send: a duplicate of a message $fact is answered with the first one’s ids and not kept', ({ handle }) => {
    const bench = createBench();
    const [first] = bench.send('a.1');
    handle(bench);
    const before = bench.queue.messages(bench.now()).length;
    bench.advance(5 * MINUTE - 1);
    expect(bench.send('a.1')).toEqual([first]);
    expect(bench.queue.messages(bench.now())).toHaveLength(before);
  });

  test('send: five minutes after the first send the id is new, however many duplicates came between', () => {
    const bench = createBench();
    const [first] = bench.send('a.1');
    bench.advance(4 * MINUTE);
    bench.send('a.1');
    bench.advance(1 * MINUTE);
    const [second] = bench.send('a.1');
    expect(second?.messageId).not.toBe(first?.messageId);
    expect(bench.queue.messages(bench.now())).toHaveLength(2);
  });

  test('send: the id counts queue-wide, whatever the group', () => {
    const { queue, now } = createBench();
    const message = { body: 'x', dedupId: 'same', attributes: {} };
    const first = queue.send({ ...message, groupId: 'a' }, now());
    expect(queue.send({ ...message, groupId: 'b' }, now())).toEqual(first);
  });

  test('send: sequence numbers have 20 digits and increase', () => {
    const { send } = createBench();
    const numbers = send(...Array.from({ length: 12 }, (_, index) => `a.${index}`)).map((sent) => sent.sequenceNumber);
    expect(numbers.every((number) => /^\d{20}$/.test(number))).toBe(true);
    expect([...numbers].sort()).toEqual(numbers);
    expect(new Set(numbers).size).toBe(12);
  });
});
