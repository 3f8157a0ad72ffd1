import { parseArn } from '../aws/arn.js';
import type { ServiceEvent } from '../aws/service-event.js';
import { arrayAt, at, isObject, type JsonObject, objectAt, textAt, unquoted } from '../base/json.js';
import { parseMessage } from '../base/lenient-json.js';
import { parseTime } from '../text/format.js';
import { answerAllDelivered } from './delivered.js';
import { type Envelope, outermostSource } from './envelope.js';
import { pickProtocol } from './message-structure.js';

/**
 * The event with which SNS invokes the function: `Records[].EventSource`, with capitals.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
 */
export const sns: Envelope = {
  name: 'sns',
  matches(value) {
    const records = arrayAt(value, 'Records');
    return (
      records.length > 0 &&
      records.every((record) => at(record, 'EventSource') === 'aws:sns' && isObject(at(record, 'Sns')))
    );
  },
  open: (value, outer) =>
    arrayAt(value, 'Records').map((record, index) =>
      messageEvent(objectAt(record, 'Sns'), { ...outer, id: `${outer.id}:${index}` }),
    ),
  answer: answerAllDelivered,
};

/** The same notification as SNS writes it into the body of a queue's message. */
export const snsNotification: Envelope = {
  name: 'sns-notification',
  matches: (value) =>
    at(value, 'Type') === 'Notification' && typeof at(value, 'Message') === 'string' && isTopic(value),
  open: (value, outer) => [messageEvent(isObject(value) ? value : {}, outer)],
  answer: answerAllDelivered,
};

function isTopic(value: unknown): boolean {
  return textAt(value, 'TopicArn')?.startsWith('arn:') ?? false;
}

function messageEvent(notification: JsonObject, outer: ServiceEvent): ServiceEvent {
  const messageId = textAt(notification, 'MessageId');
  const message = at(notification, 'Message');
  const text = typeof message === 'string' ? pickProtocol(unquoted(message)) : '';
  const topicArn = textAt(notification, 'TopicArn') ?? '';
  const topic = parseArn(topicArn);
  return {
    ...outer,
    sourceName: outermostSource(outer, 'sns'),
    id: messageId === undefined ? outer.id : `sns:${messageId}`,
    account: topic?.account ?? outer.account,
    region: topic?.region ?? outer.region,
    occurredAt: parseTime(at(notification, 'Timestamp')) ?? outer.occurredAt,
    detail: parseMessage(text) ?? {},
    text,
    subject: textAt(notification, 'Subject') ?? '',
    topicArn,
    attributes: { ...outer.attributes, ...attributesOf(objectAt(notification, 'MessageAttributes')) },
  };
}

function attributesOf(attributes: JsonObject): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const name of Object.keys(attributes)) {
    const value = textAt(attributes, name, 'Value');
    if (value !== undefined && at(attributes, name, 'Type') !== 'Binary') texts[name] = value;
  }
  return texts;
}
