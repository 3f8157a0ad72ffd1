import {
  ChangeMessageVisibilityBatchCommand,
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
  TagQueueCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Refusal } from '../../local/sqs-dispatch.js';
import { type SqsEndpoint, startSqsEndpoint } from '../../local/sqs-endpoint.js';
import { SqsError } from '../../local/sqs-error.js';

const API = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference';

let endpoint: SqsEndpoint;
let client: SQSClient;
let QueueUrl: string;
let refusal: Refusal = () => undefined;

beforeAll(async () => {
  endpoint = await startSqsEndpoint({
    queues: [
      { name: 'dead.fifo' },
      { name: 'notify.fifo', deadLetter: { name: 'dead.fifo', maxReceiveCount: 3 } },
      { name: 'small.fifo', maxMessageBytes: 1024, maxBatchBytes: 2048, contentBasedDeduplication: true },
    ],
    refusal: (action, input) => refusal(action, input),
  });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new SQSClient({ endpoint: endpoint.endpoint, region: 'ap-southeast-1', credentials, maxAttempts: 1 });
  QueueUrl = endpoint.queueUrl('notify.fifo');
});
afterAll(async () => {
  client.destroy();
  await endpoint.close();
});
beforeEach(() => {
  refusal = () => undefined;
  endpoint.queue('notify.fifo').purge();
});

let count = 0;
/** An id that no test has used: deduplication outlives a purge. */
const freshId = () => `id-${++count}`;
const message = (MessageBody: string, MessageGroupId = 'default') => ({
  MessageBody,
  MessageGroupId,
  MessageDeduplicationId: freshId(),
});
const send = (MessageBody: string, MessageGroupId?: string) =>
  client.send(new SendMessageCommand({ QueueUrl, ...message(MessageBody, MessageGroupId) }));
const receive = (options: Partial<ConstructorParameters<typeof ReceiveMessageCommand>[0]> = {}) =>
  client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...options }));

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
      MessageDeduplicationId: `id-${count}`,
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
    const start = Date.now();
    const waiting = receive({ WaitTimeSeconds: 20 });
    await send('late');
    expect((await waiting).Messages?.map(({ Body }) => Body)).toEqual(['late']);
    expect(Date.now() - start).toBeLessThan(5_000);
  });

  test('ReceiveMessage: a client that goes away during a long poll takes no message with it', async () => {
    const gone = new AbortController();
    const lost = client.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }), {
      abortSignal: gone.signal,
    });
    await vi.waitFor(() => expect(endpoint.queue('notify.fifo').waiting).toBe(1));
    gone.abort();
    await expect(lost).rejects.toThrow(/aborted/i);
    await vi.waitFor(() => expect(endpoint.queue('notify.fifo').waiting).toBe(0));
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
    expect(endpoint.queue('notify.fifo').messages()).toEqual([]);
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
      FifoQueue: 'true',
      VisibilityTimeout: '30',
      MaximumMessageSize: '1048576',
      QueueArn: 'arn:aws:sqs:ap-southeast-1:111122223333:notify.fifo',
      RedrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:ap-southeast-1:111122223333:dead.fifo","maxReceiveCount":3}',
    });
    expect(await client.send(new GetQueueUrlCommand({ QueueName: 'notify.fifo' }))).toMatchObject({ QueueUrl });
    await client.send(new PurgeQueueCommand({ QueueUrl }));
    expect(endpoint.queue('notify.fifo').counts()).toEqual({ visible: 0, inFlight: 0 });
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

