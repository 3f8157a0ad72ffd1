import {
  ChangeMessageVisibilityBatchCommand,
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { API, startSqsBench } from './bench.js';

const bench = await startSqsBench();
const { client, endpoint, message, queue, QueueUrl, receive, send } = bench;
beforeEach(bench.reset);
afterAll(bench.close);

describe(`SQS endpoint: messages there and back (${API}/API_ReceiveMessage.html)`, () => {
  test('ReceiveMessage: gives the body that was sent, with SQS’s own attributes when asked', async () => {
    const before = Date.now();
    const sent = await send('🔴 支付网关 5xx > 10\n\t"quoted"', '%E8%BF%90%E7%BB%B4');
    const { Messages = [] } = await receive({ MessageSystemAttributeNames: ['All'] });
    expect(Messages).toHaveLength(1);
    expect(Messages[0]).toMatchObject({ MessageId: sent.MessageId, Body: '🔴 支付网关 5xx > 10\n\t"quoted"' });
    expect(Messages[0]?.Attributes).toMatchObject({
      ApproximateReceiveCount: '1',
      MessageGroupId: '%E8%BF%90%E7%BB%B4',
      MessageDeduplicationId: expect.stringMatching(/^id-\d+$/),
      SequenceNumber: sent.SequenceNumber,
    });
    expect(Number(Messages[0]?.Attributes?.SentTimestamp)).toBeGreaterThanOrEqual(before);
    expect(Number(Messages[0]?.Attributes?.ApproximateFirstReceiveTimestamp)).toBeGreaterThanOrEqual(before);
  });

  test('ReceiveMessage: gives one message, no attributes and no list when nothing is asked and nothing is there', async () => {
    await send('one');
    await send('two', 'other');
    const { Messages = [] } = await receive({ MaxNumberOfMessages: undefined });
    expect(Messages).toHaveLength(1);
    expect(Messages[0]?.Attributes).toBeUndefined();
    await receive();
    expect((await receive()).Messages).toBeUndefined();
  });

  test('ReceiveMessage: message attributes come when asked for, by name, prefix or All, with the MD5 of what comes', async () => {
    const MessageAttributes = {
      'park.code': { DataType: 'Number', StringValue: '93000' },
      'park.reason': { DataType: 'String', StringValue: '群机器人已失效' },
      bytes: { DataType: 'Binary', BinaryValue: Uint8Array.of(0, 1, 255) },
    };
    await client.send(new SendMessageCommand({ QueueUrl, ...message('parked'), MessageAttributes }));
    const names = async (...MessageAttributeNames: string[]) => {
      const { Messages } = await receive({ MessageAttributeNames, VisibilityTimeout: 0 });
      return Messages?.[0]?.MessageAttributes;
    };
    expect(await names('park.*')).toEqual({
      'park.code': MessageAttributes['park.code'],
      'park.reason': MessageAttributes['park.reason'],
    });
    expect(Object.keys((await names('All')) ?? {})).toHaveLength(3);
  });

  test('SendMessage: answers the MD5 of the attributes that was sent, ReceiveMessage of those it gives', async () => {
    const text = (StringValue: string) => ({ DataType: 'String', StringValue });
    const MessageAttributes = { Hello: text('There'), General: text('Kenobi'), 'Help.Me': text('Me') };
    const sent = await client.send(new SendMessageCommand({ QueueUrl, ...message('x'), MessageAttributes }));
    expect(sent.MD5OfMessageAttributes).toBe('4c360f3fdafd970e05fae2f149d997f5');
    const { Messages } = await receive({ MessageAttributeNames: ['Hello'] });
    expect(Messages?.[0]?.MD5OfMessageAttributes).toBe('a311262e065454b75da111d535b8dacd');
  });

  test('ReceiveMessage: a long poll is answered as soon as a message is sent', async () => {
    const waiting = receive({ WaitTimeSeconds: 20 });
    await expect.poll(() => queue.waiting).toBe(1);
    await send('late');
    // A poll that ran to its end would find it, too, but would not have left the queue before.
    expect(queue.waiting).toBe(0);
    expect((await waiting).Messages?.map(({ Body }) => Body)).toEqual(['late']);
  });

  test('ReceiveMessage: a client that goes away during a long poll takes no message with it', async () => {
    const gone = new AbortController();
    const lost = client.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }), {
      abortSignal: gone.signal,
    });
    await expect.poll(() => queue.waiting).toBe(1);
    gone.abort();
    await expect(lost).rejects.toThrow(/aborted/i);
    await expect.poll(() => queue.waiting).toBe(0);
    await send('kept');
    expect((await receive()).Messages?.map(({ Body }) => Body)).toEqual(['kept']);
  });

  test(`DeleteMessage, ChangeMessageVisibility: act on the receive whose handle they name (${API}/API_DeleteMessage.html)`, async () => {
    await send('one');
    const first = (await receive()).Messages?.[0]?.ReceiptHandle;
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: first, VisibilityTimeout: 0 }));
    const second = (await receive()).Messages?.[0]?.ReceiptHandle;
    const old = client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: first }));
    await expect(old).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: expect.stringContaining('The receipt handle has expired'),
      $metadata: { httpStatusCode: 400 },
    });
    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: second }));
    expect(queue.messages()).toEqual([]);
  });

  test('DeleteMessageBatch, ChangeMessageVisibilityBatch: entries fail one by one', async () => {
    await send('one', 'a');
    await send('two', 'b');
    const { Messages = [] } = await receive();
    const Entries = Messages.map(({ ReceiptHandle }, index) => ({
      Id: `e${index}`,
      ReceiptHandle,
      VisibilityTimeout: 0,
    }));
    await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries: Entries.slice(0, 1) }));
    const changed = await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
    expect(changed.Successful?.map(({ Id }) => Id)).toEqual(['e1']);
    expect(changed.Failed).toMatchObject([{ Id: 'e0', Code: 'MessageNotInflight', SenderFault: true }]);
    const deleted = await client.send(
      new DeleteMessageBatchCommand({
        QueueUrl,
        Entries: Entries.map(({ Id, ReceiptHandle }) => ({ Id, ReceiptHandle })),
      }),
    );
    expect(deleted.Failed).toMatchObject([
      { Id: 'e0', Code: 'ReceiptHandleIsInvalid', Message: 'The receipt handle has expired', SenderFault: true },
      { Id: 'e1', Code: 'ReceiptHandleIsInvalid' },
    ]);
  });

  test('GetQueueAttributes, GetQueueUrl, PurgeQueue: tell counts and settings, find a queue, empty it', async () => {
    await send('one');
    await send('two', 'other');
    await receive({ MaxNumberOfMessages: 1 });
    const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    expect(Attributes).toMatchObject({
      ApproximateNumberOfMessages: '1',
      ApproximateNumberOfMessagesNotVisible: '1',
      CreatedTimestamp: expect.stringMatching(/^\d{10}$/),
      FifoQueue: 'true',
      VisibilityTimeout: '30',
      MaximumMessageSize: '1048576',
      QueueArn: 'arn:aws:sqs:ap-southeast-1:111122223333:notify.fifo',
      RedrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:ap-southeast-1:111122223333:dead.fifo","maxReceiveCount":3}',
    });
    expect(await client.send(new GetQueueUrlCommand({ QueueName: 'notify.fifo' }))).toMatchObject({ QueueUrl });
    await client.send(new PurgeQueueCommand({ QueueUrl }));
    expect(queue.counts()).toEqual({ visible: 0, inFlight: 0 });
  });

  test('a message received maxReceiveCount times is found in the dead-letter queue, with the queue it came from', async () => {
    const sent = await send('poison');
    for (let turn = 0; turn < 3; turn++) expect((await receive({ VisibilityTimeout: 0 })).Messages).toHaveLength(1);
    expect((await receive()).Messages).toBeUndefined();
    const { Messages } = await receive({
      QueueUrl: endpoint.queueUrl('dead.fifo'),
      MessageSystemAttributeNames: ['DeadLetterQueueSourceArn', 'MessageGroupId'],
    });
    expect(Messages).toMatchObject([
      {
        MessageId: sent.MessageId,
        Attributes: {
          DeadLetterQueueSourceArn: 'arn:aws:sqs:ap-southeast-1:111122223333:notify.fifo',
          MessageGroupId: 'default',
        },
      },
    ]);
  });
});
