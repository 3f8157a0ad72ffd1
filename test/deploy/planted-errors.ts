import { isObject } from '../../src/json.js';

/** A template that may be written to. */
export type Draft = Record<string, unknown>;

/** The object at a path in the template; throws where there is none. */
export function objectOf(template: Draft, ...path: readonly string[]): Draft {
  const found = path.reduce<unknown>(
    (here, step) => (isObject(here) || Array.isArray(here) ? Object(here)[step] : undefined),
    template,
  );
  if (typeof found !== 'object' || found === null) throw new Error(`Cannot plant as nothing is at ${path.join('.')}`);
  return found as Draft;
}

const resource = (template: Draft, id: string): Draft => objectOf(template, 'Resources', id);
const properties = (template: Draft, id: string): Draft => objectOf(template, 'Resources', id, 'Properties');
const statement = (template: Draft, id: string, index: string): Draft =>
  objectOf(template, 'Resources', id, 'Properties', 'PolicyDocument', 'Statement', index);
const notifyStatement = (template: Draft, index: string): Draft =>
  objectOf(template, 'Resources', 'NotifyRole', 'Properties', 'Policies', '0', 'PolicyDocument', 'Statement', index);

interface PlantedError {
  readonly kind: string;
  readonly plant: (template: Draft) => void;
  /** Of the line that catches it. */
  readonly caught: string;
}

