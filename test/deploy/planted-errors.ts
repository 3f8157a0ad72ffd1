import { objectAt } from '../../src/base/json.js';

/** An error of one kind: where it is planted, what stands there then (nothing: it is left out), and the line that catches it. */
type PlantedError = readonly [kind: string, path: string, value: unknown, caught: string];

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const LOGGING = 'NotifyLambdaFunction.Properties.LoggingConfig.LogFormat';
const STATEMENT = 'NotifyRole.Properties.Policies.0.PolicyDocument.Statement.1';
const TOPIC_STATEMENT = 'TopicPolicy.Properties.PolicyDocument.Statement.0';
const QUEUE_STATEMENT = 'FailedQueuePolicy.Properties.PolicyDocument.Statement.0';
const ON_FAILURE = 'NotifyInvokeConfig.Properties.DestinationConfig.OnFailure.Destination';
const BUCKET = 'FailedEventBucket';
const KEEP = 'NotifyRole.Properties.Policies.0.PolicyDocument.Statement.2';
const READS = 'NotifyRole.Properties.Policies.0.PolicyDocument.Statement.4';
const READS_MUTES = 'NotifyRole.Properties.Policies.0.PolicyDocument.Statement.5';
const OTHER_ARN = 'arn:aws:events:ap-southeast-1:111122223333:rule/*';

/** What CloudFormation would refuse, or take and fail with later. */
const SPECIFICATION: readonly PlantedError[] = [
  ['a type that does not exist', 'Queue.Type', 'AWS::SQS::Que', 'there is no resource type AWS::SQS::Que'],
  ['a misspelt property', 'Queue.Properties.Visibility', 90, 'Queue.Properties: there is no property Visibility'],
  [
    'a misspelt property deep inside',
    'QueueMapping.Properties.ScalingConfig.Maximum',
    10,
    'QueueMapping.Properties.ScalingConfig: there is no property Maximum',
  ],
  [
    'a required property left out',
    'TopicSubscription.Properties.Protocol',
    undefined,
    'TopicSubscription.Properties: lacks the required property Protocol',
  ],
  ['a text for a number', 'Queue.Properties.VisibilityTimeout', '90', 'VisibilityTimeout: must be a whole number'],
  ['a text for a truth', 'Queue.Properties.FifoQueue', 'true', 'FifoQueue: must be true or false'],
  [
    'one for a list',
    'TopicPolicy.Properties.Topics',
    { Ref: 'Topic' },
    'TopicPolicy.Properties.Topics: must be a list',
  ],
  ['a value that is not taken', LOGGING, 'json', 'LoggingConfig.LogFormat: json is not one of Text, JSON'],
  ['an attribute that no resource has', 'Queue.DependOn', 'Topic', 'Queue: a resource has no attribute DependOn'],
  ['a policy that there is not', 'Queue.DeletionPolicy', 'Keep', 'Queue.DeletionPolicy: Keep is not a policy'],
  [
    'a reference to nothing',
    'QueueMapping.Properties.FunctionName',
    { Ref: 'Deliver' },
    'QueueMapping.Properties.FunctionName: refers to Deliver, which does not exist',
  ],
  [
    'a reference to nothing inside a text',
    'HttpApiPermission.Properties.SourceArn',
    { 'Fn::Sub': 'arn:${AWS::Partition}:execute-api:${Api}/*' },
    'HttpApiPermission.Properties.SourceArn: refers to Api, which does not exist',
  ],
  [
    'an attribute asked for that there is not',
    'QueueMapping.Properties.EventSourceArn',
    { 'Fn::GetAtt': ['Queue', 'ARN'] },
    'AWS::SQS::Queue has no attribute ARN',
  ],
  [
    'a function that CloudFormation has not',
    'Topic.Properties.TopicName',
    { 'Fn::Substitute': 'alarms' },
    'Fn::Substitute is not a function that this template uses',
  ],
  ['a dependency on nothing', 'QueueMapping.DependsOn', ['Role'], 'DependsOn: refers to Role, which does not exist'],
  ['a circle', 'FailedQueue.DependsOn', 'FailedQueuePolicy', 'waits for itself through FailedQueuePolicy'],
];

