import { at, isObject } from '../base/json.js';
import { quote } from '../base/quote.js';
import { UnrecognisedEventError } from '../domain/errors.js';

/** The most keys that are named. */
const MAX_KEYS = 12;

interface Hint {
  matches(event: unknown): boolean;
  /** Says what the event is, and what to do instead. */
  readonly advice: string;
}

const has =
  (...path: readonly (string | number)[]) =>
  (event: unknown): boolean =>
    at(event, ...path) !== undefined;

const firstRecordFrom =
  (...sources: readonly string[]) =>
  (event: unknown): boolean =>
    sources.some((source) => at(event, 'Records', 0, 'eventSource') === source);

/** Events that are often connected by mistake, with the way that works. */
const HINTS: readonly Hint[] = [
  { matches: has('methodArn'), advice: 'it is for an API Gateway authorizer: connect the function as an integration' },
  { matches: has('routeArn'), advice: 'it is for an API Gateway authorizer: connect the function as an integration' },
  { matches: has('requestContext', 'connectionId'), advice: 'it is a WebSocket event: use a REST or HTTP API' },
  { matches: has('SubscribeURL'), advice: 'it is an SNS HTTPS delivery: subscribe the function itself to the topic' },
  { matches: has('SigningCertURL'), advice: 'it is an SNS HTTPS delivery: subscribe the function itself to the topic' },
  { matches: has('requestContext', 'serviceNetworkArn'), advice: 'it comes from VPC Lattice: use a REST or HTTP API' },
  { matches: has('raw_path'), advice: 'it comes from VPC Lattice: use a REST or HTTP API' },
  { matches: has('Records', 0, 'cf'), advice: 'it comes from CloudFront: use a REST or HTTP API' },
  { matches: has('awslogs', 'data'), advice: 'it is a log subscription: alarm on a metric filter instead' },
  { matches: has('ResponseURL'), advice: 'it is a CloudFormation custom resource' },
  { matches: has('triggerSource'), advice: 'it is a Cognito trigger' },
  {
    matches: has('invokingEvent'),
    advice: 'it is for an AWS Config rule: use the EventBridge event of the compliance change',
  },
  {
    matches: has('CodePipeline.job'),
    advice: 'it is a CodePipeline job: use a notification rule or EventBridge instead',
  },
  {
    matches: firstRecordFrom('aws:kinesis', 'aws:dynamodb'),
    advice: 'it is a batch from a data stream: send messages for people through SNS or EventBridge',
  },
  { matches: (event) => at(event, 'Event') === 's3:TestEvent', advice: 'it is the test event of an S3 notification' },
  {
    matches: (event) => at(event, 'Event') === 'autoscaling:TEST_NOTIFICATION',
    advice: 'it is the test notification of an Auto Scaling group',
  },
  { matches: has('key1'), advice: 'it is the console\'s test template: try {"push_message": "hello"}' },
  { matches: (event) => isObject(event) && Object.keys(event).length === 0, advice: 'it is empty' },
];

/** Returns the error for an event that nothing reads. It names the top-level keys, and never a value. */
export function unrecognised(event: unknown, what = 'the event'): UnrecognisedEventError {
  const advice = HINTS.find((hint) => hint.matches(event))?.advice;
  const hint = advice === undefined ? '' : ` (${advice})`;
  return new UnrecognisedEventError(
    `Cannot read ${what} as it is neither a known event nor a known payload: current value is ${describe(event)}${hint}`,
  );
}

function describe(event: unknown): string {
  if (event === null || event === undefined) return String(event);
  if (Array.isArray(event)) return `a list of ${event.length}`;
  if (typeof event !== 'object') return `a ${typeof event}`;
  const keys = Object.keys(event);
  if (keys.length === 0) return 'an object without keys';
  const named = keys.slice(0, MAX_KEYS).map(quote);
  return `an object with ${named.join(', ')}${keys.length > MAX_KEYS ? ` and ${keys.length - MAX_KEYS} more` : ''}`;
}
