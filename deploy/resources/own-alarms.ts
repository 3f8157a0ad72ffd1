import { policy, type Resource, type Resources, ref, serviceStatement } from '../cloudformation.js';
import type { Settings } from '../settings.js';

interface OwnAlarm {
  readonly description: string;
  readonly namespace: string;
  readonly metric: string;
  readonly statistic: 'Sum' | 'Maximum';
  readonly dimensions: Readonly<Record<string, unknown>>;
  /** The alarm is raised if the value of five minutes is above this. */
  readonly above: number;
}

const ofFunction = (id: string) => ({ FunctionName: ref(id) });
const ofQueue = (id: string) => ({ QueueName: { 'Fn::GetAtt': [id, 'QueueName'] } });
const ofService = { service: ref('AWS::StackName') };

/** The alarms for trouble in wecomrobot itself, by logical id. */
const OWN_ALARMS: Readonly<Record<string, OwnAlarm>> = {
  NotifyErrors: lambda('NotifyLambdaFunction', 'Errors', 'notify failed: events were not read or not queued'),
  NotifyThrottles: lambda('NotifyLambdaFunction', 'Throttles', 'notify was throttled: events wait'),
  DeliverErrors: lambda('DeliverLambdaFunction', 'Errors', 'deliver failed: messages wait on the queue'),
  DeliverThrottles: lambda('DeliverLambdaFunction', 'Throttles', 'deliver was throttled: messages wait on the queue'),
  DeadLetters: depth(
    'DeadLetterQueue',
    'WeCom refused messages: look at code and reason in the dead-letter queue, then replay',
  ),
  FailedEvents: depth('FailedQueue', 'Events could not be handed over or read: look at the failed queue, then replay'),
  Refused: counted('refused', 'Sum', 0, 'WeCom refused messages'),
  Unconfirmed: counted('unconfirmed', 'Sum', 5, 'WeCom gave no answer: messages may have been shown twice'),
  Delay: counted('delaySeconds', 'Maximum', 600, 'Messages are shown more than ten minutes late'),
  QueueAge: {
    description: 'A message has waited on the queue for more than ten minutes',
    namespace: 'AWS/SQS',
    metric: 'ApproximateAgeOfOldestMessage',
    statistic: 'Maximum',
    dimensions: ofQueue('Queue'),
    above: 600,
  },
};

function lambda(id: string, metric: string, description: string): OwnAlarm {
  return { description, namespace: 'AWS/Lambda', metric, statistic: 'Sum', dimensions: ofFunction(id), above: 0 };
}

function depth(id: string, description: string): OwnAlarm {
  const metric = 'ApproximateNumberOfMessagesVisible';
  return { description, namespace: 'AWS/SQS', metric, statistic: 'Maximum', dimensions: ofQueue(id), above: 0 };
}

function counted(metric: string, statistic: OwnAlarm['statistic'], above: number, description: string): OwnAlarm {
  return { description, namespace: 'wecomrobot', metric, statistic, dimensions: ofService, above };
}

/**
 * Returns its alarms. They go to `opsEmail` or `opsTopicArn`, never through this function, which may be what is broken.
 */
export function ownAlarms({ opsEmail, opsTopicArn }: Settings): Resources {
  const actions = opsTopicArn ? [opsTopicArn] : opsEmail ? [ref('OpsTopic')] : [];
  const alarms = Object.entries(OWN_ALARMS).map(([id, alarm]) => [`${id}Alarm`, resourceOf(alarm, actions)] as const);
  return { ...Object.fromEntries(alarms), ...(opsEmail ? opsTopic(opsEmail) : {}) };
}

function resourceOf(alarm: OwnAlarm, actions: readonly unknown[]): Resource {
  return {
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      AlarmDescription: alarm.description,
      Namespace: alarm.namespace,
      MetricName: alarm.metric,
      Statistic: alarm.statistic,
      Dimensions: Object.entries(alarm.dimensions).map(([Name, Value]) => ({ Name, Value })),
      Period: 300,
      EvaluationPeriods: 1,
      Threshold: alarm.above,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
      AlarmActions: actions,
      OKActions: actions,
    },
  };
}

function opsTopic(email: string): Resources {
  return {
    OpsTopic: {
      Type: 'AWS::SNS::Topic',
      Properties: { Subscription: [{ Protocol: 'email', Endpoint: email }] },
    },
    OpsTopicPolicy: {
      Type: 'AWS::SNS::TopicPolicy',
      Properties: {
        Topics: [ref('OpsTopic')],
        PolicyDocument: policy(serviceStatement('cloudwatch.amazonaws.com', 'sns:Publish', ref('OpsTopic'))),
      },
    },
  };
}
