import { randomUUID } from 'node:crypto';

/** The metric of an alarm, which is raised by values above the threshold. */
export interface Measure {
  readonly namespace: string;
  readonly metric: string;
  readonly threshold: number;
  readonly value: number;
}

/** A metric alarm that changes its state. */
export interface AlarmChange {
  /** At most 255 characters. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Default `ALARM`. */
  readonly state?: 'ALARM' | 'OK';
  /** Default: none. SNS alone delivers it. */
  readonly description?: string;
  /** Default: 5xx answers of a load balancer, 42 with a threshold of 10. */
  readonly measure?: Measure;
}

const ACCOUNT = '111122223333';
const REGION = 'ap-southeast-1';
const FIVE_XX: Measure = {
  namespace: 'AWS/ApplicationELB',
  metric: 'HTTPCode_Target_5XX_Count',
  threshold: 10,
  value: 42,
};
const LOAD_BALANCER = 'app/payment-gateway/50dc6c495c0c9188';

const arnOf = (name: string): string => `arn:aws:cloudwatch:${REGION}:${ACCOUNT}:alarm:${name}`;
const reasonOf = ({ value, threshold }: Measure): string =>
  `Threshold Crossed: 1 out of the last 1 datapoints [${value.toFixed(1)}] was greater than the threshold (${threshold.toFixed(1)}).`;
const opposite = (state: 'ALARM' | 'OK'): 'ALARM' | 'OK' => (state === 'ALARM' ? 'OK' : 'ALARM');
const iso = (at: number): string => new Date(at).toISOString();
const stamp = (at: number): string => iso(at).replace('Z', '+0000');

/** Returns the alarm as an SNS topic delivers it. Each call has its own message id, as if from a topic of its own. */
export function alarmBySns({ name, at, state = 'ALARM', description, measure = FIVE_XX }: AlarmChange): object {
  const message = {
    AlarmName: name,
    AlarmDescription: description ?? null,
    AWSAccountId: ACCOUNT,
    NewStateValue: state,
    NewStateReason: reasonOf(measure),
    StateChangeTime: stamp(at),
    Region: 'Asia Pacific (Singapore)',
    AlarmArn: arnOf(name),
    OldStateValue: opposite(state),
    Trigger: {
      MetricName: measure.metric,
      Namespace: measure.namespace,
      StatisticType: 'Statistic',
      Statistic: 'SUM',
      Unit: null,
      Dimensions: [{ value: LOAD_BALANCER, name: 'LoadBalancer' }],
      Period: 60,
      EvaluationPeriods: 1,
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: measure.threshold,
    },
  };
  return snsOf(JSON.stringify(message), at);
}

/** Returns the alarm as EventBridge delivers it. */
export function alarmByEventBridge({ name, at, state = 'ALARM', measure = FIVE_XX }: AlarmChange): object {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'CloudWatch Alarm State Change',
    source: 'aws.cloudwatch',
    account: ACCOUNT,
    time: iso(at),
    region: REGION,
    resources: [arnOf(name)],
    detail: { alarmName: name, ...statesOf(state, at, measure), configuration: configuration(measure) },
  };
}

/** Returns the alarm as CloudWatch delivers it if the function is the alarm's action. */
export function alarmByAction({ name, at, state = 'ALARM', measure = FIVE_XX }: AlarmChange): object {
  return {
    source: 'aws.cloudwatch',
    alarmArn: arnOf(name),
    accountId: ACCOUNT,
    time: stamp(at),
    region: REGION,
    alarmData: { alarmName: name, ...statesOf(state, at, measure), configuration: configuration(measure) },
  };
}

/**
 * Returns a message as an SNS topic delivers it. By default each call is a message of its own, from the topic `ops`.
 */
export function snsOf(
  message: string,
  at: number,
  { messageId = randomUUID(), topic = 'ops' }: { readonly messageId?: string; readonly topic?: string } = {},
): object {
  const TopicArn = `arn:aws:sns:${REGION}:${ACCOUNT}:${topic}`;
  const Sns = { Type: 'Notification', MessageId: messageId, TopicArn, Subject: null, Message: message };
  const record = { ...Sns, Timestamp: iso(at), MessageAttributes: {} };
  return { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', Sns: record }] };
}

function statesOf(value: 'ALARM' | 'OK', at: number, measure: Measure) {
  const reason = reasonOf(measure);
  const reasonData = JSON.stringify({
    version: '1.0',
    statistic: 'Sum',
    period: 60,
    recentDatapoints: [measure.value],
    threshold: measure.threshold,
  });
  return {
    state: { value, reason, reasonData, timestamp: stamp(at) },
    previousState: { value: opposite(value), reason, timestamp: stamp(at - 20 * 60_000) },
  };
}

function configuration({ namespace, metric: name }: Measure) {
  const metric = { namespace, name, dimensions: { LoadBalancer: LOAD_BALANCER } };
  return { metrics: [{ id: 'm1', metricStat: { metric, period: 60, stat: 'Sum' }, returnData: true }] };
}
