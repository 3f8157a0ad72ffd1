import { arrayAt, isObject, numberAt, textAt } from '../base/json.js';
import type { Notification } from '../domain/notification.js';

/** One received queue message, as its event source mapping hands it over. */
export interface ReceivedMessage {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  /** 1 at the first receipt. */
  readonly receiveCount: number;
  /** `encodeURIComponent(robot)`. */
  readonly groupId: string;
}

/** A received message that could be read. */
export interface Item extends ReceivedMessage {
  readonly notification: Notification;
  /** Milliseconds since 1970. */
  readonly queuedAt: number;
}

/** An item whose people and robot have been looked up, so that it can be composed without asking anybody. */
export interface PreparedItem extends Item {
  /** A line of ours to show with it; empty where there is none. */
  readonly notice: string;
  /** Whom it mentions, by name where it named them: for its line among others. Empty where it mentions nobody. */
  readonly whom: string;
}

/** What one item, or several merged, are shown as: one WeCom message, and a second where mentions need one of their own. */
export interface Outgoing<Message> {
  readonly items: readonly PreparedItem[];
  readonly messages: readonly Message[];
  /** How many of `messages` WeCom has accepted. */
  readonly accepted: number;
}

/** Whether an event is a batch of our own queue: FIFO messages, which nothing else sends to this function. */
export function isQueueBatch(event: unknown): boolean {
  const [first] = arrayAt(event, 'Records');
  return textAt(first, 'eventSource') === 'aws:sqs' && textAt(first, 'attributes', 'MessageGroupId') !== undefined;
}

/** The batch's messages. @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
export function receivedMessages(event: unknown): readonly ReceivedMessage[] {
  return arrayAt(event, 'Records')
    .filter(isObject)
    .map((record) => ({
      messageId: textAt(record, 'messageId') ?? '',
      receiptHandle: textAt(record, 'receiptHandle') ?? '',
      body: typeof record['body'] === 'string' ? record['body'] : '',
      receiveCount: numberAt(record, 'attributes', 'ApproximateReceiveCount') ?? 1,
      groupId: textAt(record, 'attributes', 'MessageGroupId') ?? '',
    }));
}
