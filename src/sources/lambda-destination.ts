import { parseArn } from '../aws/arn.js';
import { at, isObject, textAt } from '../base/json.js';
import { parseTime } from '../text/format.js';
import { answerAllDelivered } from './delivered.js';
import { type Envelope, outermostSource } from './envelope.js';

/**
 * The record of another function's invocation, sent to its destination. The event that the function was given is in
 * `requestPayload` (a stream's batch has none) and is not read: the news is that the function failed.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export const lambdaDestination: Envelope = {
  name: 'lambda-destination',
  matches: (value) =>
    typeof at(value, 'requestContext', 'functionArn') === 'string' &&
    typeof at(value, 'requestContext', 'condition') === 'string',
  open(value, outer) {
    const functionArn = textAt(value, 'requestContext', 'functionArn') ?? '';
    const requestId = textAt(value, 'requestContext', 'requestId');
    const succeeded = textAt(value, 'requestContext', 'condition') === 'Success';
    const arn = parseArn(functionArn);
    return [
      {
        ...outer,
        sourceName: outermostSource(outer, 'invoke'),
        id: requestId === undefined ? outer.id : `lambda:${requestId}`,
        // The names under which EventBridge carries the same record.
        source: 'lambda',
        detailType: `Lambda Function Invocation Result - ${succeeded ? 'Success' : 'Failure'}`,
        account: arn?.account ?? outer.account,
        region: arn?.region ?? outer.region,
        occurredAt: parseTime(at(value, 'timestamp')) ?? outer.occurredAt,
        resources: [functionArn],
        detail: isObject(value) ? value : {},
        text: '',
        subject: '',
      },
    ];
  },
  answer: answerAllDelivered,
};
