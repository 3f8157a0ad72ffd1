import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SqsError } from '../../../local/sqs/error.js';
import type { ReceivedMessage } from '../../../src/queue/message/item.js';
import type { QueueReader, QueueWriter } from '../../../src/queue/sqs/queue-client.js';
import { createQueueReader, createQueueWriter } from '../../../src/queue/sqs/sqs.js';
import { startSqsBench } from '../../local/sqs/bench.js';

const TIME = Date.UTC(2026, 10, 22, 4, 0, 0);
const { signal } = new AbortController();

let bench: Awaited<ReturnType<typeof startSqsBench>>;
let reader: QueueReader;
let writer: QueueWriter;

beforeAll(async () => {
  bench = await startSqsBench();
  reader = createQueueReader(bench.client, bench.QueueUrl, bench.endpoint.queueUrl('dead.fifo'), () => TIME);
  writer = createQueueWriter(bench.client, bench.QueueUrl);
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.reset();
  bench.endpoint.queue('dead.fifo').purge();
});

/** Messages of groups of their own, received. */
async function received(count: number): Promise<ReceivedMessage[]> {
  for (let n = 0; n < count; n += 1) await bench.send(`body ${n}`, `group-${n}`);
  const messages: ReceivedMessage[] = [];
  while (messages.length < count) {
    for (const { MessageId, ReceiptHandle, Body } of (await bench.receive()).Messages ?? []) {
      const [messageId, receiptHandle, body] = [MessageId ?? '', ReceiptHandle ?? '', Body ?? ''];
      messages.push({ messageId, receiptHandle, body, receiveCount: 1, groupId: `group-${messages.length}` });
    }
  }
  return messages;
}

describe('createQueueWriter', () => {
  it('createQueueWriter: names by index what SQS did not take', async () => {
    const entry = (n: number, body = 'x') => ({ body, groupId: 'default', deduplicationId: `writer-${n}` });
    bench.refuseWith((action, { MessageBody }) =>
      action === 'SendMessage' && MessageBody === 'bad' ? new SqsError('InternalFailure', 'not now') : undefined,
    );
    expect(await writer.send([entry(1), entry(2, 'bad'), entry(3)], signal)).toEqual([1]);
    expect(bench.queue.messages()).toHaveLength(2);
  });

  it('createQueueWriter: ends with its signal', async () => {
    const entry = { body: 'x', groupId: 'default', deduplicationId: 'writer-aborted' };
    await expect(writer.send([entry], AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('createQueueReader', () => {
  it('createQueueReader: hides more than ten, and names those whose receipt is no longer valid', async () => {
    const messages = await received(12);
    const gone = messages.filter((_, index) => index === 3 || index === 11);
    await reader.delete(gone);
    expect(await reader.changeVisibility(messages, 0)).toEqual(gone);
    expect(bench.queue.counts()).toEqual({ visible: 10, inFlight: 0 });
    expect(await reader.changeVisibility(messages, 30)).toEqual(messages);
  });

  it('createQueueReader: deletes more than ten, and says so where a receipt has expired', async () => {
    const messages = await received(12);
    await reader.changeVisibility(messages.slice(0, 1), 0);
    await expect(reader.delete(messages)).rejects.toThrow('Cannot delete 1 messages');
    expect(bench.queue.counts()).toEqual({ visible: 1, inFlight: 0 });
  });

  it('createQueueReader: parks the body with code, reason and time, once', async () => {
    const [message] = await received(1);
    if (!message) throw new Error('Nothing received');
    const reason = { code: 'wecom:93000', reason: `bad\u0000\uD800 key ${'很长'.repeat(400)}` };
    await reader.deadLetter(message, reason);
    await reader.deadLetter(message, reason);
    const answer = await bench.client.send(
      new ReceiveMessageCommand({
        QueueUrl: bench.endpoint.queueUrl('dead.fifo'),
        MaxNumberOfMessages: 10,
        MessageAttributeNames: ['All'],
      }),
    );
    expect(answer.Messages).toHaveLength(1);
    expect(answer.Messages?.[0]).toMatchObject({
      Body: 'body 0',
      MessageAttributes: {
        code: { StringValue: 'wecom:93000' },
        reason: { StringValue: expect.stringMatching(/^bad.* key 很长/) },
        time: { StringValue: '2026-11-22T04:00:00.000Z' },
      },
    });
  });
});
