import { describe, expect, test } from 'vitest';
import type { LiveQueue } from '../../../local/sqs/live-queue.js';
import { createQueues } from '../../../local/sqs/queues.js';
import { createFakeClock } from '../../support/fake-clock.js';

const LONG_POLLING =
  'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html';

function createBench() {
  const clock = createFakeClock();
  const deadLetter = { name: 'dead.fifo', maxReceiveCount: 1 };
  const queues = createQueues(
    [{ name: 'dead.fifo' }, { name: 'notify.fifo', deadLetter }, { name: 'plain.fifo' }],
    clock,
  );
  const named = (name: string): LiveQueue => {
    const queue = queues.get(name);
    if (queue === undefined) throw new Error(`Cannot test as there is no queue of this name: ${name}`);
    return queue;
  };
  const send = (queue: LiveQueue, body: string) => {
    queue.send({ body, groupId: body.charAt(0), dedupId: body, attributes: {} });
  };
  /** Keeps what a receive answered, and when. */
  const poll = (queue: LiveQueue, waitMs: number, signal?: AbortSignal) => {
    const answered: { bodies?: readonly string[]; afterMs?: number } = {};
    const start = clock.now();
    void queue.receive({ max: 10, waitMs, ...(signal && { signal }) }).then((messages) => {
      answered.bodies = messages.map(({ body }) => body);
      answered.afterMs = clock.now() - start;
    });
    return answered;
  };
  return { clock, send, poll, plain: named('plain.fifo'), notify: named('notify.fifo'), dead: named('dead.fifo') };
}

describe(`LiveQueue.receive: long polls (${LONG_POLLING})`, () => {
  test('answers at once when there is something, or when it may not wait', async () => {
    const { clock, send, poll, plain } = createBench();
    const short = poll(plain, 0);
    await clock.advance(0);
    send(plain, 'a1');
    const long = poll(plain, 20_000);
    await clock.advance(0);
    expect([short, long]).toEqual([
      { bodies: [], afterMs: 0 },
      { bodies: ['a1'], afterMs: 0 },
    ]);
  });

  test('answers when a message is sent, and empty when the wait ends', async () => {
    const { clock, send, poll, plain } = createBench();
    const first = poll(plain, 20_000);
    const second = poll(plain, 20_000);
    await clock.advance(5_000);
    send(plain, 'a1');
    await clock.advance(15_000);
    expect(first).toEqual({ bodies: ['a1'], afterMs: 5_000 });
    expect(second).toEqual({ bodies: [], afterMs: 20_000 });
  });

  test('is given all entries of one batch', async () => {
    const { clock, send, poll, plain } = createBench();
    const waiting = poll(plain, 20_000);
    for (const body of ['a1', 'a2', 'b1']) send(plain, body);
    await clock.advance(0);
    expect(waiting.bodies).toEqual(['a1', 'a2', 'b1']);
  });

  test('answers when a visibility timeout ends, although nobody calls', async () => {
    const { clock, send, poll, plain } = createBench();
    send(plain, 'a1');
    await plain.receive({ max: 1, visibilityTimeoutMs: 3_000 });
    const waiting = poll(plain, 20_000);
    await clock.advance(20_000);
    expect(waiting).toEqual({ bodies: ['a1'], afterMs: 3_000 });
  });

  test('answers when a delete, or a visibility of 0, opens a group', async () => {
    const { clock, send, poll, plain } = createBench();
    send(plain, 'a1');
    send(plain, 'b1');
    const [a, b] = await plain.receive({ max: 2 });
    send(plain, 'a2');
    const first = poll(plain, 20_000);
    await clock.advance(1_000);
    plain.delete(a?.receiptHandle ?? '');
    const second = poll(plain, 20_000);
    await clock.advance(1_000);
    plain.changeVisibility(b?.receiptHandle ?? '', 0);
    await clock.advance(0);
    expect(first).toEqual({ bodies: ['a2'], afterMs: 1_000 });
    expect(second).toEqual({ bodies: ['b1'], afterMs: 1_000 });
  });

  test('a poll that was given up is handed nothing', async () => {
    const { clock, send, poll, plain } = createBench();
    const gone = new AbortController();
    const first = poll(plain, 20_000, gone.signal);
    const second = poll(plain, 20_000);
    await clock.advance(1_000);
    gone.abort();
    send(plain, 'a1');
    await clock.advance(0);
    expect(first).toEqual({ bodies: [], afterMs: 1_000 });
    expect(second).toEqual({ bodies: ['a1'], afterMs: 1_000 });
    expect(await plain.receive({ max: 1, waitMs: 1, signal: gone.signal })).toEqual([]);
  });

  test('who waits on a dead-letter queue is answered when another queue gives a message up', async () => {
    const { clock, send, poll, notify, dead } = createBench();
    const parked = poll(dead, 20_000);
    send(notify, 'a1');
    await notify.receive({ max: 1, visibilityTimeoutMs: 2_000 });
    const again = poll(notify, 5_000);
    await clock.advance(20_000);
    expect(parked).toEqual({ bodies: ['a1'], afterMs: 2_000 });
    expect(again).toEqual({ bodies: [], afterMs: 5_000 });
    expect(notify.counts()).toEqual({ visible: 0, inFlight: 0 });
  });
});

test('createQueues: a dead-letter queue must stand before the queue that uses it', () => {
  const deadLetter = { name: 'dead.fifo', maxReceiveCount: 1 };
  const specs = [{ name: 'notify.fifo', deadLetter }, { name: 'dead.fifo' }];
  expect(() => createQueues(specs, createFakeClock())).toThrow(/^Cannot create notify\.fifo as/);
});
