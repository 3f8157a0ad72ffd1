import { arrayAt, isObject, numberAt, textAt } from '../json.js';
import type { ReceivedMessage } from './item.js';

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
