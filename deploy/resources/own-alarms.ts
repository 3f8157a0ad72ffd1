import { policy, type Resource, type Resources, ref, serviceStatement } from '../cloudformation.js';
import { either, not, part, provided } from '../flag.js';
import type { Plan } from '../plan.js';
import { REQUEST_METRICS } from './failed-events.js';
import { tlsOnly } from './tls-only.js';

interface OwnAlarm {
  readonly description: string;
  readonly namespace: string;
  readonly metric: string;
  readonly statistic: 'Sum' | 'Maximum';
  readonly dimensions: Readonly<Record<string, unknown>>;
  /** The alarm is raised if the value of a period is above this. */
  readonly above: number;
  /** Length of a period in seconds. Default 300. */
  readonly periodSeconds?: number;
  /** Periods that must be above, and of how many. Default 1 of 1. */
  readonly periods?: { readonly above: number; readonly of: number };
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
  // A counter: the queue's depth stays above zero until somebody replays, and would hide the next message.
  Parked: counted(
    'parked',
    'Sum',
    0,
    'Messages were parked: look at code and reason in the dead-letter queue, then replay',
  ),
  FailedEvents: depth(
    'FailedQueue',
    'SNS or EventBridge could not hand over events: look at the failed queue, then replay',
  ),
  KeptEvents: {
    description: 'notify could not read or queue events: look into the bucket of failed events, then replay',
    namespace: 'AWS/S3',
    metric: 'PutRequests',
    statistic: 'Sum',
    dimensions: { BucketName: ref('FailedEventBucket'), FilterId: REQUEST_METRICS },
    above: 0,
    // S3 writes its metrics late at times: a value that arrives after its period is still heard.
    periods: { above: 1, of: 3 },
  },
  DestinationFailures: lambda(
    'NotifyLambdaFunction',
    'DestinationDeliveryFailures',
    'Events that could not be handed over could not be kept either: they are lost',
  ),
  // Two of three periods, so that a single failure mails nobody.
  Waiting: {
    ...counted(
      'waitingSeconds',
      'Maximum',
      300,
      'Messages have waited for five minutes: WeCom or the secret cannot be reached, or more comes than a robot can show',
    ),
    periodSeconds: 120,
    periods: { above: 2, of: 3 },
  },
  Unconfirmed: counted('unconfirmed', 'Sum', 5, 'WeCom gave no answer: messages may have been shown twice'),
  Delay: counted('delaySeconds', 'Maximum', 600, 'Messages are shown more than ten minutes late'),
};

/** The metric of events that Lambda dropped. The China regions do not have it. */
const DROPPED = lambda(
  'NotifyLambdaFunction',
  'AsyncEventsDropped',
  'Lambda gave events up that notify could not read or queue: look into the bucket of failed events',
);

/** Raised by ticks that came too late or failed for good: of these five minutes nothing is told again. */
const LOST_TICKS = counted(
  'ticksLost',
  'Sum',
  0,
  'Reminders of five minutes were lost: notify could not read CloudWatch or queue them, or the tick came too late',
);

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
export function ownAlarms({ flags, value, isChina }: Plan): Resources {
  // One of both at most: settings that name both are refused.
  const actions = either(flags.opsTopic, [value('opsTopicArn')], part(flags.opsAddress, ref('OpsTopic')));
  const resourcesFor = (alarms: Readonly<Record<string, OwnAlarm>>): Resources =>
    Object.fromEntries(Object.entries(alarms).map(([id, alarm]) => [`${id}Alarm`, resourceOf(alarm, actions)]));
  return {
    ...resourcesFor(OWN_ALARMS),
    ...provided(flags.reminders, resourcesFor({ LostTicks: LOST_TICKS })),
    ...provided(not(isChina), resourcesFor({ DroppedEvents: DROPPED })),
    HeartbeatAlarm: heartbeatAlarm(actions),
    ...provided(flags.opsAddress, opsTopic(value('opsEmail'))),
  };
}

function resourceOf(alarm: OwnAlarm, actions: unknown): Resource {
  return {
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      AlarmDescription: alarm.description,
      Namespace: alarm.namespace,
      MetricName: alarm.metric,
      Statistic: alarm.statistic,
      Dimensions: Object.entries(alarm.dimensions).map(([Name, Value]) => ({ Name, Value })),
      Period: alarm.periodSeconds ?? 300,
      EvaluationPeriods: alarm.periods?.of ?? 1,
      ...(alarm.periods && { DatapointsToAlarm: alarm.periods.above }),
      Threshold: alarm.above,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
      AlarmActions: actions,
      OKActions: actions,
    },
  };
}

/**
 * Two of these periods without a heartbeat raise its alarm, seconds. They slide with the time, and metrics come late: with
 * periods of five minutes a single heartbeat that fails would raise it.
 */
const HEARTBEAT_PERIOD_SECONDS = 360;

/**
 * Raised after twelve minutes without a heartbeat. `FILL` makes a period without one 0: missing data by itself is looked
 * for further back, which delays the alarm by up to four periods.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html#alarms-and-missing-data
 */
function heartbeatAlarm(actions: unknown): Resource {
  const metric = {
    Namespace: 'wecomrobot',
    MetricName: 'heartbeat',
    Dimensions: [{ Name: 'service', Value: ofService.service }],
  };
  return {
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      AlarmDescription: 'No sign of life: a message would not be shown, or only late',
      Metrics: [
        { Id: 'm1', MetricStat: { Metric: metric, Period: HEARTBEAT_PERIOD_SECONDS, Stat: 'Sum' }, ReturnData: false },
        { Id: 'e1', Expression: 'FILL(m1, 0)', Label: 'heartbeats', ReturnData: true },
      ],
      EvaluationPeriods: 2,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
      AlarmActions: actions,
      OKActions: actions,
    },
  };
}

function opsTopic(email: unknown): Resources {
  return {
    OpsTopic: {
      Type: 'AWS::SNS::Topic',
      Properties: { Subscription: [{ Protocol: 'email', Endpoint: email }] },
    },
    OpsTopicPolicy: {
      Type: 'AWS::SNS::TopicPolicy',
      Properties: {
        Topics: [ref('OpsTopic')],
        PolicyDocument: policy(
          serviceStatement('cloudwatch.amazonaws.com', 'sns:Publish', ref('OpsTopic')),
          tlsOnly('sns:Publish', ref('OpsTopic')),
        ),
      },
    },
  };
}
