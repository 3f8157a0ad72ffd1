import type { ServiceEvent } from '../aws/service-event.js';
import { at, isObject, textAt } from '../base/json.js';
import { parseMessage } from '../base/lenient-json.js';
import { answerAllDelivered } from './delivered.js';
import { type Envelope, outermostSource } from './envelope.js';
import { sqs } from './sqs.js';

/** Data streams and brokers: their records are not worth one message each. */
const STREAM = /^(aws:(kinesis|dynamodb|kafka|mq|rmq)|SelfManagedKafka)$/;

/**
 * The batch of an EventBridge pipe, with which it always invokes a function as a bare list: a queue's records, or what the
 * pipe's input template made of them, each of which is read as an event or payload of its own. To a topic or a queue, a
 * pipe sends the same records one by one.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-batching-concurrency.html
 */
export const pipes: Envelope = {
  name: 'eventbridge-pipes',
  matches: (value) => isQueueRecord(value) || (Array.isArray(value) && value.length > 0 && value.every(isElement)),
  open(value, outer) {
    const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
    return elements.flatMap((element, index) => {
      const own = { ...outer, id: `${outer.id}:${index}` };
      return isQueueRecord(element) ? sqs.open({ Records: [element] }, own) : [elementEvent(element, own)];
    });
  },
  answer(records, value) {
    // A pipe takes a queue's partial failures in the form in which Lambda itself does.
    if (Array.isArray(value) && value.every(isQueueRecord)) return sqs.answer(records, { Records: value });
    return answerAllDelivered(records);
  },
};

function isQueueRecord(value: unknown): boolean {
  return at(value, 'eventSource') === 'aws:sqs' && typeof at(value, 'body') === 'string';
}

function isElement(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return isObject(value) && !STREAM.test(textAt(value, 'eventSource') ?? '');
}

function elementEvent(element: unknown, outer: ServiceEvent): ServiceEvent {
  const text = typeof element === 'string' ? element : JSON.stringify(element);
  const detail = isObject(element) ? element : (parseMessage(text) ?? {});
  return { ...outer, sourceName: outermostSource(outer, 'eventbridge'), detail, text };
}
