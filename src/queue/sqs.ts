import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { ReceivedMessage } from './item.js';
import type { QueueReader, QueueWriter } from './queue-client.js';

type Client = Pick<SQSClient, 'send'>;

/** The queue that notifications are put on. */
export function createQueueWriter(client: Client, queueUrl: string): QueueWriter {
  return {
    send: async (entries) => {
      const Entries = entries.map(({ body, groupId, deduplicationId }, index) => ({
        Id: String(index),
        MessageBody: body,
        MessageGroupId: groupId,
        MessageDeduplicationId: deduplicationId,
      }));
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
      return Failed.map(({ Id }) => Number(Id));
    },
  };
}

/** The queue that is drained, and the one that refused messages are kept in. */
export function createQueueReader(
  client: Client,
  queueUrl: string,
  deadLetterQueueUrl: string,
  now: () => number,
): QueueReader {
  const entriesOf = (messages: readonly ReceivedMessage[]) =>
    messages.map(({ receiptHandle }, index) => ({ Id: String(index), ReceiptHandle: receiptHandle }));
  return {
    hide: async (messages, seconds) => {
      const Entries = entriesOf(messages).map((entry) => ({ ...entry, VisibilityTimeout: seconds }));
      const { Failed = [] } = await client.send(
        new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries }),
      );
      return Failed.flatMap(({ Id }) => messages[Number(Id)] ?? []);
    },
    remove: async (messages) => {
      const { Failed = [] } = await client.send(
        new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries: entriesOf(messages) }),
      );
      if (Failed.length > 0) throw new Error(`Cannot delete ${Failed.length} messages: ${Failed[0]?.Code}`);
    },
    park: async ({ body, groupId, messageId }, { code, reason }) => {
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

/** What an attribute takes: no characters outside XML's, not empty, a few hundred characters. */
function printable(text: string): string {
  const clean = text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' ');
  return clean.slice(0, 500).toWellFormed().trim() || '-';
}
