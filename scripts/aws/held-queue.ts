import { randomUUID } from 'node:crypto';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** The visibility timeout of a message while it is handled, seconds. */
const HIDDEN_SECONDS = 900;
/** Most messages held at a time. Each takes a second at most. */
const MAX_HELD = 500;

/** A received message. */
export interface HeldMessage {
  readonly id: string;
  readonly receipt: string;
  readonly body: string;
  /** The message group, in a FIFO queue. */
  readonly groupId: string | undefined;
  /** The time at which it was sent to the queue, milliseconds since 1970. */
  readonly sentAt: number;
  /** The reason why it was dead-lettered: `code`, `reason`, `time`. For AWS's own dead letters, AWS's attributes. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** A queue that is emptied by hand. */
export interface HeldQueue {
  /** Resolves to the approximate number of messages. */
  count(): Promise<number>;
  /** Resolves to the messages available now, oldest first. Of a FIFO group at most ten, until they are handled. */
  take(): Promise<readonly HeldMessage[]>;
  remove(message: HeldMessage): Promise<void>;
  /** Makes messages visible again at once. */
  release(messages: readonly HeldMessage[]): Promise<void>;
  /** Sends a copy to the end of its group and deletes the original. Resolves to the copy's id. */
  putLast(message: HeldMessage): Promise<string>;
}

/** Creates a held queue. @param waitSeconds the time a receive waits for messages: 0 may miss some. */
export function createHeldQueue(sqs: Pick<SQSClient, 'send'>, url: string, waitSeconds = 1): HeldQueue {
  const receive = async (): Promise<readonly HeldMessage[]> => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: url,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: HIDDEN_SECONDS,
        WaitTimeSeconds: waitSeconds,
        MessageSystemAttributeNames: ['SentTimestamp', 'MessageGroupId'],
        MessageAttributeNames: ['All'],
      }),
    );
    return Messages.map(heldMessage);
  };
  const remove = async ({ receipt }: HeldMessage): Promise<void> => {
    await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: receipt }));
  };
  return {
    count: async () => {
      const asked = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['ApproximateNumberOfMessages'] });
      return Number((await sqs.send(asked)).Attributes?.['ApproximateNumberOfMessages'] ?? 0);
    },
    take: async () => {
      const held: HeldMessage[] = [];
      for (let more = await receive(); more.length > 0; more = held.length < MAX_HELD ? await receive() : []) {
        held.push(...more);
      }
      return held.toSorted((one, other) => one.sentAt - other.sentAt);
    },
    remove,
    release: async (messages) => {
      for (const { receipt } of messages) {
        await sqs.send(
          new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle: receipt, VisibilityTimeout: 0 }),
        );
      }
    },
    putLast: async (message) => {
      const { MessageId = '' } = await sqs.send(copyOf(message, url));
      await remove(message);
      return MessageId;
    },
  };
}

/** Returns the same message for a FIFO queue, as a new one. @param deduplicationId default: a fresh one. */
export function copyOf(
  { body, groupId, attributes }: HeldMessage,
  url: string,
  deduplicationId: string = randomUUID(),
): SendMessageCommand {
  return new SendMessageCommand({
    QueueUrl: url,
    MessageBody: body,
    MessageGroupId: groupId ?? 'default',
    MessageDeduplicationId: deduplicationId,
    MessageAttributes: Object.fromEntries(
      Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
    ),
  });
}

function heldMessage({ MessageId, ReceiptHandle, Body, Attributes, MessageAttributes }: Message): HeldMessage {
  const attributes = Object.entries(MessageAttributes ?? {}).flatMap(([name, { StringValue }]) =>
    StringValue ? [[name, StringValue] as const] : [],
  );
  return {
    id: MessageId ?? '',
    receipt: ReceiptHandle ?? '',
    body: Body ?? '',
    groupId: Attributes?.MessageGroupId,
    sentAt: Number(Attributes?.SentTimestamp ?? 0),
    attributes: Object.fromEntries(attributes),
  };
}
