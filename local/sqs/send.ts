import { createHash } from 'node:crypto';
import { type JsonObject, objectAt } from '../../src/base/json.js';
import { attributeBytes, readMessageAttributes } from './attributes.js';
import { checkCharacters } from './characters.js';
import { SqsError } from './error.js';
import { optionalInteger, optionalText, requiredText } from './input.js';
import type { OutgoingMessage } from './message.js';
import type { FifoQueueSettings } from './settings.js';

/** Letters, digits and ASCII punctuation, 1 to 128 of them.
 *  @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
const ID = /^[!-~]{1,128}$/;

function checkedId(value: string, name: string): string {
  if (ID.test(value)) return value;
  const reason = `${name} can only include alphanumeric and punctuation characters. 1 to 128 in length.`;
  throw new SqsError('InvalidParameterValue', `Value ${value} for parameter ${name} is invalid. Reason: ${reason}`);
}

/**
 * Returns the given deduplication id, or one made from the body if the queue does so.
 * @throws {SqsError} If there is neither.
 */
export function dedupIdOf(input: JsonObject, settings: FifoQueueSettings): string {
  const given = optionalText(input, 'MessageDeduplicationId');
  if (given !== undefined) return checkedId(given, 'MessageDeduplicationId');
  if (settings.contentBasedDeduplication) {
    return createHash('sha256').update(requiredText(input, 'MessageBody')).digest('hex');
  }
  throw new SqsError(
    'InvalidParameterValue',
    'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
  );
}

/** Returns the bytes that a message, valid or not, counts for against the limits: body and attributes. */
export function messageBytes(input: JsonObject): number {
  return Buffer.byteLength(requiredText(input, 'MessageBody')) + attributeBytes(objectAt(input, 'MessageAttributes'));
}

function refuseUnsupported(input: JsonObject): void {
  const delay = optionalInteger(input, 'DelaySeconds', 0, 900);
  if (delay) {
    const reason = 'The request include parameter that is not valid for this queue type.';
    throw new SqsError(
      'InvalidParameterValue',
      `Value ${delay} for parameter DelaySeconds is invalid. Reason: ${reason}`,
    );
  }
  if (input['MessageSystemAttributes'] !== undefined) {
    throw new SqsError('UnsupportedOperation', 'MessageSystemAttributes are not part of this stand-in.');
  }
}

/** Reads the message in SendMessage, or in one entry of SendMessageBatch. @throws {SqsError} If SQS would refuse it. */
export function readOutgoingMessage(input: JsonObject, settings: FifoQueueSettings): OutgoingMessage {
  refuseUnsupported(input);
  const body = requiredText(input, 'MessageBody');
  checkCharacters(body, 'message body');
  const groupId = checkedId(requiredText(input, 'MessageGroupId'), 'MessageGroupId');
  if (messageBytes(input) > settings.maxMessageBytes) {
    const reason = `Message must be shorter than ${settings.maxMessageBytes} bytes.`;
    throw new SqsError('InvalidParameterValue', `One or more parameters are invalid. Reason: ${reason}`);
  }
  return { body, groupId, dedupId: dedupIdOf(input, settings), attributes: readMessageAttributes(input) };
}
