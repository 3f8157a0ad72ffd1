import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  SendMessageBatchCommand,
  TagQueueCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { SqsError } from '../../../local/sqs/error.js';
import { API, startSqsBench } from './bench.js';

const bench = await startSqsBench();
const { client, endpoint, message, QueueUrl, receive } = bench;
beforeEach(bench.reset);
afterAll(bench.close);

describe(`SQS endpoint: requests it refuses (${API}/CommonErrors.html)`, () => {
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
    bench.refuseWith((action, { MessageBody }) =>
      action === 'SendMessage' && MessageBody === 'two' ? new SqsError('ServiceUnavailable', 'Try again.') : undefined,
    );
    const Entries = ['one', 'two'].map((body, index) => ({ Id: `e${index}`, ...message(body) }));
    const sent = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    expect(sent.Failed).toMatchObject([{ Id: 'e1', Code: 'ServiceUnavailable', SenderFault: false }]);
    bench.refuseWith((action) =>
      action === 'SendMessageBatch' ? new SqsError('RequestThrottled', 'Slow down.') : undefined,
    );
    const throttled = client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    await expect(throttled).rejects.toMatchObject({ name: 'RequestThrottled' });
  });
});
