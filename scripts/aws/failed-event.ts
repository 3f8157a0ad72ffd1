import { at, isObject, parseObject, textAt } from '../../src/base/json.js';

/**
 * Returns the event in a message of the failed queue, as the function was or would have been invoked with it: the event
 * in Lambda's record of a failed invocation, SNS's message as Lambda receives it, an EventBridge event, or anything
 * else as it is.
 * @throws {Error} If a record lacks its event.
 */
export function failedEvent(body: string): unknown {
  const parsed = parseObject(body);
  if (isRecord(parsed)) return recordedEvent(body);
  if (textAt(parsed, 'Type') === 'Notification' && textAt(parsed, 'TopicArn') !== undefined) return snsEvent(parsed);
  return parsed ?? body;
}

const isRecord = (parsed: unknown): boolean => textAt(parsed, 'requestContext', 'functionArn') !== undefined;

/**
 * Returns the event in Lambda's record of a failed invocation.
 * @throws {Error} If it is no such record, or lacks its event.
 */
export function recordedEvent(body: string): unknown {
  const parsed = parseObject(body);
  if (!isRecord(parsed)) throw new Error("Cannot replay as it is not Lambda's record of an invocation");
  const event = at(parsed, 'requestPayload');
  if (event === undefined || event === null) throw new Error('Cannot replay as the record does not hold its event');
  return event;
}

/**
 * Returns the event with two names spelled as Lambda does.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
 */
function snsEvent(notification: unknown): unknown {
  const { SigningCertURL, UnsubscribeURL, ...Sns } = isObject(notification) ? notification : {};
  const renamed = { ...Sns, SigningCertUrl: SigningCertURL, UnsubscribeUrl: UnsubscribeURL };
  return { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', EventSubscriptionArn: '', Sns: renamed }] };
}

/** Describes it to a person in one line. */
export function describeFailedEvent(body: string): string {
  const parsed = parseObject(body);
  const why = textAt(parsed, 'responsePayload', 'errorMessage') ?? textAt(parsed, 'requestContext', 'condition');
  const event = at(parsed, 'requestPayload') ?? parsed;
  const what =
    textAt(event, 'wecomrobot') ??
    textAt(event, 'detail-type') ??
    textAt(event, 'alarmData', 'alarmName') ??
    textAt(event, 'Subject') ??
    textAt(event, 'Records', 0, 'Sns', 'Subject') ??
    textAt(parseObject(textAt(event, 'Records', 0, 'Sns', 'Message') ?? ''), 'AlarmName') ??
    textAt(event, 'Records', 0, 'Sns', 'MessageId') ??
    Object.keys(isObject(event) ? event : {}).join(', ');
  return why === undefined ? what : `${what} (${why})`;
}