/** What CloudFormation would take, and we do not. */
const HOUSE_RULES: readonly PlantedError[] = [
  ['a role that may do everything', `${STATEMENT}.Action`, ['sqs:*'], 'Action: * allows more than intended'],
  ['a role that may do it to everything', `${STATEMENT}.Resource`, '*', 'Resource: * allows more than intended'],
  [
    'a reader of alarms in any region',
    `${READS}.Condition`,
    undefined,
    `${READS}.Resource: * allows more than intended`,
  ],
  [
    'a reader of alarms that may write them',
    `${READS}.Action.0`,
    'cloudwatch:PutMetricAlarm',
    'Resource: * allows more',
  ],
  ['a reader of all mute rules’ accounts', `${READS_MUTES}.Resource`, '*', 'Resource: * allows more than intended'],
  ['a tick without dead letters', 'TickRule.Properties.Targets.0.DeadLetterConfig', undefined, 'loses events'],
  ['a topic open to everybody', `${TOPIC_STATEMENT}.Principal`, '*', 'Principal: * allows more than intended'],
  [
    "a service publishing for anybody's account",
    `${TOPIC_STATEMENT}.Condition`,
    undefined,
    'TopicPolicy.Properties.PolicyDocument.Statement.0: a service may act for any account',
  ],
  [
    'a condition that always holds',
    `${QUEUE_STATEMENT}.Condition`,
    { ArnLike: { 'aws:SourceArn': '*' } },
    'FailedQueuePolicy.Properties.PolicyDocument.Statement.0: a service may act for any account',
  ],
  [
    'a permission without a source',
    'TopicPermission.Properties.SourceArn',
    undefined,
    "TopicPermission: anyone's sns.amazonaws.com may invoke the function",
  ],
  ['a permission for everybody', 'TopicPermission.Properties.Principal', '*', 'TopicPermission: anyone may invoke'],
  [
    'a log kept for ever',
    'NotifyLogGroup.Properties.RetentionInDays',
    undefined,
    'NotifyLogGroup: keeps lines forever',
  ],
  ['an open queue', 'FailedQueue.Properties.SqsManagedSseEnabled', false, 'FailedQueue: is not encrypted'],
  ['a queue deleted with the stack', 'Queue.DeletionPolicy', 'Delete', 'Queue: holds messages and is not retained'],
  ['a queue that forgets', 'Queue.Properties.MessageRetentionPeriod', 60, 'Queue: keeps messages less than 14 days'],
  [
    "a standard queue for a FIFO queue's dead letters",
    'Queue.Properties.RedrivePolicy.deadLetterTargetArn',
    arnOf('FailedQueue'),
    'Queue: has dead letters of the other kind of queue',
  ],
  ['a rule without dead letters', 'NotificationRule.Properties.Targets.0.DeadLetterConfig', undefined, 'loses events'],
  ['a subscription without any', 'TopicSubscription.Properties.RedrivePolicy', undefined, 'loses messages'],
  ['a heartbeat that is repeated', 'HeartbeatInvokeConfig.Properties.MaximumRetryAttempts', 2, 'repeats heartbeats'],
  ['a queue for what cannot be queued', ON_FAILURE, arnOf('FailedQueue'), 'one that cannot be queued needs a bucket'],
  [
    'a bucket that may be opened',
    `${BUCKET}.Properties.PublicAccessBlockConfiguration.BlockPublicPolicy`,
    false,
    `${BUCKET}: may be opened to the public`,
  ],
  ['a bucket in plain text', `${BUCKET}.Properties.BucketEncryption`, undefined, `${BUCKET}: is not encrypted`],
  ['a bucket deleted with the stack', `${BUCKET}.DeletionPolicy`, undefined, 'in a bucket that is not retained'],
  [
    'a bucket that keeps events for ever',
    `${BUCKET}.Properties.LifecycleConfiguration`,
    undefined,
    'does not keep events for 14 days',
  ],
  [
    'a bucket that can be read on the way',
    `${BUCKET}Policy.Properties.PolicyDocument.Statement.0.Condition`,
    { Bool: { 'aws:SecureTransport': 'true' } },
    `${BUCKET}: takes requests without TLS`,
  ],
  [
    'a queue that can be read on the way',
    'DeadLetterQueuePolicy.Properties.Queues',
    [{ Ref: 'Queue' }],
    'DeadLetterQueue: takes requests without TLS',
  ],
  [
    'a topic that can be read on the way',
    'TopicPolicy.Properties.PolicyDocument.Statement.9.Effect',
    'Allow',
    'Topic: takes requests without TLS',
  ],
  [
    'a role that may write to any bucket',
    `${KEEP}.Resource`,
    ['arn:${AWS::Partition}:s3:::*/*'],
    'Resource: * allows more than intended',
  ],
  [
    'a queue that hides messages for less than an invocation',
    'Queue.Properties.VisibilityTimeout',
    60,
    'QueueMapping: has a visibility timeout shorter than an invocation',
  ],
  ['batches that fail as a whole', 'QueueMapping.Properties.FunctionResponseTypes', [], 'fails whole batches'],
  [
    'a door without a limit',
    'HttpApiStage.Properties.DefaultRouteSettings',
    undefined,
    'HttpApiStage: is not throttled',
  ],
  [
    'a log of query strings',
    'HttpApiStage.Properties.AccessLogSettings.Format',
    '$context.path?$context.queryString',
    'HttpApiStage: logs paths or query strings, which may hold a token',
  ],
  [
    'an own alarm told by way of what it watches',
    'DeliverErrorsAlarm.Properties.AlarmActions',
    [arnOf('NotifyLambdaFunction')],
    'DeliverErrorsAlarm: is sent through what it watches',
  ],
  [
    'an ARN of one partition',
    'RulePermission.Properties.SourceArn',
    OTHER_ARN,
    `${OTHER_ARN} does not work in every partition`,
  ],
  ['another name', 'NotifyLambdaFunction.Properties.FunctionName', 'notify', 'NotifyLambdaFunction: is called notify'],
  ['a function that logs text', LOGGING, 'Text', 'NotifyLambdaFunction: does not log JSON'],
];

export const PLANTED: readonly PlantedError[] = [...SPECIFICATION, ...HOUSE_RULES];

/** A copy of the template with the error in it. */
export function plant(template: unknown, [, path, value]: PlantedError): unknown {
  const copy = structuredClone(objectAt(template));
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const place = steps.reduce<unknown>((here, step) => Reflect.get(Object(here), step), copy['Resources']);
  if (typeof place !== 'object' || place === null) throw new Error(`Cannot plant an error as nothing is at ${path}`);
  if (value === undefined) Reflect.deleteProperty(place, last);
  else Reflect.set(place, last, value);
  return copy;
}
