import { at, isObject, parseObject, textAt } from '../../src/base/json.js';

/**
 * The event in a message of the failed queue, as the function was or would have been invoked with it: what Lambda's record of a
 * failed invocation holds, SNS's message as Lambda gets it, an EventBridge event, or whatever else stands there.
 * @throws Error for a record without its event.
 */
export function failedEvent(body: string): unknown {
  const parsed = parseObject(body);
  if (textAt(parsed, 'requestContext', 'functionArn') !== undefined) {
    const event = at(parsed, 'requestPayload');
    if (event === undefined || event === null) throw new Error('Cannot replay as the record does not hold its event');
    return event;
  }
  if (textAt(parsed, 'Type') === 'Notification' && textAt(parsed, 'TopicArn') !== undefined) return snsEvent(parsed);
  return parsed ?? body;
}

/** Lambda spells two of the names otherwise. @see https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
function snsEvent(notification: unknown): unknown {
  const { SigningCertURL, UnsubscribeURL, ...Sns } = isObject(notification) ? notification : {};
  const renamed = { ...Sns, SigningCertUrl: SigningCertURL, UnsubscribeUrl: UnsubscribeURL };
  return { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', EventSubscriptionArn: '', Sns: renamed }] };
}

/** One line about it for a person. */
export function describeFailedEvent(body: string): string {
  const parsed = parseObject(body);
  const why = textAt(parsed, 'responsePayload', 'errorMessage') ?? textAt(parsed, 'requestContext', 'condition');
  const event = at(parsed, 'requestPayload') ?? parsed;
  const what =
    textAt(event, 'detail-type') ??
    textAt(event, 'alarmData', 'alarmName') ??
    textAt(event, 'Subject') ??
    textAt(event, 'Records', 0, 'Sns', 'Subject') ??
    Object.keys(isObject(event) ? event : {}).join(', ');
  return why === undefined ? what : `${what} (${why})`;
}
