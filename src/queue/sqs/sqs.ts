import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { QueueEntry } from '../message/entry.js';
import type { ReceivedMessage } from '../message/item.js';
import type { QueueReader, QueueWriter } from './queue-client.js';

type Client = Pick<SQSClient, 'send'>;

/** Sends up to ten messages with one call. Resolves to the indexes that SQS did not accept. */
async function sendBatch(
  client: Client,
  queueUrl: string,
  entries: readonly QueueEntry[],
  abortSignal?: AbortSignal,
): Promise<readonly number[]> {
  const Entries = entries.map(({ body, groupId, deduplicationId }, index) => ({
    Id: String(index),
    MessageBody: body,
    MessageGroupId: groupId,
    MessageDeduplicationId: deduplicationId,
  }));
  const command = new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries });
  const { Failed = [] } = await client.send(command, abortSignal && { abortSignal });
  return Failed.map(({ Id }) => Number(Id));
}

/** Creates a writer to the queue that notifications are sent to. */
export function createQueueWriter(client: Client, queueUrl: string): QueueWriter {
  return { send: (entries, abortSignal) => sendBatch(client, queueUrl, entries, abortSignal) };
}

const WAITING = 'ApproximateNumberOfMessages';

/** Creates a reader of the queue that is drained, with the dead-letter queue for refused messages. */
export function createQueueReader(
  client: Client,
  queueUrl: string,
  deadLetterQueueUrl: string,
  now: () => number,
): QueueReader {
  const entriesOf = (messages: readonly ReceivedMessage[]) =>
    messages.map(({ receiptHandle }, index) => ({ Id: String(index), ReceiptHandle: receiptHandle }));

  async function hide(messages: readonly ReceivedMessage[], seconds: number): Promise<readonly ReceivedMessage[]> {
    const Entries = entriesOf(messages).map((entry) => ({ ...entry, VisibilityTimeout: seconds }));
    const command = new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries });
    const { Failed = [] } = await client.send(command);
    return Failed.flatMap(({ Id }) => messages[Number(Id)] ?? []);
  }

  async function remove(messages: readonly ReceivedMessage[]): Promise<void> {
    const command = new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries: entriesOf(messages) });
    const { Failed = [] } = await client.send(command);
    if (Failed.length > 0) throw new Error(`Cannot delete ${Failed.length} messages: ${Failed[0]?.Code}`);
  }

  return {
    changeVisibility: async (messages, seconds) => {
      const lost = await Promise.all(inTens(messages).map((ten) => hide(ten, Math.max(0, seconds))));
      return lost.flat();
    },
    delete: async (messages) => void (await Promise.all(inTens(messages).map(remove))),
    send: (entries) => sendBatch(client, queueUrl, entries),
    waiting: async () => {
      const command = new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: [WAITING] });
      const { Attributes } = await client.send(command);
      return Number(Attributes?.[WAITING] ?? 0);
    },
    deadLetter: async ({ body, groupId, messageId }, { code, reason }) => {
      const text = (StringValue: string) => ({ DataType: 'String', StringValue });
      await client.send(
        new SendMessageCommand({
          QueueUrl: deadLetterQueueUrl,
          MessageBody: body,
          MessageGroupId: groupId,
          MessageDeduplicationId: messageId,
          MessageAttributes: {
            code: text(code),
            reason: text(printable(reason)),
            time: text(new Date(now()).toISOString()),
          },
        }),
      );
    },
  };
}

/** Cuts a list into tens, the most that SQS accepts at a time. */
function inTens<T>(list: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / 10) }, (_, ten) => list.slice(10 * ten, 10 * ten + 10));
}

/** Makes a text valid for a message attribute: only XML's characters, not empty, a few hundred characters. */
function printable(text: string): string {
  const clean = text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' ');
  return clean.slice(0, 500).toWellFormed().trim() || '-';
}
