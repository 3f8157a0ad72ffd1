/** A message attribute as SQS's JSON protocol writes it. `BinaryValue` is base64. */
export interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string;
  readonly BinaryValue?: string;
}

export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

/** What a producer sends, already checked against SQS's rules. */
export interface OutgoingMessage {
  readonly body: string;
  readonly groupId: string;
  readonly dedupId: string;
  readonly attributes: MessageAttributes;
}

/** What a producer is answered; for a duplicate, the first message's. */
export interface SendReceipt {
  readonly messageId: string;
  /** 20 digits, increasing within a queue. */
  readonly sequenceNumber: string;
}

/** A message as the queue keeps it. Times are milliseconds since 1970. */
export interface StoredMessage extends OutgoingMessage, SendReceipt {
  readonly sentAt: number;
  /** ARN of the queue that gave it up, once it lies in a dead-letter queue. */
  readonly deadLetterSourceArn?: string;
  readonly receiveCount: number;
  readonly firstReceivedAt?: number;
  /** When it was last handed out: SQS's 12 hours count from here. */
  readonly receivedAt?: number;
  /** In flight while this lies in the future. */
  readonly visibleAt: number;
}

/** A message as a consumer receives it. */
export interface ReceivedMessage extends StoredMessage {
  readonly receiptHandle: string;
}
