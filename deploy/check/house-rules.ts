import { arrayAt, at, type JsonObject, numberAt, objectAt, textAt } from '../../src/base/json.js';
import { checkPermissions, checkPolicies } from './policies.js';
import { checkTls } from './tls.js';
import { resourcesIn, walk } from './walk.js';

/** A rule for one resource. Returns its faults, if any. */
type HouseRule = (
  resource: JsonObject,
  all: ReadonlyMap<string, JsonObject>,
) => readonly (string | undefined | false)[];

const properties = (resource: JsonObject | undefined): JsonObject => objectAt(resource, 'Properties');
const referred = (all: ReadonlyMap<string, JsonObject>, value: unknown): JsonObject | undefined =>
  all.get(textAt(value, 'Fn::GetAtt', 0) ?? textAt(value, 'Ref') ?? '');
const isFifo = (queue: JsonObject | undefined): boolean => properties(queue)['FifoQueue'] === true;
const isStandardQueue = (queue: JsonObject | undefined): boolean =>
  textAt(queue, 'Type') === 'AWS::SQS::Queue' && !isFifo(queue);

/** Returns a name that is given, or the text of the one that CloudFormation makes. */
const nameAt = (resource: JsonObject, property: string): string | undefined =>
  textAt(resource, 'Properties', property) ?? textAt(resource, 'Properties', property, 'Fn::Sub');

/** The path from a bucket's encryption to its algorithm. */
const ENCRYPTION = ['ServerSideEncryptionConfiguration', 0, 'ServerSideEncryptionByDefault', 'SSEAlgorithm'] as const;

/** Returns true for a resource that outlives the stack, unless the stack never came to be. */
const isRetained = (resource: JsonObject | undefined): boolean =>
  resource?.['DeletionPolicy'] === 'RetainExceptOnCreate' && resource['UpdateReplacePolicy'] === 'Retain';

const RULES: Readonly<Record<string, HouseRule>> = {
  'AWS::SQS::Queue': (queue, all) => {
    const deadLetters = referred(all, at(queue, 'Properties', 'RedrivePolicy', 'deadLetterTargetArn'));
    return [
      properties(queue)['SqsManagedSseEnabled'] !== true && 'is not encrypted',
      !isRetained(queue) && 'holds messages and is not retained',
      numberAt(queue, 'Properties', 'MessageRetentionPeriod') !== 1_209_600 && 'keeps messages less than 14 days',
      deadLetters && isFifo(deadLetters) !== isFifo(queue) && 'has dead letters of the other kind of queue',
    ];
  },
  'AWS::Logs::LogGroup': (group) => [
    numberAt(group, 'Properties', 'RetentionInDays') === undefined && 'keeps lines forever',
  ],
  'AWS::Lambda::Function': (fn, all) => {
    const name = nameAt(fn, 'FunctionName') ?? '';
    const groups = [...all.values()].map((one) => nameAt(one, 'LogGroupName'));
    return [
      textAt(fn, 'Properties', 'LoggingConfig', 'LogFormat') !== 'JSON' && 'does not log JSON',
      !/^(wecomrobot-.+|\$\{AWS::StackName\})-(notify|deliver)$/.test(name) && `is called ${name}`,
      !groups.includes(`/aws/lambda/${name}`) && 'has no log group of its own',
    ];
  },
  'AWS::Lambda::EventSourceMapping': (mapping, all) => {
    const queue = referred(all, at(mapping, 'Properties', 'EventSourceArn'));
    const consumer = referred(all, at(mapping, 'Properties', 'FunctionName'));
    const visibility = numberAt(queue, 'Properties', 'VisibilityTimeout') ?? 30;
    return [
      visibility <= (numberAt(consumer, 'Properties', 'Timeout') ?? 3) &&
        'has a visibility timeout shorter than an invocation',
      !arrayAt(mapping, 'Properties', 'FunctionResponseTypes').includes('ReportBatchItemFailures') &&
        'fails whole batches',
    ];
  },
  'AWS::Lambda::EventInvokeConfig': (config, all) => {
    // An alias is for heartbeats only.
    if (textAt(config, 'Properties', 'Qualifier') !== '$LATEST')
      return [numberAt(config, 'Properties', 'MaximumRetryAttempts') !== 0 && 'repeats heartbeats'];
    const bucket = referred(all, at(config, 'Properties', 'DestinationConfig', 'OnFailure', 'Destination'));
    if (textAt(bucket, 'Type') !== 'AWS::S3::Bucket')
      return ['loses events: one that cannot be queued needs a bucket to go to'];
    return [
      !isRetained(bucket) && 'keeps events in a bucket that is not retained',
      numberAt(bucket, 'Properties', 'LifecycleConfiguration', 'Rules', 0, 'ExpirationInDays') !== 14 &&
        'does not keep events for 14 days',
    ];
  },
  'AWS::S3::Bucket': (bucket) => [
    Object.values(objectAt(bucket, 'Properties', 'PublicAccessBlockConfiguration')).filter((is) => is === true).length <
      4 && 'may be opened to the public',
    textAt(bucket, 'Properties', 'BucketEncryption', ...ENCRYPTION) === undefined && 'is not encrypted',
  ],
  'AWS::Events::Rule': (rule, all) =>
    arrayAt(rule, 'Properties', 'Targets').flatMap((target) =>
      textAt(referred(all, at(target, 'Arn')), 'Type') === 'AWS::Lambda::Alias'
        ? repeatsOf(target)
        : lossesOf(target, all),
    ),
  'AWS::SNS::Subscription': (subscription, all) => {
    const isElsewhere = textAt(subscription, 'Properties', 'Region') !== undefined;
    const deadLetters = referred(all, at(subscription, 'Properties', 'RedrivePolicy', 'deadLetterTargetArn'));
    return [!isElsewhere && !isStandardQueue(deadLetters) && 'loses messages: it has no dead letters'];
  },
  'AWS::ApiGatewayV2::Stage': (stage) => [
    numberAt(stage, 'Properties', 'DefaultRouteSettings', 'ThrottlingRateLimit') === undefined && 'is not throttled',
    /query|\$context\.(path|resourcePath|protocol|authorizer)/i.test(
      textAt(stage, 'Properties', 'AccessLogSettings', 'Format') ?? 'query',
    ) && 'logs paths or query strings, which may hold a token',
  ],
  'AWS::CloudWatch::Alarm': (alarm) => [
    [...walk(at(alarm, 'Properties', 'AlarmActions'), '')].some(({ value }) =>
      ['NotifyLambdaFunction', 'DeliverLambdaFunction', 'Topic'].some((id) => value === id),
    ) && 'is sent through what it watches',
  ],
};

