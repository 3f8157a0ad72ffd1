/** A message attribute as SQS's JSON protocol writes it. `BinaryValue` is base64. */
export interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string;
  readonly BinaryValue?: string;
}

/** The attributes of a message, by name. */
export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

/** A producer's message, already checked against SQS's rules. */
export interface OutgoingMessage {
  readonly body: string;
  readonly groupId: string;
  readonly dedupId: string;
  readonly attributes: MessageAttributes;
}

/** The answer to a producer. For a duplicate, the first message's. */
export interface SendReceipt {
  readonly messageId: string;
  /** 20 digits, increasing within a queue. */
  readonly sequenceNumber: string;
}

/** A message as stored in the queue. Times are milliseconds since 1970. */
export interface StoredMessage extends OutgoingMessage, SendReceipt {
  readonly sentAt: number;
  /** ARN of the queue that gave it up. Set once it is in a dead-letter queue. */
  readonly deadLetterSourceArn?: string;
  readonly receiveCount: number;
  readonly firstReceivedAt?: number;
  /** The time of its last receive, from which SQS counts 12 hours. */
  readonly receivedAt?: number;
  /** The time until which it is in flight. */
  readonly visibleAt: number;
}

/** A message as a consumer receives it. */
export interface ReceivedMessage extends StoredMessage {
  readonly receiptHandle: string;
}
