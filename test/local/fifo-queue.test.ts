import { describe, expect, test } from 'vitest';
import type { ReceivedMessage } from '../../local/fifo-message.js';
import { FifoQueue } from '../../local/fifo-queue.js';
import { type FifoQueueSettings, fifoQueueSettings } from '../../local/fifo-settings.js';

const GUIDE = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide';
const START = Date.UTC(2026, 10, 22);
const MINUTE = 60_000;

/** A queue with a hand-moved time; messages are named `group.number`. */
function createBench(settings: Partial<FifoQueueSettings> = {}) {
  const queue = new FifoQueue(fifoQueueSettings({ name: 'notify.fifo', ...settings }));
  let now = START;
  const bench = {
    queue,
    advance: (ms: number) => {
      now += ms;
    },
    now: () => now,
    send: (...names: readonly string[]) =>
      names.map((name) => {
        const groupId = name.split('.')[0] ?? '';
        return queue.send({ body: name, groupId, dedupId: name, attributes: {} }, now);
      }),
    receive: (max = 10, visibilityTimeoutMs = 30_000) => queue.receive({ max, visibilityTimeoutMs }, now),
    bodies: (max = 10, visibilityTimeoutMs = 30_000) => bench.receive(max, visibilityTimeoutMs).map(({ body }) => body),
    delete: (...messages: readonly ReceivedMessage[]) => {
      for (const { receiptHandle } of messages) queue.delete(receiptHandle, now);
    },
    change: (message: ReceivedMessage | undefined, timeoutMs: number) =>
      queue.changeVisibility(message?.receiptHandle ?? '', timeoutMs, now),
  };
  return bench;
}

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

  test('changeVisibility: one message visible again is handed out although a later one of its group is in flight', () => {
    const bench = createBench();
    bench.send('a.1', 'a.2', 'b.1');
    const [first] = bench.receive(2);
    bench.change(first, 0);
    expect(bench.bodies(3)).toEqual(['b.1', 'a.1']);
  });

  test('changeVisibility: a message visible again waits while an earlier one of its group is in flight', () => {
    const bench = createBench();
    bench.send('a.1', 'a.2');
    const [first, second] = bench.receive(2);
    bench.change(second, 0);
    expect(bench.bodies()).toEqual([]);
    bench.change(first, 0);
    expect(bench.bodies()).toEqual(['a.1', 'a.2']);
  });
});

describe(`FifoQueue: visibility and receipts (${GUIDE}/sqs-visibility-timeout.html)`, () => {
  test('receive: counts receives, keeps the first time, and gives a new handle each time', () => {
    const bench = createBench();
    bench.send('a.1');
    const [first] = bench.receive(1, 1000);
    bench.advance(5000);
    const [second] = bench.receive(1, 1000);
    expect([first?.receiveCount, second?.receiveCount]).toEqual([1, 2]);
    expect([second?.sentAt, second?.firstReceivedAt]).toEqual([START, START]);
    expect(second?.messageId).toBe(first?.messageId);
    expect(second?.receiptHandle).not.toBe(first?.receiptHandle);
  });

  test('receive: uses the queue’s visibility timeout where the call has none', () => {
    const { queue, send, now } = createBench({ visibilityTimeoutMs: 7000 });
    send('a.1');
    expect(queue.receive({ max: 1 }, now())[0]?.visibleAt).toBe(START + 7000);
  });

  test.each([
    { fact: 'expired and not received again', again: false },
    { fact: 'expired and received again', again: true },
  ])('delete: a handle $fact is refused (repost.aws/knowledge-center/sqs-receipt-handle-error)', ({ again }) => {
    const bench = createBench();
    bench.send('a.1');
    const old = bench.receive(1, 1000);
    bench.advance(1000);
    if (again) bench.receive(1);
    expect(() => bench.delete(...old)).toThrow(/Reason: The receipt handle has expired\.$/);
    expect(bench.queue.messages(bench.now())).toHaveLength(1);
  });

  test('delete: twice with one handle is no error', () => {
    const bench = createBench();
    bench.send('a.1');
    const received = bench.receive();
    bench.delete(...received);
    bench.delete(...received);
    expect(bench.queue.messages(bench.now())).toEqual([]);
  });

  test.each([
    { handle: 'bm9uc2Vuc2U=', says: /is not a valid receipt handle\.$/ },
    { handle: '', says: /is not a valid receipt handle\.$/ },
    { handle: Buffer.from('other.fifo 0 1').toString('base64'), says: /is not valid for this queue\.$/ },
  ])('delete: refuses “$handle” as ReceiptHandleIsInvalid', ({ handle, says }) => {
    const { queue, now } = createBench();
    expect(() => queue.delete(handle, now())).toThrow(says);
    expect(() => queue.delete(handle, now())).toThrow(expect.objectContaining({ code: 'ReceiptHandleIsInvalid' }));
  });

  test('changeVisibility: counts from the call, shorter or longer, and keeps the handle good until then', () => {
    const bench = createBench();
    bench.send('a.1');
    const [message] = bench.receive(1, 60_000);
    bench.advance(15_000);
    bench.change(message, 10_000);
    bench.advance(9_999);
    bench.change(message, 90_000);
    bench.advance(89_999);
    expect(bench.bodies()).toEqual([]);
    if (message) bench.delete(message);
    expect(bench.queue.messages(bench.now())).toEqual([]);
  });

  test('changeVisibility: 0 ends the handle', () => {
    const bench = createBench();
    bench.send('a.1');
    const [message] = bench.receive();
    bench.change(message, 0);
    expect(() => bench.change(message, 10)).toThrow(expect.objectContaining({ code: 'MessageNotInflight' }));
    expect(bench.bodies()).toEqual(['a.1']);
    expect(() => bench.change(message, 10)).toThrow(/not available for visibility timeout change/);
  });

  test('changeVisibility: a deleted message is refused', () => {
    const bench = createBench();
    bench.send('a.1');
    const received = bench.receive();
    bench.delete(...received);
    expect(() => bench.change(received[0], 10)).toThrow(/Message does not exist or is not available/);
  });

  test('changeVisibility: twelve hours from the receive are the end', () => {
    const bench = createBench();
    bench.send('a.1');
    const [message] = bench.receive(1, 60_000);
    bench.advance(1000);
    const rest = 12 * 60 * MINUTE - 1000;
    bench.change(message, rest);
    expect(() => bench.change(message, rest + 1000)).toThrow(/beyond the limit \[43200 seconds\]/);
  });

  test(`receive: comes back empty once maxInFlight are in flight, without error (${GUIDE}/quotas-fifo.html)`, () => {
    const bench = createBench({ maxInFlight: 3 });
    bench.send('a.1', 'a.2', 'b.1', 'c.1');
    const received = bench.receive(10);
    expect(received).toHaveLength(3);
    expect(bench.receive(10)).toEqual([]);
    bench.delete(...received);
    expect(bench.bodies()).toEqual(['c.1']);
  });
});

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

test.each(['notify', 'notify.FIFO', `${'n'.repeat(76)}.fifo`, '.fifo', 'no tify.fifo'])(
  'fifoQueueSettings: “%s” is no FIFO queue’s name',
  (name) => {
    expect(() => fifoQueueSettings({ name })).toThrow(/^Cannot make a queue as/);
  },
);
