import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { API, startSqsBench } from './bench.js';

const bench = await startSqsBench();
const { client, message, queue, QueueUrl, receive } = bench;
beforeEach(bench.reset);
afterAll(bench.close);

describe(`SQS endpoint: SendMessageBatch (${API}/API_SendMessageBatch.html)`, () => {
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
    expect(queue.messages()).toEqual([]);
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
});
