import { describe, expect, test } from 'vitest';
import { fifoQueueSettings } from '../../../local/sqs/settings.js';
import { createBench, GUIDE } from './fifo-bench.js';

describe(`FifoQueue: order and groups (${GUIDE}/FIFO-queues-understanding-logic.html)`, () => {
  test('receive: gives as many as it can of one group, in order, then fills up from other groups', () => {
    const { send, bodies } = createBench();
    send('a.1', 'b.1', 'a.2', 'c.1', 'a.3', 'b.2');
    expect(bodies(5)).toEqual(['a.1', 'a.2', 'a.3', 'b.1', 'b.2']);
    expect(bodies(5)).toEqual(['c.1']);
  });

  test('receive: gives ten of one group at most when ten are asked for', () => {
    const { send, bodies } = createBench();
    send(...Array.from({ length: 12 }, (_, index) => `a.${index}`));
    expect(bodies(10)).toEqual(Array.from({ length: 10 }, (_, index) => `a.${index}`));
    expect(bodies(10)).toEqual([]);
  });

  test('receive: a group is locked until what was received of it is deleted, all of it', () => {
    const bench = createBench();
    bench.send('a.1', 'a.2', 'a.3', 'b.1');
    const [first, second] = bench.receive(2);
    expect(bench.bodies()).toEqual(['b.1']);
    if (first) bench.delete(first);
    expect(bench.bodies()).toEqual([]);
    if (second) bench.delete(second);
    expect(bench.bodies()).toEqual(['a.3']);
  });

  test('receive: what was not deleted comes again in order once its visibility timeout ends, and not a millisecond sooner', () => {
    const bench = createBench();
    bench.send('a.1', 'a.2');
    bench.bodies(10, 1000);
    bench.send('a.3');
    bench.advance(999);
    expect(bench.bodies()).toEqual([]);
    bench.advance(1);
    expect(bench.bodies()).toEqual(['a.1', 'a.2', 'a.3']);
  });

  test('receive: groups take turns, so that none is left behind', () => {
    const bench = createBench();
    bench.send('a.1', 'b.1', 'b.2', 'c.1', 'a.2');
    expect(bench.bodies(3, 0)).toEqual(['a.1', 'a.2', 'b.1']);
    expect(bench.bodies(10, 0)).toEqual(['c.1', 'a.1', 'a.2', 'b.1', 'b.2']);
  });

  test('changeVisibility: a message visible again waits while a later one of its group is in flight', () => {
    const bench = createBench();
    bench.send('a.1', 'a.2', 'b.1', 'a.3');
    const [first, second] = bench.receive(2);
    bench.change(first, 0);
    expect(bench.bodies(3)).toEqual(['b.1']);
    if (second) bench.delete(second);
    expect(bench.bodies(3)).toEqual(['a.1', 'a.3']);
  });

  test('receive: a visibility timeout that ends opens no group of which a later message is still in flight', () => {
    const bench = createBench();
    bench.send('a.1', 'a.2');
    const [, second] = bench.receive(2, 1000);
    bench.change(second, 5000);
    bench.advance(4999);
    expect(bench.bodies()).toEqual([]);
    bench.advance(1);
    expect(bench.bodies()).toEqual(['a.1', 'a.2']);
  });

  test('inFlightBlocks: with “later”, a message visible again is handed out although a later one of its group is in flight', () => {
    const bench = createBench({ inFlightBlocks: 'later' });
    bench.send('a.1', 'a.2', 'b.1', 'a.3');
    const [first] = bench.receive(2);
    bench.change(first, 0);
    expect(bench.bodies(4)).toEqual(['b.1', 'a.1']);
  });

  test.each(['group', 'later'] as const)(
    'changeVisibility: with “%s”, a message visible again waits while an earlier one of its group is in flight',
    (inFlightBlocks) => {
      const bench = createBench({ inFlightBlocks });
      bench.send('a.1', 'a.2');
      const [first, second] = bench.receive(2);
      bench.change(second, 0);
      expect(bench.bodies()).toEqual([]);
      bench.change(first, 0);
      expect(bench.bodies()).toEqual(['a.1', 'a.2']);
    },
  );
});

describe(`FifoQueue: look-ahead (${GUIDE}/avoid-backlog-with-the-same-message-group-id.html)`, () => {
  test('fifoQueueSettings: it is 120,000 messages', () => {
    expect(fifoQueueSettings({ name: 'notify.fifo' }).lookAhead).toBe(120_000);
  });

  test('receive: a group that begins after the look-ahead waits behind a blocked backlog of another', () => {
    const bench = createBench({ lookAhead: 3 });
    bench.send('a.1', 'a.2', 'a.3', 'b.1');
    const [first, ...others] = bench.receive(2);
    expect(bench.bodies()).toEqual([]);
    if (first) bench.delete(first);
    expect(bench.bodies()).toEqual(['b.1']);
    bench.delete(...others);
    expect(bench.bodies()).toEqual(['a.3']);
  });

  test('receive: a group is found by its oldest message, and gives those after the look-ahead too', () => {
    const { send, bodies } = createBench({ lookAhead: 2 });
    send('b.1', 'a.1', 'c.1', 'a.2');
    expect(bodies(10, 0)).toEqual(['b.1', 'a.1', 'a.2']);
  });
});

test.each(['notify', 'notify.FIFO', `${'n'.repeat(76)}.fifo`, '.fifo', 'no tify.fifo'])(
  'fifoQueueSettings: “%s” is no FIFO queue’s name',
  (name) => {
    expect(() => fifoQueueSettings({ name })).toThrow(/^Cannot create the queue as/);
  },
);
