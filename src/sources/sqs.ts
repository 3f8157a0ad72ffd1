import { parseArn } from '../aws/arn.js';
import type { ServiceEvent } from '../aws/service-event.js';
import { arrayAt, at, type JsonObject, objectAt, textAt, unquoted } from '../base/json.js';
import { parseMessage } from '../base/lenient-json.js';
import { parseTime } from '../text/format.js';
import { isRecordDone } from './delivered.js';
import { type Envelope, outermostSource, type RecordOutcome } from './envelope.js';
import { pickProtocol } from './message-structure.js';

/** The part of a batch that Lambda delivers again. */
interface BatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/**
 * A batch from a queue. The body of a message is an SNS notification, an EventBridge event, a payload or plain text.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export const sqs: Envelope = {
  name: 'sqs',
  matches(value) {
    const records = arrayAt(value, 'Records');
    return records.length > 0 && records.every((record) => at(record, 'eventSource') === 'aws:sqs');
  },
  open: (value, outer) => arrayAt(value, 'Records').map((record) => bodyEvent(record, outer)),
  answer: (records, value) => failedItems(records, arrayAt(value, 'Records')),
};

/** Reports the failed records. In a FIFO queue, the later records of a group fail with the first, or they would overtake it. */
function failedItems(outcomes: readonly RecordOutcome[], records: readonly unknown[]): BatchResponse {
  const stopped = new Set<string>();
  const failed = records.filter((record, index) => {
    const group = textAt(record, 'attributes', 'MessageGroupId');
    const outcome = outcomes[index];
    const fails = (group !== undefined && stopped.has(group)) || outcome === undefined || !isRecordDone(outcome);
    if (fails && group !== undefined) stopped.add(group);
    return fails;
  });
  return { batchItemFailures: failed.map((record) => ({ itemIdentifier: textAt(record, 'messageId') ?? '' })) };
}

function bodyEvent(record: unknown, outer: ServiceEvent): ServiceEvent {
  const body = at(record, 'body');
  const text = typeof body === 'string' ? pickProtocol(unquoted(body)) : '';
  const arn = textAt(record, 'eventSourceARN') ?? '';
  const queue = parseArn(arn);
  return {
    ...outer,
    sourceName: outermostSource(outer, 'sqs'),
    id: `sqs:${textAt(record, 'messageId') ?? outer.id}`,
    account: queue?.account ?? outer.account,
    region: queue?.region ?? outer.region,
    occurredAt: parseTime(at(record, 'attributes', 'SentTimestamp')) ?? outer.occurredAt,
    detail: parseMessage(text) ?? {},
    text,
    queue: { arn, deadLetterOf: textAt(record, 'attributes', 'DeadLetterQueueSourceArn') },
    attributes: { ...outer.attributes, ...attributesOf(objectAt(record, 'messageAttributes')) },
  };
}

/** Reads SNS message attributes in the form that raw delivery gives them. */
function attributesOf(attributes: JsonObject): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const name of Object.keys(attributes)) {
    const value = textAt(attributes, name, 'stringValue');
    if (value !== undefined) texts[name] = value;
  }
  return texts;
}
