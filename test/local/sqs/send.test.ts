import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { API, startSqsBench } from './bench.js';

const bench = await startSqsBench();
const { client, message, endpoint, queue, QueueUrl } = bench;
beforeEach(bench.reset);
afterAll(bench.close);

describe(`SQS endpoint: SendMessage (${API}/API_SendMessage.html)`, () => {
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
    expect(queue.messages()).toEqual([]);
  });

  test.each([
    { fact: 'every allowed edge', MessageBody: '\t\n\r \ud7ff\ue000\ufffd\u{10000}\u{10ffff}' },
    { fact: '1 MiB', MessageBody: 'x'.repeat(1024 * 1024) },
    { fact: '128 of ASCII punctuation', MessageGroupId: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'.repeat(4) },
  ])('SendMessage: takes $fact', async ({ fact: _fact, ...input }) => {
    await client.send(new SendMessageCommand({ QueueUrl, ...message('text'), ...input }));
    expect(queue.messages()).toMatchObject([
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
});
