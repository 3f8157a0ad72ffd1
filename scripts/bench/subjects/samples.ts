import sample from '../../../events/cloudwatch-sns/metric-alarm.json' with { type: 'json' };
import { writeHeartbeat } from '../../../src/domain/heartbeat.js';

const [record] = sample.Records;
const START = Date.UTC(2026, 10, 22, 12, 3, 37, 490);

/** Returns a new CloudWatch alarm from SNS: `number` makes it another state change. */
export function alarmEvent(number: number): unknown {
  const StateChangeTime = new Date(START + number * 1000).toISOString().replace('Z', '+0000');
  const Message = JSON.stringify({ ...JSON.parse(record?.Sns.Message ?? ''), StateChangeTime });
  return { Records: [{ ...record, Sns: { ...record?.Sns, MessageId: `bench-${number}`, Message } }] };
}

/** Number of the next alarm of this process: a queue takes none twice. */
let next = 0;

/** Returns a CloudWatch alarm from SNS that this process has not returned yet. */
export const nextAlarmEvent = (): unknown => alarmEvent(next++);

/** Returns a heartbeat of now, as the scheduled rule sends it. */
export const heartbeatEvent = (): unknown => JSON.parse(writeHeartbeat({ at: Date.now() }));

/** The body that posting that alarm sends, for programs that post without rendering. */
export const ALARM_BODY = JSON.stringify({
  msgtype: 'text',
  text: {
    content: `🔴 告警 | 支付网关 5xx 过多\n${'生产 新加坡：5 分钟内有 3 个点大于 10，最近 42。用户可能无法付款。\n'.repeat(6)}`,
    mentioned_mobile_list: [],
  },
});
