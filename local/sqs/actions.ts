import { createHash } from 'node:crypto';
import type { JsonObject } from '../../src/base/json.js';
import { md5OfAttributes, selectAttributes } from './attributes.js';
import { readEntries, runBatch } from './batch.js';
import { SqsError } from './error.js';
import { optionalInteger, optionalText, requiredText, textList } from './input.js';
import type { LiveQueue } from './live-queue.js';
import type { ReceivedMessage } from './message.js';
import { queueAttributes } from './queue-attributes.js';
import { dedupIdOf, messageBytes, readOutgoingMessage } from './send.js';
import { systemAttributes } from './system-attributes.js';

/** The context of an action. `refuse` throws if a test wants the action, or one entry of a batch, to fail. */
export interface ActionContext {
  readonly queue: LiveQueue;
  readonly signal: AbortSignal;
  readonly refuse: (action: string, input: JsonObject) => void;
}

type Action = (input: JsonObject, context: ActionContext) => JsonObject | Promise<JsonObject>;

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

function send(input: JsonObject, { queue }: ActionContext): JsonObject {
  const message = readOutgoingMessage(input, queue.settings);
  const { messageId: MessageId, sequenceNumber: SequenceNumber } = queue.send(message);
  const MD5OfMessageAttributes = md5OfAttributes(message.attributes);
  return {
    MessageId,
    SequenceNumber,
    MD5OfMessageBody: md5(message.body),
    ...(MD5OfMessageAttributes && { MD5OfMessageAttributes }),
  };
}

/** Sends a batch. If an entry lacks an id that FIFO needs, or the batch is too long, it is refused as a whole. */
function sendBatch(input: JsonObject, context: ActionContext): JsonObject {
  const entries = readEntries(input);
  const { settings } = context.queue;
  for (const entry of entries) {
    if (optionalText(entry, 'MessageGroupId') === undefined) {
      throw new SqsError('InvalidParameterValue', 'The request must contain the parameter MessageGroupId.');
    }
    dedupIdOf(entry, settings);
  }
  const bytes = entries.map(messageBytes).reduce((sum, size) => sum + size, 0);
  if (bytes > settings.maxBatchBytes) {
    const sent = `Batch requests cannot be longer than ${settings.maxBatchBytes} bytes. You have sent ${bytes} bytes.`;
    throw new SqsError('BatchRequestTooLong', sent);
  }
  return runEach('SendMessage', send)({ Entries: entries }, context);
}

function writeMessage(message: ReceivedMessage, input: JsonObject): JsonObject {
  const names = [...textList(input, 'MessageSystemAttributeNames'), ...textList(input, 'AttributeNames')];
  const known = Object.entries(systemAttributes(message));
  const Attributes = Object.fromEntries(known.filter(([name]) => names.includes('All') || names.includes(name)));
  const MessageAttributes = selectAttributes(message.attributes, textList(input, 'MessageAttributeNames'));
  const MD5OfMessageAttributes = md5OfAttributes(MessageAttributes);
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    MD5OfBody: md5(message.body),
    Body: message.body,
    ...(Object.keys(Attributes).length > 0 && { Attributes }),
    ...(MD5OfMessageAttributes && { MD5OfMessageAttributes, MessageAttributes }),
  };
}

async function receive(input: JsonObject, { queue, signal }: ActionContext): Promise<JsonObject> {
  if (optionalText(input, 'ReceiveRequestAttemptId') !== undefined) {
    throw new SqsError('UnsupportedOperation', 'ReceiveRequestAttemptId is not part of this stand-in.');
  }
  const visibility = optionalInteger(input, 'VisibilityTimeout', 0, 43_200);
  const messages = await queue.receive({
    max: optionalInteger(input, 'MaxNumberOfMessages', 1, 10) ?? 1,
    waitMs: (optionalInteger(input, 'WaitTimeSeconds', 0, 20) ?? 0) * 1000,
    ...(visibility !== undefined && { visibilityTimeoutMs: visibility * 1000 }),
    signal,
  });
  return messages.length === 0 ? {} : { Messages: messages.map((message) => writeMessage(message, input)) };
}

function remove(input: JsonObject, { queue }: ActionContext): JsonObject {
  queue.delete(requiredText(input, 'ReceiptHandle'));
  return {};
}

function changeVisibility(input: JsonObject, { queue }: ActionContext): JsonObject {
  const seconds = optionalInteger(input, 'VisibilityTimeout', 0, 43_200);
  if (seconds === undefined) {
    throw new SqsError('MissingParameter', 'The request must contain the parameter VisibilityTimeout.');
  }
  queue.changeVisibility(requiredText(input, 'ReceiptHandle'), seconds * 1000);
  return {};
}

/** Returns the batch form of an action. `name` is the single form, for which `refuse` is called with each entry. */
function runEach(name: string, action: (entry: JsonObject, context: ActionContext) => JsonObject) {
  return (input: JsonObject, context: ActionContext): JsonObject =>
    runBatch(readEntries(input), (entry) => {
      context.refuse(name, entry);
      return action(entry, context);
    });
}

/**
 * The actions of SQS on one queue, by the name in `x-amz-target`. GetQueueUrl is not among them, as it does not name a
 * queue by URL.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Operations.html
 */
export const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['SendMessage', send],
  ['SendMessageBatch', sendBatch],
  ['ReceiveMessage', receive],
  ['DeleteMessage', remove],
  ['DeleteMessageBatch', runEach('DeleteMessage', remove)],
  ['ChangeMessageVisibility', changeVisibility],
  ['ChangeMessageVisibilityBatch', runEach('ChangeMessageVisibility', changeVisibility)],
  ['GetQueueAttributes', (input, { queue }) => queueAttributes(queue, textList(input, 'AttributeNames'))],
  [
    'PurgeQueue',
    (_input, { queue }) => {
      queue.purge();
      return {};
    },
  ],
]);
