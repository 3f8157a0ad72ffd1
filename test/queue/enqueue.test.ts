import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createQueueDispatch } from '../../src/queue/enqueue.js';
import type { QueueEntry } from '../../src/queue/message/entry.js';
import { batchesOf, bytesOf, PARKING_BYTES } from '../../src/queue/sqs/batches.js';
import { createFakeClock } from '../support/fake-clock.js';
import { recordLog } from '../support/lines.js';
import { writtenNotification } from '../support/queue-item.js';

const MAX_BYTES = 64 * 1024;

/** A queue that answers each call as it is told, then takes everything. */
function setUp(...answers: (readonly number[] | Error)[]) {
  const clock = createFakeClock();
  const log = recordLog(clock.now);
  const calls: (readonly QueueEntry[])[] = [];
  const queue = {
    send: async (entries: readonly QueueEntry[]) => {
      const answer = answers[calls.length] ?? [];
      calls.push(entries);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  const enqueue = createQueueDispatch({ queue, maxBytes: MAX_BYTES, clock, log });
  /** Runs with the clock moving on, as retries wait. */
  const run = async (notifications: Parameters<typeof enqueue>[0]) => {
    const outcomes = enqueue(notifications, clock.now() + 10_000);
    await clock.advance(10_000);
    return outcomes;
  };
  return { run, calls, log };
}

describe('createQueueDispatch', () => {
  it('createQueueDispatch: a notification becomes one message in the group of its robot', async () => {
    const { run, calls } = setUp();
    expect(await run([writtenNotification('a', { robot: '数据库' })])).toEqual([{ status: 'queued', id: 'a' }]);
    expect(calls).toEqual([[expect.objectContaining({ groupId: encodeURIComponent('数据库') })]]);
  });

  it('createQueueDispatch: id, part and robot make the deduplication id, and nothing else', async () => {
    const { run, calls } = setUp();
    const part = (number: number) => ({ part: { number, of: 2 } });
    const same = writtenNotification('a');
    await run([
      same,
      { ...same, title: 'another road' },
      { ...same, robot: 'dba' },
      { ...same, ...part(1) },
      { ...same, ...part(2) },
    ]);
    const ids = calls.flat().map(({ deduplicationId }) => deduplicationId);
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toBe(ids[1]);
    expect(ids.every((id) => /^[0-9a-f]{64}$/.test(id))).toBe(true);
  });

  it('createQueueDispatch: what SQS does not take is sent again, and only that', async () => {
    const { run, calls } = setUp([1], [0]);
    const outcomes = await run(['a', 'b', 'c'].map((id) => writtenNotification(id)));
    expect(calls.map((entries) => entries.length)).toEqual([3, 1, 1]);
    expect(outcomes.map(({ status }) => status)).toEqual(['queued', 'queued', 'queued']);
  });

  it('createQueueDispatch: what still fails is answered as failed', async () => {
    const { run, calls, log } = setUp([1], [0], [0]);
    const outcomes = await run(['a', 'b'].map((id) => writtenNotification(id)));
    expect(outcomes.map(({ status }) => status)).toEqual(['queued', 'unavailable']);
    expect(calls).toHaveLength(3);
    expect(log.lines).toMatchObject([
      { id: 'a', queued: 1 },
      { id: 'b', unavailable: 1 },
    ]);
  });

  it('createQueueDispatch: an unreachable queue is a failure of every notification, not a crash', async () => {
    const down = new Error('connect ECONNREFUSED');
    const { run } = setUp(down, down, down);
    expect((await run([writtenNotification('a')])).map(({ status }) => status)).toEqual(['unavailable']);
  });

  it('createQueueDispatch: a queue that does not answer is given up at the deadline', async () => {
    const clock = createFakeClock();
    const silent = (_: unknown, signal: AbortSignal) =>
      new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    const enqueue = createQueueDispatch({ queue: { send: silent }, maxBytes: MAX_BYTES, clock, log: recordLog() });
    const notifications = Array.from({ length: 11 }, (_, n) => writtenNotification(`${n}`));
    const outcomes = enqueue(notifications, clock.now() + 3000);
    await clock.advance(3000);
    expect(new Set((await outcomes).map(({ status }) => status))).toEqual(new Set(['unavailable']));
  });

  it('createQueueDispatch: where one is too large, nothing is sent', async () => {
    const { run, calls } = setUp();
    const large = writtenNotification('b', { body: 'x'.repeat(MAX_BYTES) });
    const outcomes = await run([writtenNotification('a'), large]);
    expect(outcomes).toMatchObject([
      { status: 'invalid', httpStatus: 413 },
      { status: 'invalid', httpStatus: 413 },
    ]);
    expect(calls).toEqual([]);
  });

  it('batchesOf: batches keep the order, hold ten at most and stay within the bytes', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: MAX_BYTES - PARKING_BYTES }), { maxLength: 50 });
    fc.assert(
      fc.property(sizes, (lengths) => {
        const entries = lengths.map((length) => ({ body: 'x'.repeat(length), groupId: 'g', deduplicationId: 'd' }));
        const batches = batchesOf(entries, MAX_BYTES);
        expect(batches.flat()).toEqual(entries);
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(10);
          expect(batch.reduce((bytes, entry) => bytes + bytesOf(entry), 0)).toBeLessThanOrEqual(MAX_BYTES);
        }
      }),
    );
  });
});
