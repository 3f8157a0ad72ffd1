import { arrayAt, isObject, numberAt, textAt } from '../../base/json.js';
import type { Notification } from '../../domain/notification.js';
import type { Attempts } from './attempts.js';

/** Most messages of one receive, and so of one batch of a FIFO queue. */
export const MAX_BATCH = 10;

/** One received queue message, as the event source mapping delivers it. */
export interface ReceivedMessage {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  /** 1 on the first receive. */
  readonly receiveCount: number;
  /** `encodeURIComponent(robot)`. */
  readonly groupId: string;
}

/** A received message whose body was readable. */
export interface Item extends ReceivedMessage {
  readonly notification: Notification;
  /** Milliseconds since 1970. */
  readonly queuedAt: number;
  readonly attempts: Attempts;
  /** The attempts that its queue message holds: if `attempts` are others, the message has to be sent back to keep them. */
  readonly recorded: Attempts;
  /** Name of the robot the message was meant for. Set if the secret has no such robot and another group shows it. */
  readonly unknownRobot?: string;
}

/** An item whose people and robot have been looked up, so that it can be composed without further requests. */
export interface PreparedItem extends Item {
  /** A line of ours to show with it. Empty if there is none. */
  readonly notice: string;
  /**
   * The people it mentions, by name if it named them, for its line in a merged message. Empty if it mentions no one.
   */
  readonly whom: string;
}

/** The time that looking up more about items may take. All are milliseconds since 1970. */
export interface LookUpTime {
  /** The time until which waiting delays nothing. */
  readonly freeUntilMs: number;
  /** The time by which the items must be on their way. */
  readonly untilMs: number;
}

/**
 * Adds to items what others know of them. Bad news waits for that only as long as it waits anyway. Resolves to as many, in their
 * order. Never rejects.
 */
export type CompleteItems = (items: readonly PreparedItem[], time: LookUpTime) => Promise<readonly PreparedItem[]>;

/**
 * The form in which one item, or several merged, are shown: one WeCom message, and a second if the mentions need their
 * own.
 */
export interface Outgoing<Message> {
  readonly items: readonly PreparedItem[];
  readonly messages: readonly Message[];
  /** The number of `messages` that WeCom has accepted. */
  readonly accepted: number;
}

/** Returns true if a post may as well not be shown: it is tried once, and takes no more than its robot's interval. */
export function isOptionalPost({ items }: Pick<Outgoing<unknown>, 'items'>): boolean {
  return items.every(({ notification }) => notification.isOptional === true);
}

/** Returns true if an event is a batch of our own queue: FIFO messages, which nothing else sends to this function. */
export function isQueueBatch(event: unknown): boolean {
  const [first] = arrayAt(event, 'Records');
  return textAt(first, 'eventSource') === 'aws:sqs' && textAt(first, 'attributes', 'MessageGroupId') !== undefined;
}

/** Returns the messages of a batch. @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
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
