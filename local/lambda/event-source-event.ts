import { createHash } from 'node:crypto';
import { parseArn } from '../../src/aws/arn.js';
import { md5OfAttributes } from '../sqs/attributes.js';
import type { MessageAttribute, ReceivedMessage } from '../sqs/message.js';
import { systemAttributes } from '../sqs/system-attributes.js';

/** The event that Lambda makes from a batch, in Lambda's own spelling. */
export interface SqsEvent {
  readonly Records: readonly Readonly<Record<string, unknown>>[];
}

function messageAttribute({ DataType, StringValue, BinaryValue }: MessageAttribute) {
  return {
    ...(StringValue !== undefined && { stringValue: StringValue }),
    ...(BinaryValue !== undefined && { binaryValue: BinaryValue }),
    stringListValues: [],
    binaryListValues: [],
    dataType: DataType,
  };
}

function toRecord(message: ReceivedMessage, queueArn: string) {
  const md5OfMessageAttributes = md5OfAttributes(message.attributes);
  const attributes = Object.entries(message.attributes).map(([name, value]) => [name, messageAttribute(value)]);
  return {
    messageId: message.messageId,
    receiptHandle: message.receiptHandle,
    body: message.body,
    attributes: systemAttributes(message),
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: createHash('md5').update(message.body).digest('hex'),
    ...(md5OfMessageAttributes && { md5OfMessageAttributes }),
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: parseArn(queueArn)?.region,
  };
}

/**
 * Returns the event with which Lambda invokes the function for a batch.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 */
export function toSqsEvent(messages: readonly ReceivedMessage[], queueArn: string): SqsEvent {
  return { Records: messages.map((message) => toRecord(message, queueArn)) };
}
