import { DeleteMessageBatchCommand, SendMessageBatchCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SqsFault, SqsOperation } from '../../../local/sqs/faults.js';
import { startSqsBench } from './bench.js';

const bench = await startSqsBench();
const { client, endpoint, message, queue, QueueUrl, receive, send } = bench;
const { faults } = endpoint;
beforeEach(() => {
  bench.reset();
  faults.clear();
});
afterAll(bench.close);

/** A message that is sent while SendMessage has this fault, by a client that goes away once SQS has the request. */
async function sendAndLeave(kind: SqsFault): Promise<void> {
  faults.keep({ kind, of: 'SendMessage' });
  const take = vi.spyOn(faults, 'take');
  const gone = new AbortController();
  const sent = client.send(new SendMessageCommand({ QueueUrl, ...message('one') }), { abortSignal: gone.signal });
  const lost = expect(sent).rejects.toThrow();
  await expect.poll(() => take).toHaveBeenCalled();
  take.mockRestore();
  // Whatever was to be answered would have come before the answer to this one.
  await receive({ QueueUrl: endpoint.queueUrl('small.fifo') });
  gone.abort();
  await lost;
}

describe('SQS endpoint: faults', () => {
  test.each([
    { kind: 'hang', kept: [] },
    { kind: 'hang-after-acting', kept: ['one'] },
    { kind: 'reset', kept: [] },
    { kind: 'reset-after-acting', kept: ['one'] },
  ] as const)('$kind: the request has no answer, and the queue keeps $kept', async ({ kind, kept }) => {
    await sendAndLeave(kind);
    expect(queue.messages().map(({ body }) => body)).toEqual(kept);
  });

  test.each([
    ['ServiceUnavailable', 'ServiceUnavailable', 503],
    ['InternalFailure', 'InternalFailure', 500],
    ['RequestThrottled', 'RequestThrottled', 403],
    ['AccessDenied', 'AccessDenied', 400],
  ] as const)('%s: the real client gets %s with status %i, and nothing is done', async (kind, name, httpStatusCode) => {
    faults.next({ kind, of: 'SendMessage' });
    await expect(send('one')).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
    expect(queue.messages()).toEqual([]);
    await send('two');
    expect(queue.messages()).toHaveLength(1);
  });

  test('a fault of one operation spares the others, and befalls its batch form', async () => {
    await send('one');
    faults.keep({ kind: 'ServiceUnavailable', of: 'DeleteMessage' });
    const { Messages = [] } = await receive();
    const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    const deleted = client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    await expect(deleted).rejects.toMatchObject({ name: 'ServiceUnavailable' });
    const more = [{ Id: 'a', ...message('two', 'other') }];
    expect((await client.send(new SendMessageBatchCommand({ QueueUrl, Entries: more }))).Successful).toHaveLength(1);
  });

  test('a fault of no operation in particular befalls all', async () => {
    faults.keep({ kind: 'ServiceUnavailable' });
    await expect(send('one')).rejects.toMatchObject({ name: 'ServiceUnavailable' });
    await expect(receive()).rejects.toMatchObject({ name: 'ServiceUnavailable' });
    const operation: SqsOperation = 'ReceiveMessage';
    expect(faults.isDown(operation)).toBe(true);
  });
});