/** One error of each kind, and what catches it. */
export const PLANTED: readonly PlantedError[] = [
  {
    kind: 'a resource type that does not exist',
    plant: (t) => Object.assign(resource(t, 'Queue'), { Type: 'AWS::SQS::Que' }),
    caught: 'there is no resource type AWS::SQS::Que',
  },
  {
    kind: 'a misspelt property',
    plant: (t) => Object.assign(properties(t, 'Queue'), { VisibilityTimeOut: 90 }),
    caught: 'Queue.Properties: there is no property VisibilityTimeOut',
  },
  {
    kind: 'a misspelt property deep inside',
    plant: (t) =>
      Object.assign(objectOf(t, 'Resources', 'QueueMapping', 'Properties', 'ScalingConfig'), { Maximum: 10 }),
    caught: 'QueueMapping.Properties.ScalingConfig: there is no property Maximum',
  },
  {
    kind: 'a required property left out',
    plant: (t) => delete properties(t, 'TopicSubscription')['Protocol'],
    caught: 'TopicSubscription.Properties: misses the required property Protocol',
  },
  {
    kind: 'a text where a number belongs',
    plant: (t) => Object.assign(properties(t, 'Queue'), { VisibilityTimeout: '90 seconds' }),
    caught: 'Queue.Properties.VisibilityTimeout: must be a whole number',
  },
  {
    kind: 'a reference where a list belongs',
    plant: (t) => Object.assign(properties(t, 'TopicPolicy'), { Topics: { Ref: 'Topic' } }),
    caught: 'TopicPolicy.Properties.Topics: must be a list',
  },
  {
    kind: 'a value that the property does not take',
    plant: (t) =>
      Object.assign(objectOf(t, 'Resources', 'NotifyLambdaFunction', 'Properties', 'LoggingConfig'), {
        LogFormat: 'json',
      }),
    caught: 'LoggingConfig.LogFormat: json is none of Text, JSON',
  },
  {
    kind: 'an attribute that a resource does not have',
    plant: (t) => Object.assign(resource(t, 'Queue'), { DependOn: 'DeliverRole' }),
    caught: 'Queue: a resource has no attribute DependOn',
  },
  {
    kind: 'a reference to nothing',
    plant: (t) => Object.assign(properties(t, 'QueueMapping'), { FunctionName: { Ref: 'Deliver' } }),
    caught: 'QueueMapping.Properties.FunctionName: refers to Deliver, which does not exist',
  },
  {
    kind: 'an attribute of nothing',
    plant: (t) =>
      Object.assign(properties(t, 'HttpApiPermission'), {
        SourceArn: { 'Fn::GetAtt': 'Api.Arn' },
      }),
    caught: 'HttpApiPermission.Properties.SourceArn: refers to Api, which does not exist',
  },
  {
    kind: 'an attribute asked for that there is not',
    plant: (t) => Object.assign(properties(t, 'QueueMapping'), { EventSourceArn: { 'Fn::GetAtt': ['Queue', 'ARN'] } }),
    caught: 'AWS::SQS::Queue has no attribute ARN',
  },
  {
    kind: 'an output of nothing',
    plant: (t) => Object.assign(objectOf(t, 'Outputs', 'TopicArn'), { Value: { Ref: 'TheTopic' } }),
    caught: 'template.Outputs.TopicArn.Value: refers to TheTopic, which does not exist',
  },
  {
    kind: 'a function of CloudFormation that there is not',
    plant: (t) => Object.assign(properties(t, 'Queue'), { QueueName: { 'Fn::Substitute': 'a' } }),
    caught: 'Fn::Substitute is no function this template uses',
  },
  {
    kind: 'a dependency on nothing',
    plant: (t) => Object.assign(resource(t, 'QueueMapping'), { DependsOn: ['DeliveryRole'] }),
    caught: 'QueueMapping.DependsOn: refers to DeliveryRole, which does not exist',
  },
  {
    kind: 'a circle',
    plant: (t) => Object.assign(resource(t, 'FailedQueue'), { DependsOn: ['FailedQueuePolicy'] }),
    caught: 'FailedQueue: waits for itself by way of FailedQueuePolicy',
  },
  {
    kind: 'a role that may do everything to something',
    plant: (t) => Object.assign(notifyStatement(t, '1'), { Action: ['sqs:*'] }),
    caught: 'Action: * allows more than is meant',
  },
  {
    kind: 'a role that may do something to everything',
    plant: (t) => Object.assign(notifyStatement(t, '1'), { Resource: '*' }),
    caught: 'Resource: * allows more than is meant',
  },
  {
    kind: 'a topic open to everybody',
    plant: (t) => Object.assign(statement(t, 'TopicPolicy', '0'), { Principal: '*' }),
    caught: 'Principal: * allows more than is meant',
  },
  {
    kind: "a service that may publish for anybody's account",
    plant: (t) => delete statement(t, 'TopicPolicy', '0')['Condition'],
    caught: 'TopicPolicy.Properties.PolicyDocument.Statement.0: a service may act for any account',
  },
  {
    kind: 'a condition that holds for everybody',
    plant: (t) =>
      Object.assign(statement(t, 'FailedQueuePolicy', '0'), { Condition: { ArnLike: { 'aws:SourceArn': '*' } } }),
    caught: 'FailedQueuePolicy.Properties.PolicyDocument.Statement.0: a service may act for any account',
  },
  {
    kind: 'a permission without a source',
    plant: (t) => delete properties(t, 'TopicPermission')['SourceArn'],
    caught: "TopicPermission: anyone's sns.amazonaws.com may invoke the function",
  },
  {
    kind: 'a log kept for ever',
    plant: (t) => delete properties(t, 'NotifyLogGroup')['RetentionInDays'],
    caught: 'NotifyLogGroup: keeps lines for ever',
  },
  {
    kind: 'a queue without encryption',
    plant: (t) => Object.assign(properties(t, 'FailedQueue'), { SqsManagedSseEnabled: false }),
    caught: 'FailedQueue: is not encrypted',
  },
  {
    kind: 'a queue deleted with the stack',
    plant: (t) => delete resource(t, 'DeadLetterQueue')['DeletionPolicy'],
    caught: 'DeadLetterQueue: holds messages and is not retained',
  },
  {
    kind: "a standard queue for a FIFO queue's dead letters",
    plant: (t) =>
      Object.assign(properties(t, 'Queue'), {
        RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['FailedQueue', 'Arn'] }, maxReceiveCount: 5 },
      }),
    caught: 'Queue: has dead letters of the other kind of queue',
  },
  {
    kind: 'a rule without dead letters',
    plant: (t) => delete objectOf(t, 'Resources', 'NotificationRule', 'Properties', 'Targets', '0')['DeadLetterConfig'],
    caught: 'NotificationRule: loses events: it has no dead letters',
  },
  {
    kind: 'a FIFO queue for failed events',
    plant: (t) =>
      Object.assign(objectOf(t, 'Resources', 'NotifyInvokeConfig', 'Properties', 'DestinationConfig', 'OnFailure'), {
        Destination: { 'Fn::GetAtt': ['DeadLetterQueue', 'Arn'] },
      }),
    caught: 'NotifyInvokeConfig: loses events: a failed one needs a standard queue to go to',
  },
  {
    kind: 'a queue that hides messages for less than an invocation',
    plant: (t) => Object.assign(properties(t, 'Queue'), { VisibilityTimeout: 60 }),
    caught: 'QueueMapping: hides messages for less than an invocation',
  },
  {
    kind: 'a log of query strings',
    plant: (t) =>
      Object.assign(objectOf(t, 'Resources', 'HttpApiStage', 'Properties', 'AccessLogSettings'), {
        Format: '$context.path?$context.queryString',
      }),
    caught: 'HttpApiStage: logs query strings, which may hold a token',
  },
  {
    kind: 'an own alarm told by way of what it watches',
    plant: (t) =>
      Object.assign(properties(t, 'DeliverErrorsAlarm'), {
        AlarmActions: [{ 'Fn::GetAtt': ['NotifyLambdaFunction', 'Arn'] }],
      }),
    caught: 'DeliverErrorsAlarm: is told by way of what it watches',
  },
  {
    kind: 'an ARN of one partition',
    plant: (t) =>
      Object.assign(properties(t, 'RulePermission'), {
        SourceArn: 'arn:aws:events:ap-southeast-1:111122223333:rule/*',
      }),
    caught: 'arn:aws:events:ap-southeast-1:111122223333:rule/* is not of every partition',
  },
  {
    kind: 'a function by another name',
    plant: (t) => Object.assign(properties(t, 'NotifyLambdaFunction'), { FunctionName: 'notify' }),
    caught: 'NotifyLambdaFunction: is called notify',
  },
];
