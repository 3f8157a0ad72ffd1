import type { StoredMessage } from './message.js';

/** The dead-letter queue for messages received too often. That of a FIFO queue is a FIFO queue too. */
export interface DeadLetters {
  readonly queue: { accept(message: StoredMessage, now: number): void; readonly arn: string };
  /** 1 to 1000. */
  readonly maxReceiveCount: number;
}

/**
/**
 * The messages that a message in flight keeps from being received: its whole `group`, or only the `later` ones of its
 * group. They differ in one case: messages of a group were received together, and an earlier one becomes visible while
 * a later one is still in flight.
 *
 * - `group`, the default: it is delivered once no message of its group is in flight. This is how AWS describes it:
 *   "Inflight messages block delivery of available messages within the same message group", and no additional message
 *   of a group is returned until those received are deleted or visible again.
 * - `later`: it is delivered at once, to a second consumer if there is one. This is how others measured the service:
 *   LocalStack's test_fifo_message_group_visibility_after_terminate_visibility_timeout (marked as validated against
 *   AWS) and its pull request 13386. AWS's page on visibility timeouts can be read this way too: "subsequent messages
 *   in that group are not made available".
 *
 * Neither is harder in every respect: `group` makes a failed message wait for its batch, `later` lets two consumers
 * serve one group at a time. A consumer has to cope with both.
 * @see https://repost.aws/knowledge-center/sqs-fifo-messages-not-returned
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html
 */
export type InFlightBlocks = 'group' | 'later';

/**
 * A queue's attributes, in milliseconds and bytes.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 */
export interface FifoQueueSettings {
  /** Ends with `.fifo`. */
  readonly name: string;
  readonly arn: string;
  readonly visibilityTimeoutMs: number;
  readonly retentionMs: number;
  /** Body and attributes of one message. 1 MiB; in aws-cn 256 KiB. */
  readonly maxMessageBytes: number;
  /** Bodies and attributes of one SendMessageBatch together. 1 MiB; in aws-cn 256 KiB. */
  readonly maxBatchBytes: number;
  /**
   * Once this many messages are in flight, receives return nothing. A FIFO queue does not return an error.
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-fifo.html
   */
  readonly maxInFlight: number;
  /**
   * The number of its oldest messages, in flight or not, that the queue searches for groups. Groups that begin later wait.
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/avoid-backlog-with-the-same-message-group-id.html
   */
  readonly lookAhead: number;
  readonly inFlightBlocks: InFlightBlocks;
  /** A message without a deduplication id gets the SHA-256 of its body. */
  readonly contentBasedDeduplication: boolean;
  readonly deadLetter?: DeadLetters;
}

const DEFAULTS = {
  visibilityTimeoutMs: 30_000,
  retentionMs: 4 * 24 * 60 * 60_000,
  maxMessageBytes: 1024 * 1024,
  maxBatchBytes: 1024 * 1024,
  maxInFlight: 120_000,
  lookAhead: 120_000,
  inFlightBlocks: 'group',
  contentBasedDeduplication: false,
} as const;

/**
 * Completes settings with SQS's own defaults and an ARN in ap-southeast-1.
 * @throws {Error} If the name is not one of a FIFO queue.
 */
export function fifoQueueSettings(given: Partial<FifoQueueSettings> & { readonly name: string }): FifoQueueSettings {
  if (!/^[A-Za-z0-9_-]{1,75}\.fifo$/.test(given.name)) {
    throw new Error(
      `Cannot create the queue as a FIFO queue's name must have at most 80 characters and end with .fifo: ${given.name}`,
    );
  }
  return { ...DEFAULTS, arn: `arn:aws:sqs:ap-southeast-1:111122223333:${given.name}`, ...given };
}
