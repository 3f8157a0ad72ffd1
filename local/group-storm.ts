import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../src/json.js';

/** How many alarms a storm has. */
export const STORM_SIZE = 100;

/** What goes wrong when a database does: services, and what each of them then measures. */
const SERVICES = [
  '支付网关',
  '订单服务',
  '库存服务',
  '用户中心',
  '消息推送',
  '优惠券',
  '物流跟踪',
  '搜索',
  '推荐',
  '风控',
];

interface Measure {
  readonly name: string;
  readonly metric: string;
  readonly namespace: string;
  readonly threshold: number;
  readonly value: number;
}

const MEASURES: readonly Measure[] = [
  { name: '5xx 过多', metric: 'HTTPCode_Target_5XX_Count', namespace: 'AWS/ApplicationELB', threshold: 10, value: 37 },
  { name: '响应变慢', metric: 'TargetResponseTime', namespace: 'AWS/ApplicationELB', threshold: 2, value: 6.4 },
  { name: 'CPU 过高', metric: 'CPUUtilization', namespace: 'AWS/ECS', threshold: 80, value: 93.5 },
  { name: '内存过高', metric: 'MemoryUtilization', namespace: 'AWS/ECS', threshold: 85, value: 91.2 },
  { name: '队列积压', metric: 'ApproximateAgeOfOldestMessage', namespace: 'AWS/SQS', threshold: 300, value: 1240 },
  { name: '数据库连接过多', metric: 'DatabaseConnections', namespace: 'AWS/RDS', threshold: 400, value: 512 },
  { name: '错误日志', metric: 'ErrorCount', namespace: 'App/Logs', threshold: 50, value: 218 },
  { name: '健康节点不足', metric: 'UnHealthyHostCount', namespace: 'AWS/ApplicationELB', threshold: 1, value: 3 },
];

/** Every alarm of the storm once, services and measures mixed as they would come. */
const ALARMS = Array.from({ length: SERVICES.length * MEASURES.length }, (_, index) => {
  const service = SERVICES[index % SERVICES.length];
  // From one alarm of a service to its next the measure moves by 31: an odd number, so each of the eight has its turn.
  const measure = MEASURES[(3 * index + Math.floor(index / SERVICES.length)) % MEASURES.length];
  return { service, measure };
});

/** A storm: {@link STORM_SIZE} alarms and recoveries of one minute, each as SNS brings it. `now` is milliseconds since 1970. */
export function stormEvents(now: number): readonly JsonObject[] {
  const states = ALARMS.flatMap((alarm, index) => [
    { ...alarm, isAlarm: true },
    // Every fourth time, one that was raised before has recovered.
    ...(index % 4 === 3 ? [{ ...ALARMS[index - 2], isAlarm: false }] : []),
  ]);
  return states.slice(0, STORM_SIZE).flatMap(({ service, measure, isAlarm }, index) => {
    if (!measure) return [];
    return [snsEvent(alarmMessage(`${service} ${measure.name}`, measure, isAlarm, now + index))];
  });
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html */
function alarmMessage(name: string, { metric, namespace, threshold, value }: Measure, isAlarm: boolean, now: number) {
  const current = isAlarm ? value : threshold / 2;
  const verdict = isAlarm ? 'was greater than' : 'was not greater than';
  return {
    AlarmName: name,
    AlarmDescription: null,
    AWSAccountId: '111122223333',
    NewStateValue: isAlarm ? 'ALARM' : 'OK',
    OldStateValue: isAlarm ? 'OK' : 'ALARM',
    NewStateReason: `Threshold Crossed: 1 datapoint [${current}] ${verdict} the threshold (${threshold}).`,
    StateChangeTime: new Date(now).toISOString().replace('Z', '+0000'),
    Region: 'Asia Pacific (Singapore)',
    AlarmArn: `arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:${name}`,
    Trigger: {
      MetricName: metric,
      Namespace: namespace,
      StatisticType: 'Statistic',
      Statistic: 'MAXIMUM',
      Dimensions: [],
      Period: 60,
      EvaluationPeriods: 1,
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: threshold,
      TreatMissingData: 'missing',
    },
  };
}

function snsEvent(message: JsonObject): JsonObject {
  const topicArn = 'arn:aws:sns:ap-southeast-1:111122223333:ops-alarms';
  const sns = {
    Type: 'Notification',
    MessageId: randomUUID(),
    TopicArn: topicArn,
    Subject: null,
    Message: JSON.stringify(message),
    Timestamp: message['StateChangeTime'],
    MessageAttributes: {},
  };
  return { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', EventSubscriptionArn: topicArn, Sns: sns }] };
}
