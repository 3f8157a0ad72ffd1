import { SqsError } from './error.js';

/** The contents of a receipt handle: the queue, the message, and the number of the receive. */
export interface Receipt {
  readonly queue: string;
  readonly messageId: string;
  readonly receiveCount: number;
}

/**
 * Writes a receipt handle. It belongs to one receive of one message, not to the message.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html
 */
export function writeReceiptHandle({ queue, messageId, receiveCount }: Receipt): string {
  return Buffer.from(`${queue} ${messageId} ${receiveCount}`).toString('base64');
}

/**
 * Reads a receipt handle.
 * @throws {SqsError} ReceiptHandleIsInvalid, if it is not a handle of `queue`.
 * @see https://repost.aws/knowledge-center/sqs-receipt-handle-error
 */
export function readReceiptHandle(handle: string, queue: string): Receipt {
  const [name, messageId, count] = Buffer.from(handle, 'base64').toString('utf8').split(' ');
  const receiveCount = Number(count);
  if (name === undefined || messageId === undefined || !Number.isInteger(receiveCount)) {
    throw new SqsError('ReceiptHandleIsInvalid', `The input receipt handle "${handle}" is not a valid receipt handle.`);
  }
  if (name !== queue) {
    throw new SqsError('ReceiptHandleIsInvalid', `The input receipt handle "${handle}" is not valid for this queue.`);
  }
  return { queue: name, messageId, receiveCount };
}

/**
 * Returns a FIFO queue's error for a delete after the visibility timeout, whether or not the message was received
 * again.
 * @see https://repost.aws/knowledge-center/sqs-receipt-handle-error
 */
export function expiredReceipt(handle: string): SqsError {
  return new SqsError(
    'InvalidParameterValue',
    `Value ${handle} for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.`,
    { code: 'ReceiptHandleIsInvalid', message: 'The receipt handle has expired' },
  );
}

/** Returns ChangeMessageVisibility's error for a message that is gone or was received again. */
export function lostReceipt(handle: string): SqsError {
  const reason = 'Message does not exist or is not available for visibility timeout change.';
  return new SqsError(
    'InvalidParameterValue',
    `Value ${handle} for parameter ReceiptHandle is invalid. Reason: ${reason}`,
    { code: 'ReceiptHandleIsInvalid', message: reason },
  );
}

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html */
export function tooLongVisible(timeoutMs: number): SqsError {
  const reason = 'Total VisibilityTimeout for the message is beyond the limit [43200 seconds].';
  return new SqsError(
    'InvalidParameterValue',
    `Value ${timeoutMs / 1000} for parameter VisibilityTimeout is invalid. Reason: ${reason}`,
  );
}
