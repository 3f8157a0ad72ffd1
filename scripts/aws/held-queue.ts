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

/** A message is hidden from others this long while it is dealt with, seconds. */
const HIDDEN_SECONDS = 900;
/** Most messages held at a time: each is dealt with in a second at most. */
const MAX_HELD = 500;

/** A received message. */
export interface HeldMessage {
  readonly id: string;
  readonly receipt: string;
  readonly body: string;
  /** Of a FIFO queue. */
  readonly groupId: string | undefined;
  /** When it was put on the queue, milliseconds since 1970. */
  readonly sentAt: number;
  /** Why it was parked: `code`, `reason`, `time`; for AWS's own dead letters, AWS's words. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** A queue that is emptied by hand. */
export interface HeldQueue {
  /** About how many messages it holds. */
  count(): Promise<number>;
  /** What can be had now, oldest first; of a FIFO group ten at most, until they are dealt with. */
  take(): Promise<readonly HeldMessage[]>;
  remove(message: HeldMessage): Promise<void>;
  /** Gives messages back at once. */
  release(messages: readonly HeldMessage[]): Promise<void>;
  /** Puts a copy at the end of its group and removes it here. Resolves to the copy's id. */
  putLast(message: HeldMessage): Promise<string>;
}

/** @param waitSeconds how long a receive waits until it says that there is nothing: 0 may overlook messages. */
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

/** The same message for a FIFO queue, as a new one: its deduplication id is fresh. */
export function copyOf({ body, groupId, attributes }: HeldMessage, url: string): SendMessageCommand {
  return new SendMessageCommand({
    QueueUrl: url,
    MessageBody: body,
    MessageGroupId: groupId ?? 'default',
    MessageDeduplicationId: randomUUID(),
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
