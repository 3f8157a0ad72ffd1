import { randomUUID } from 'node:crypto';

/** A metric alarm that changes its state. */
export interface AlarmChange {
  /** At most 255 characters. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Default `ALARM`. */
  readonly state?: 'ALARM' | 'OK';
}

const ACCOUNT = '111122223333';
const REGION = 'ap-southeast-1';
const METRIC = { namespace: 'AWS/ApplicationELB', name: 'HTTPCode_Target_5XX_Count' };
const LOAD_BALANCER = 'app/payment-gateway/50dc6c495c0c9188';
const REASON = 'Threshold Crossed: 1 out of the last 1 datapoints [42.0] was greater than the threshold (10.0).';

const arnOf = (name: string): string => `arn:aws:cloudwatch:${REGION}:${ACCOUNT}:alarm:${name}`;
const opposite = (state: 'ALARM' | 'OK'): 'ALARM' | 'OK' => (state === 'ALARM' ? 'OK' : 'ALARM');
const iso = (at: number): string => new Date(at).toISOString();
const stamp = (at: number): string => iso(at).replace('Z', '+0000');

/** As an SNS topic brings it: each call with a message id of its own, as from a topic each. */
export function alarmBySns({ name, at, state = 'ALARM' }: AlarmChange): object {
  const message = {
    AlarmName: name,
    AlarmDescription: null,
    AWSAccountId: ACCOUNT,
    NewStateValue: state,
    NewStateReason: REASON,
    StateChangeTime: stamp(at),
    Region: 'Asia Pacific (Singapore)',
    AlarmArn: arnOf(name),
    OldStateValue: opposite(state),
    Trigger: {
      MetricName: METRIC.name,
      Namespace: METRIC.namespace,
      StatisticType: 'Statistic',
      Statistic: 'SUM',
      Unit: null,
      Dimensions: [{ value: LOAD_BALANCER, name: 'LoadBalancer' }],
      Period: 60,
      EvaluationPeriods: 1,
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: 10,
    },
  };
  return snsOf(JSON.stringify(message), at);
}

/** As EventBridge brings it. */
export function alarmByEventBridge({ name, at, state = 'ALARM' }: AlarmChange): object {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'CloudWatch Alarm State Change',
    source: 'aws.cloudwatch',
    account: ACCOUNT,
    time: iso(at),
    region: REGION,
    resources: [arnOf(name)],
    detail: { alarmName: name, ...statesOf(state, at), configuration: configuration() },
  };
}

/** As CloudWatch brings it where the function is the alarm's action. */
export function alarmByAction({ name, at, state = 'ALARM' }: AlarmChange): object {
  return {
    source: 'aws.cloudwatch',
    alarmArn: arnOf(name),
    accountId: ACCOUNT,
    time: stamp(at),
    region: REGION,
    alarmData: { alarmName: name, ...statesOf(state, at), configuration: configuration() },
  };
}

/** A message as an SNS topic brings it: by default each call is a message of its own, of the topic `ops`. */
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

function statesOf(value: 'ALARM' | 'OK', at: number) {
  const reasonData = JSON.stringify({
    version: '1.0',
    statistic: 'Sum',
    period: 60,
    recentDatapoints: [42],
    threshold: 10,
  });
  return {
    state: { value, reason: REASON, reasonData, timestamp: stamp(at) },
    previousState: { value: opposite(value), reason: REASON, timestamp: stamp(at - 20 * 60_000) },
  };
}

function configuration() {
  const metric = { ...METRIC, dimensions: { LoadBalancer: LOAD_BALANCER } };
  return { metrics: [{ id: 'm1', metricStat: { metric, period: 60, stat: 'Sum' }, returnData: true }] };
}