function lossesOf(target: unknown, all: ReadonlyMap<string, JsonObject>): readonly (string | false)[] {
  return [
    !isStandardQueue(referred(all, at(target, 'DeadLetterConfig', 'Arn'))) && 'loses events: it has no dead letters',
    numberAt(target, 'RetryPolicy', 'MaximumRetryAttempts') !== 185 && 'tries less often than EventBridge can',
  ];
}

/** A heartbeat, which alone comes in by an alias, is followed by the next: retried or kept, it would only mislead. */
function repeatsOf(target: unknown): readonly (string | false)[] {
  return [numberAt(target, 'RetryPolicy', 'MaximumRetryAttempts') !== 0 && 'repeats heartbeats'];
}

/**
 * Checks what we want of a template beyond what CloudFormation accepts: nothing lost, nothing open, nothing kept
 * forever.
 * @param partition ARNs of other partitions are faults, and so are ARNs of this one if no setting gave them.
 * @param given ARNs from the settings.
 * @returns one line per fault.
 */
export function checkHouseRules(
  template: unknown,
  partition: string,
  given: readonly string[] = [],
): readonly string[] {
  const all = new Map(resourcesIn(template));
  const faults = [...all].flatMap(([id, resource]) => {
    const rule = RULES[textAt(resource, 'Type') ?? ''];
    return rule ? rule(resource, all).flatMap((fault) => (fault ? [`${id}: ${fault}`] : [])) : [];
  });
  return [
    ...faults,
    ...checkPolicies(template),
    ...checkPermissions(template),
    ...checkTls(template),
    ...checkArns(template, partition, given),
  ];
}

function checkArns(template: unknown, partition: string, given: readonly string[]): readonly string[] {
  return [...walk(template, 'template')].flatMap(({ path, value }) => {
    if (typeof value !== 'string' || !/\barn:aws[a-z-]*:/.test(value)) return [];
    const isGiven = given.includes(value) && value.startsWith(`arn:${partition}:`);
    return isGiven ? [] : [`${path}: ${value} does not work in every partition`];
  });
}
