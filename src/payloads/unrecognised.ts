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

/** Finds the source of a batch: on each record by Lambda, on each element of a list by a pipe, else on the batch. */
const batchFrom =
  (...sources: readonly string[]) =>
  (event: unknown): boolean =>
    [at(event, 'Records', 0, 'eventSource'), at(event, 0, 'eventSource'), at(event, 'eventSource')].some(
      (source) => typeof source === 'string' && sources.includes(source),
    );

/** Events that are often connected by mistake, with the way that works. */
const HINTS: readonly Hint[] = [
  { matches: has('methodArn'), advice: 'it is for an API Gateway authorizer: connect the function as an integration' },
  { matches: has('routeArn'), advice: 'it is for an API Gateway authorizer: connect the function as an integration' },
  { matches: has('requestContext', 'connectionId'), advice: 'it is a WebSocket event: use a REST or HTTP API' },
  {
    matches: (event) => at(event, 'Type') === 'SubscriptionConfirmation',
    advice:
      'it asks to confirm an SNS subscription, which is never done here: subscribe the function itself to the topic',
  },
  { matches: has('SubscribeURL'), advice: 'it is an SNS HTTPS delivery: subscribe the function itself to the topic' },
  { matches: has('SigningCertURL'), advice: 'it is an SNS HTTPS delivery: subscribe the function itself to the topic' },
  { matches: has('requestContext', 'serviceNetworkArn'), advice: 'it comes from VPC Lattice: use a REST or HTTP API' },
  { matches: has('raw_path'), advice: 'it comes from VPC Lattice: use a REST or HTTP API' },
  { matches: has('Records', 0, 'cf'), advice: 'it comes from CloudFront: use a REST or HTTP API' },
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
    matches: batchFrom('aws:kinesis', 'aws:dynamodb', 'aws:docdb'),
    advice: 'it is a batch from a data stream: send messages for people through SNS or EventBridge',
  },
  {
    matches: batchFrom('aws:kafka', 'SelfManagedKafka'),
    advice: 'it is a batch from Kafka (MSK), a data stream: send messages for people through SNS or EventBridge',
  },
  {
    matches: batchFrom('aws:mq', 'aws:rmq'),
    advice: 'it is a batch from a message broker of Amazon MQ: send messages for people through SNS or EventBridge',
  },
  {
    matches: has('deliveryStreamArn'),
    advice: 'it is for a Firehose transformation: subscribe the function to the topic or the bus itself',
  },
  { matches: has('applicationArn'), advice: 'it is for a transformation of Kinesis Data Analytics' },
  { matches: has('invocationSchemaVersion'), advice: 'it is a task of S3 Batch Operations' },
  { matches: has('ClientRequestToken'), advice: 'it is for the rotation of a secret' },
  {
    matches: (event) => Array.isArray(at(event, 'Records')),
    advice: 'its "Records" carry no messages for people',
  },
  {
    matches: Array.isArray,
    advice: 'it is a list, as EventBridge Pipes sends: let its input template make {"push_message": …} of each element',
  },
  { matches: (event) => at(event, 'Event') === 's3:TestEvent', advice: 'it is the test event of an S3 notification' },
  {
    matches: (event) => at(event, 'Event') === 'autoscaling:TEST_NOTIFICATION',
    advice: 'it is the test notification of an Auto Scaling group',
  },
  { matches: has('key1'), advice: 'it is the console\'s test template: try {"push_message": "hello"}' },
  { matches: (event) => isObject(event) && Object.keys(event).length === 0, advice: 'it is empty' },
];

/** Returns the advice for an event that is connected by mistake, or `undefined` for any other. */
export function adviceFor(event: unknown): string | undefined {
  return HINTS.find((hint) => hint.matches(event))?.advice;
}

/** Returns the error for an event that nothing reads. It names the top-level keys, and never a value. */
export function unrecognised(event: unknown, what = 'the event'): UnrecognisedEventError {
  const advice = adviceFor(event);
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
