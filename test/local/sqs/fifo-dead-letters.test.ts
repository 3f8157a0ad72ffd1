import { describe, expect, test } from 'vitest';
import { createBench, GUIDE, START } from './fifo-bench.js';

describe(`FifoQueue: retention and dead letters (${GUIDE}/sqs-dead-letter-queues.html)`, () => {
  test('messages: one older than the retention period is gone, in flight or not, and its group opens', () => {
    const bench = createBench({ retentionMs: 60_000 });
    bench.send('a.1');
    bench.receive(1, 120_000);
    bench.advance(30_000);
    bench.send('a.2');
    bench.advance(29_999);
    expect(bench.bodies()).toEqual([]);
    bench.advance(1);
    expect(bench.bodies()).toEqual(['a.2']);
  });

  test('receive: after maxReceiveCount receives a message goes to the dead-letter queue and the next of its group comes', () => {
    const dead = createBench({ name: 'dead.fifo', retentionMs: 60_000 });
    const arn = dead.queue.settings.arn;
    const target = { arn, accept: dead.queue.accept.bind(dead.queue) };
    const bench = createBench({ deadLetter: { queue: target, maxReceiveCount: 2 } });
    const [sent] = bench.send('a.1');
    bench.bodies(1, 0);
    bench.bodies(1, 0);
    bench.send('a.2');
    bench.advance(59_999);
    expect(bench.bodies()).toEqual(['a.2']);
    dead.advance(59_999);
    const [parked] = dead.receive();
    expect(parked).toMatchObject({ messageId: sent?.messageId, groupId: 'a', body: 'a.1', receiveCount: 3 });
    expect(parked).toMatchObject({ deadLetterSourceArn: bench.queue.settings.arn, sentAt: START + 59_999 });
  });

  test(`accept: the age begins anew in a FIFO dead-letter queue (${GUIDE}/setting-up-dead-letter-queue-retention.html)`, () => {
    const bench = createBench({ retentionMs: 60_000 });
    const other = createBench();
    other.send('a.1');
    const [message] = other.receive();
    bench.advance(59_000);
    if (message) bench.queue.accept(message, bench.now());
    bench.advance(59_999);
    expect(bench.bodies()).toEqual(['a.1']);
    bench.advance(1);
    expect(bench.queue.messages(bench.now())).toEqual([]);
  });

  test('counts: tells visible from in flight, and nextVisibleAt when the next one comes back', () => {
    const bench = createBench();
    bench.send('a.1', 'a.2', 'b.1');
    expect(bench.queue.nextVisibleAt(bench.now())).toBeUndefined();
    const [first] = bench.receive(2, 30_000);
    bench.change(first, 10_000);
    expect(bench.queue.counts(bench.now())).toEqual({ visible: 1, inFlight: 2 });
    expect(bench.queue.nextVisibleAt(bench.now())).toBe(START + 10_000);
  });
});
