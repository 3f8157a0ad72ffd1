import type { StoredMessage } from './message.js';

/** The dead-letter queue for messages received too often. That of a FIFO queue is a FIFO queue too. */
export interface DeadLetters {
  readonly queue: { accept(message: StoredMessage, now: number): void; readonly arn: string };
  /** 1 to 1000. */
  readonly maxReceiveCount: number;
}

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
  contentBasedDeduplication: false,
} as const;

/**
 * Completes settings with SQS's own defaults and an ARN in ap-southeast-1. @throws {Error} If the name is not one of a
 * FIFO queue.
 */
export function fifoQueueSettings(given: Partial<FifoQueueSettings> & { readonly name: string }): FifoQueueSettings {
  if (!/^[A-Za-z0-9_-]{1,75}\.fifo$/.test(given.name)) {
    throw new Error(
      `Cannot create the queue as a FIFO queue's name must have at most 80 characters and end with .fifo: ${given.name}`,
    );
  }
  return { ...DEFAULTS, arn: `arn:aws:sqs:ap-southeast-1:111122223333:${given.name}`, ...given };
}