describe(`SQS endpoint: what it refuses (${API}/API_SendMessage.html)`, () => {
  const small = () => endpoint.queueUrl('small.fifo');

  test.each([
    { fact: 'no group', input: { MessageGroupId: undefined }, name: 'MissingParameter' },
    { fact: 'no deduplication id', input: { MessageDeduplicationId: undefined }, name: 'InvalidParameterValue' },
    { fact: 'an empty body', input: { MessageBody: '' }, name: 'MissingParameter' },
    { fact: 'a group with a space', input: { MessageGroupId: 'a b' }, name: 'InvalidParameterValue' },
    { fact: 'a group in Chinese', input: { MessageGroupId: '运维' }, name: 'InvalidParameterValue' },
    { fact: 'a group of 129', input: { MessageGroupId: 'g'.repeat(129) }, name: 'InvalidParameterValue' },
    {
      fact: 'a deduplication id of 129',
      input: { MessageDeduplicationId: 'd'.repeat(129) },
      name: 'InvalidParameterValue',
    },
    { fact: 'a delay of its own', input: { DelaySeconds: 2 }, name: 'InvalidParameterValue' },
    { fact: 'NUL', input: { MessageBody: 'a\u0000' }, name: 'InvalidMessageContents' },
    { fact: 'an escape', input: { MessageBody: '\u001b[31m' }, name: 'InvalidMessageContents' },
    { fact: 'half a surrogate pair', input: { MessageBody: 'a\ud83d' }, name: 'InvalidMessageContents' },
    { fact: 'U+FFFF', input: { MessageBody: '\uffff' }, name: 'InvalidMessageContents' },
    { fact: '1 MiB and a byte', input: { MessageBody: 'x'.repeat(1024 * 1024 + 1) }, name: 'InvalidParameterValue' },
    {
      fact: 'eleven attributes',
      input: {
        MessageAttributes: Object.fromEntries(
          Array.from({ length: 11 }, (_, index) => [`a${index}`, { DataType: 'String', StringValue: 'x' }]),
        ),
      },
      name: 'InvalidParameterValue',
    },
    {
      fact: 'an empty attribute',
      input: { MessageAttributes: { reason: { DataType: 'String', StringValue: '' } } },
      name: 'InvalidParameterValue',
    },
    {
      fact: 'an attribute named AWS.x',
      input: { MessageAttributes: { 'AWS.x': { DataType: 'String', StringValue: 'x' } } },
      name: 'InvalidParameterValue',
    },
    {
      fact: 'an attribute of type Text',
      input: { MessageAttributes: { reason: { DataType: 'Text', StringValue: 'x' } } },
      name: 'InvalidParameterValue',
    },
  ])('SendMessage: refuses $fact as $name and keeps nothing', async ({ input, name }) => {
    const sent = client.send(new SendMessageCommand({ QueueUrl, ...message('text'), ...input }));
    await expect(sent).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
    expect(endpoint.queue('notify.fifo').messages()).toEqual([]);
  });

  test.each([
    { fact: 'every allowed edge', MessageBody: '\t\n\r \ud7ff\ue000\ufffd\u{10000}\u{10ffff}' },
    { fact: '1 MiB', MessageBody: 'x'.repeat(1024 * 1024) },
    { fact: '128 of ASCII punctuation', MessageGroupId: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'.repeat(4) },
  ])('SendMessage: takes $fact', async ({ fact: _fact, ...input }) => {
    await client.send(new SendMessageCommand({ QueueUrl, ...message('text'), ...input }));
    expect(endpoint.queue('notify.fifo').messages()).toMatchObject([
      { body: input.MessageBody ?? 'text', groupId: input.MessageGroupId ?? 'default' },
    ]);
  });

  test('SendMessage: names, types and values of attributes count into the size, bytes and not characters', async () => {
    const MessageAttributes = { a: { DataType: 'String', StringValue: '警' } };
    const sized = (bytes: number) =>
      client.send(
        new SendMessageCommand({
          ...message('x'.repeat(bytes - 10)),
          QueueUrl: small(),
          MessageAttributes,
        }),
      );
    await expect(sized(1025)).rejects.toThrow('Message must be shorter than 1024 bytes.');
    await expect(sized(1024)).resolves.toMatchObject({ MessageId: expect.any(String) });
  });

  test('SendMessage: content-based deduplication makes the id from the body', async () => {
    const sending = () =>
      client.send(new SendMessageCommand({ QueueUrl: small(), MessageBody: 'same', MessageGroupId: 'g' }));
    expect((await sending()).MessageId).toBe((await sending()).MessageId);
  });

  const entries = (length: number, of: object = {}) =>
    Array.from({ length }, (_, index) => ({ Id: `e${index}`, ...message('text'), ...of }));

  test.each([
    { fact: 'no entry', Entries: [], name: 'EmptyBatchRequest' },
    { fact: 'eleven entries', Entries: entries(11), name: 'TooManyEntriesInBatchRequest' },
    { fact: 'one id twice', Entries: entries(2, { Id: 'same' }), name: 'BatchEntryIdsNotDistinct' },
    { fact: 'a colon in an id', Entries: entries(1, { Id: 'a:b' }), name: 'InvalidBatchEntryId' },
    { fact: 'an id of 81', Entries: entries(1, { Id: 'x'.repeat(81) }), name: 'InvalidBatchEntryId' },
    {
      fact: 'an entry without group',
      Entries: entries(2, { MessageGroupId: undefined }),
      name: 'InvalidParameterValue',
    },
    {
      fact: 'an entry without deduplication id',
      Entries: entries(2, { MessageDeduplicationId: undefined }),
      name: 'InvalidParameterValue',
    },
    {
      fact: 'more than 1 MiB together',
      Entries: entries(2, { MessageBody: '警'.repeat(180_000) }),
      name: 'BatchRequestTooLong',
    },
  ])(`SendMessageBatch: refuses $fact as a whole (${API}/API_SendMessageBatch.html)`, async ({ Entries, name }) => {
    await expect(client.send(new SendMessageBatchCommand({ QueueUrl, Entries }))).rejects.toMatchObject({ name });
    expect(endpoint.queue('notify.fifo').messages()).toEqual([]);
  });

  test('SendMessageBatch: one bad entry fails alone, the others are kept in order', async () => {
    const Entries = [
      { Id: 'a', ...message('one') },
      { Id: 'b', ...message('bell \u0007') },
      { Id: 'c', ...message('three') },
    ];
    const sent = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    expect(sent.Successful?.map(({ Id }) => Id)).toEqual(['a', 'c']);
    expect(sent.Failed).toMatchObject([{ Id: 'b', Code: 'InvalidMessageContents', SenderFault: true }]);
    expect((await receive()).Messages?.map(({ Body }) => Body)).toEqual(['one', 'three']);
  });

  test.each([
    { fact: 'eleven at once', options: { MaxNumberOfMessages: 11 } },
    { fact: 'a wait of 21 s', options: { WaitTimeSeconds: 21 } },
    { fact: 'a visibility over 12 hours', options: { VisibilityTimeout: 43_201 } },
  ])('ReceiveMessage: refuses $fact', async ({ options }) => {
    await expect(receive(options)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });

  test.each([
    {
      fact: 'a handle that is none',
      run: () => client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: 'none' })),
      name: 'ReceiptHandleIsInvalid',
    },
    {
      fact: 'an unknown queue',
      run: () => client.send(new GetQueueUrlCommand({ QueueName: 'other.fifo' })),
      name: 'QueueDoesNotExist',
    },
    {
      fact: 'an unknown attribute',
      run: () => client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['Policy'] })),
      name: 'InvalidAttributeName',
    },
    {
      fact: 'an action that is not part of it',
      run: () => client.send(new TagQueueCommand({ QueueUrl, Tags: {} })),
      name: 'UnsupportedOperation',
    },
  ])('refuses $fact as $name', async ({ run, name }) => {
    await expect(run()).rejects.toMatchObject({ name });
  });

  test('refuses a request that nobody signed', async () => {
    const headers = { 'x-amz-target': 'AmazonSQS.PurgeQueue', 'content-type': 'application/x-amz-json-1.0' };
    const answer = await fetch(endpoint.endpoint, { method: 'POST', headers, body: JSON.stringify({ QueueUrl }) });
    expect(answer.status).toBe(403);
  });

  test('refusal: a test can make a request, or one entry of a batch, fail', async () => {
    refusal = (action, { MessageBody }) =>
      action === 'SendMessage' && MessageBody === 'two' ? new SqsError('ServiceUnavailable', 'Try again.') : undefined;
    const Entries = ['one', 'two'].map((body, index) => ({ Id: `e${index}`, ...message(body) }));
    const sent = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    expect(sent.Failed).toMatchObject([{ Id: 'e1', Code: 'ServiceUnavailable', SenderFault: false }]);
    refusal = (action) => (action === 'SendMessageBatch' ? new SqsError('RequestThrottled', 'Slow down.') : undefined);
    const throttled = client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    await expect(throttled).rejects.toMatchObject({ name: 'RequestThrottled' });
  });
});
