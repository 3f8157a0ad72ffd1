import { describe, expect, test } from 'vitest';
import { createBench, GUIDE, MINUTE, START } from './fifo-bench.js';

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
