import { resourceName } from '../../../aws/arn.js';
import type { ServiceEvent } from '../../../aws/service-event.js';
import { type JsonObject, objectAt, textAt } from '../../../base/json.js';
import { firstText } from '../../toolkit/first-value.js';

/** The service that gave a message up. */
export type Carrier = 'eventbridge' | 'scheduler' | 'pipes' | 'sns' | 'lambda' | 'sqs';

/** A message that its carrier could not deliver, or that its consumer could not process, as far as the carrier tells. */
export interface DeadLetter {
  readonly carrier: Carrier;
  /** ARN or name of the rule, schedule, pipe, topic or queue. Of Lambda, which names no function, the dead-letter queue or topic. */
  readonly from: string;
  /** ARN of what should have had it. */
  readonly target?: string | undefined;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  /** The carrier's reason for giving up: `MaximumRetryAttempts`. */
  readonly condition?: string | undefined;
  readonly retries?: string | undefined;
  /** The stream that a pipe reads, and the number of its records that were given up. */
  readonly stream?: string | undefined;
  readonly records?: string | undefined;
  /** The time a schedule was due. */
  readonly plannedFor?: string | undefined;
  /** The kind of thing inside, never its content: a `detail-type`, a subject. */
  readonly carried?: string | undefined;
  readonly requestId?: string | undefined;
}

type Reader = (event: ServiceEvent) => DeadLetter | undefined;

/** Ends the name of a queue that holds dead letters, by every convention met: `orders-dlq`, `OrdersDeadLetterQueue.fifo`. */
const DEAD_LETTER_QUEUE = /(dlq|dead[-_]?letters?([-_]?queue)?)(\.fifo)?$/i;

/** Tried in this order: what names the most comes first. */
const READERS: readonly Reader[] = [ofEventBridge, ofScheduler, ofMarks, ofPipes, ofQueue];

/**
 * Reads a dead letter in the shape in which each service writes it; `undefined` if the event is not one. Never throws.
 * - EventBridge and Scheduler: message attributes of the queue's message, the event or input in its body.
 * - Lambda, and SNS for a subscription: the attributes `RequestID`, `ErrorCode` and `ErrorMessage`.
 * - Pipes: a record in the body, without the batch itself.
 * - A queue's redrive policy, and whatever else ends in a queue that is named after its purpose.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-event-delivery.html
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-error-troubleshooting.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export function readDeadLetter(event: ServiceEvent): DeadLetter | undefined {
  for (const read of READERS) {
    const letter = read(event);
    if (letter) return letter;
  }
  return undefined;
}

/** Returns true if the event is a dead letter. */
export function isDeadLetter(event: ServiceEvent): boolean {
  return readDeadLetter(event) !== undefined;
}

function ofEventBridge({ attributes, detail }: ServiceEvent): DeadLetter | undefined {
  const from = attributes['RULE_ARN'];
  if (from === undefined || attributes['ERROR_CODE'] === undefined) return undefined;
  return { carrier: 'eventbridge', from, ...failureOf(attributes), carried: carriedBy(detail) };
}

function ofScheduler({ attributes }: ServiceEvent): DeadLetter | undefined {
  const from = attributes['SCHEDULE_ARN'];
  if (from === undefined || attributes['ERROR_CODE'] === undefined) return undefined;
  return { carrier: 'scheduler', from, ...failureOf(attributes), plannedFor: attributes['SCHEDULED_TIME'] };
}

function failureOf(attributes: ServiceEvent['attributes']): Partial<DeadLetter> {
  return {
    target: attributes['TARGET_ARN'],
    code: attributes['ERROR_CODE'],
    message: attributes['ERROR_MESSAGE'],
    condition: attributes['EXHAUSTED_RETRY_CONDITION'],
    retries: attributes['RETRY_ATTEMPTS'],
  };
}

/** The three attributes that Lambda sets together. The message itself is what the function, or the subscription, was given. */
function ofMarks({ attributes, detail, queue, topicArn }: ServiceEvent): DeadLetter | undefined {
  const { RequestID: requestId, ErrorCode: code, ErrorMessage: message } = attributes;
  if (requestId === undefined || code === undefined || message === undefined) return undefined;
  const topic = topicIn(detail);
  if (topic !== undefined) return { carrier: 'sns', from: topic, message, carried: textAt(detail, 'Subject') };
  return { carrier: 'lambda', from: topicArn || (queue?.arn ?? ''), code, message, requestId };
}

function ofPipes({ detail }: ServiceEvent): DeadLetter | undefined {
  const from = textAt(detail, 'context', 'partnerResourceArn');
  const condition = textAt(detail, 'context', 'condition');
  if (from === undefined || condition === undefined) return undefined;
  const batch = { ...objectAt(detail, 'KinesisBatchInfo'), ...objectAt(detail, 'DDBStreamBatchInfo') };
  // A table's stream is named after the table and the time it was switched on.
  const stream = firstText(batch, 'streamArn')?.split('/stream/')[0];
  return { carrier: 'pipes', from, condition, stream, records: textAt(batch, 'batchSize') };
}

/** A record of an invocation says more itself. */
function ofQueue({ detail, queue }: ServiceEvent): DeadLetter | undefined {
  if (queue === undefined || textAt(detail, 'requestContext', 'functionArn') !== undefined) return undefined;
  if (queue.deadLetterOf !== undefined) return { carrier: 'sqs', from: queue.deadLetterOf, carried: carriedBy(detail) };
  if (!DEAD_LETTER_QUEUE.test(resourceName(queue.arn))) return undefined;
  const topic = topicIn(detail);
  if (topic !== undefined) return { carrier: 'sns', from: topic, carried: textAt(detail, 'Subject') };
  return { carrier: 'sqs', from: '', carried: carriedBy(detail) };
}

function topicIn(detail: JsonObject): string | undefined {
  return textAt(detail, 'Type') === 'Notification' ? textAt(detail, 'TopicArn') : undefined;
}

function carriedBy(detail: JsonObject): string | undefined {
  return textAt(detail, 'detail-type');
}
