import { readFileSync } from 'node:fs';
import { alarmByEventBridge, alarmBySns } from '../../local/samples/alarm-events.js';
import { shiftToNow } from '../../local/samples/shift-to-now.js';
import type { Mentions } from '../../src/domain/mentions.js';

/** An event that waits on the queue, and what routing adds to its notification. */
export interface Waiting {
  readonly event: unknown;
  /** How long ago it happened. */
  readonly agoMs: number;
  readonly robot?: string;
  readonly mentions?: Partial<Mentions>;
}

/** Makes the events of a case, which happened at or before `now`, in milliseconds since 1970. */
type Case = (now: number) => readonly Waiting[];

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const TOPIC = '-of-the-payment-gateway-in-production';
/** As long as CloudWatch lets an alarm's name be. */
const longName = (index: number): string => `${index}-5xx-errors${TOPIC.repeat(7)}`.slice(0, 255);

const alarm = (now: number, name: string, agoMs: number, state: 'ALARM' | 'OK' = 'ALARM'): Waiting => ({
  event: alarmByEventBridge({ name, at: now - agoMs, state }),
  agoMs,
});

/** A file of `events/`, as if it had happened `agoMs` before. */
function sample(now: number, file: string, agoMs: number): Waiting {
  let ids = 0;
  const newId = (): string => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;
  const event: unknown = JSON.parse(readFileSync(`events/${file}.json`, 'utf8'));
  return { event: shiftToNow(event, { now: now - agoMs, newId }), agoMs };
}

const text = (message: string, agoMs: number): Waiting => ({ event: { push_message: message }, agoMs });

/** Events that wait on the queue while a robot's pace lets nothing through, by the names of the goldens. */
export const MERGED_CASES: Readonly<Record<string, Case>> = {
  'two-alarms': (now) => [alarm(now, '支付网关 5xx > 10', 9 * SECOND), alarm(now, '订单服务 5xx > 10', 5 * SECOND)],
  'alarm-and-recovery': (now) => [
    alarm(now, '支付网关 5xx > 10', 2 * MINUTE),
    alarm(now, '支付网关 5xx > 10', 8 * SECOND, 'OK'),
  ],
  'ten-long-names': (now) =>
    Array.from({ length: 10 }, (_, index) => alarm(now, longName(index), (10 - index) * SECOND)),
  'one-alarm-that-flaps': (now) =>
    Array.from({ length: 8 }, (_, index) =>
      alarm(now, '支付网关 5xx > 10', (80 - 10 * index) * SECOND, index % 2 === 0 ? 'ALARM' : 'OK'),
    ),
  'mentions-few': (now) => [
    { ...alarm(now, '支付网关 5xx > 10', 9 * SECOND), mentions: { people: ['王芳'] } },
    {
      ...alarm(now, '订单服务 5xx > 10', 5 * SECOND),
      mentions: { mobiles: ['13900139000'], userIds: ['zhangsan'] },
    },
  ],
  'mentions-many': (now) => [
    { ...alarm(now, '支付网关 5xx > 10', 9 * SECOND), mentions: { people: ['王芳', '赵云'] } },
    { ...alarm(now, '订单服务 5xx > 10', 8 * SECOND), mentions: { mobiles: ['13900139000'] } },
    { ...alarm(now, 'checkout 5xx > 10', 7 * SECOND), mentions: { userIds: ['zhangsan'], people: ['王芳'] } },
    { ...alarm(now, '登录服务 5xx > 10', 6 * SECOND), mentions: { all: true } },
    ...Array.from({ length: 4 }, (_, index) => alarm(now, `worker ${index} 5xx > 10`, (5 - index) * SECOND)),
  ],
  'mixed-severities': (now) => [
    sample(now, 'budgets/threshold', 40 * SECOND),
    sample(now, 'rds/instance-recovered', 35 * SECOND),
    sample(now, 'guardduty/critical-attack-sequence', 30 * SECOND),
    sample(now, 'cloudwatch-sns/metric-ok', 25 * SECOND),
    sample(now, 'health/scheduled-change-china', 20 * SECOND),
    sample(now, 'codepipeline/action-failed', 15 * SECOND),
    sample(now, 'cloudwatch-sns/metric-insufficient-data', 12 * SECOND),
    text('# 日报\n今日订单 **1,024** 笔，详情见 [看板](https://example.com/board)', 10 * SECOND),
    alarm(now, '支付网关 5xx > 10', 5 * SECOND),
  ],
  'unknown-robot-among-them': (now) => [
    alarm(now, '支付网关 5xx > 10', 9 * SECOND),
    { ...alarm(now, '订单服务 5xx > 10', 7 * SECOND), robot: '数据库值班' },
    alarm(now, '登录服务 5xx > 10', 5 * SECOND),
  ],
  'one-delayed': (now) => [
    { ...alarm(now, '支付网关 5xx > 10', 37 * MINUTE), mentions: { people: ['王芳'] } },
    alarm(now, '订单服务 5xx > 10', 5 * SECOND),
  ],
  'many-delayed': (now) => [
    { ...alarm(now, '支付网关 5xx > 10', 121 * MINUTE), mentions: { all: true } },
    ...Array.from({ length: 7 }, (_, index) => alarm(now, `worker ${index} 5xx > 10`, (37 - index) * MINUTE)),
  ],
  'a-native-message-among-them': (now) => [
    alarm(now, '支付网关 5xx > 10', 9 * SECOND),
    { event: alarmBySns({ name: '订单服务 5xx > 10', at: now - 8 * SECOND }), agoMs: 8 * SECOND },
    {
      event: { msgtype: 'news', news: { articles: [{ title: '周报', url: 'https://example.com/weekly' }] } },
      agoMs: 6 * SECOND,
    },
    text('备份完成', 4 * SECOND),
    text('今日订单 1,024 笔', 2 * SECOND),
  ],
};
