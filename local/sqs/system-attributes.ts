import type { StoredMessage } from './message.js';

/**
 * Returns the attributes that SQS itself keeps for a message, under SQS's names. Every value is text.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html
 */
export function systemAttributes(message: StoredMessage): Readonly<Record<string, string>> {
  return {
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? ''),
    ApproximateReceiveCount: String(message.receiveCount),
    MessageDeduplicationId: message.dedupId,
    MessageGroupId: message.groupId,
    SenderId: 'AIDALOCAL',
    SentTimestamp: String(message.sentAt),
    SequenceNumber: message.sequenceNumber,
    ...(message.deadLetterSourceArn && { DeadLetterQueueSourceArn: message.deadLetterSourceArn }),
  };
}
