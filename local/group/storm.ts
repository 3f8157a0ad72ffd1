import { alarmBySns, type Measure } from '../samples/alarm-events.js';

/** Number of alarms in a storm, unless another is chosen. */
export const STORM_SIZE = 100;
/** Most events of a storm. */
export const MAX_STORM_SIZE = 1000;

/** The mixes of a storm: alarms and recoveries, alarms alone, or events of all kinds of services. */
export const STORM_MIXES = ['mixed', 'alarms', 'services'] as const;

/** The name of a mix of events in a storm. */
export type StormMix = (typeof STORM_MIXES)[number];

/** The services affected if a database fails, each of which then raises alarms of its own. */
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

/** The faults that each of them can show. */
const MEASURES: readonly (Measure & { readonly name: string })[] = [
  { name: '5xx 过多', metric: 'HTTPCode_Target_5XX_Count', namespace: 'AWS/ApplicationELB', threshold: 10, value: 37 },
  { name: '响应变慢', metric: 'TargetResponseTime', namespace: 'AWS/ApplicationELB', threshold: 2, value: 6.4 },
  { name: 'CPU 过高', metric: 'CPUUtilization', namespace: 'AWS/ECS', threshold: 80, value: 93.5 },
  { name: '内存过高', metric: 'MemoryUtilization', namespace: 'AWS/ECS', threshold: 85, value: 91.2 },
  { name: '队列积压', metric: 'ApproximateAgeOfOldestMessage', namespace: 'AWS/SQS', threshold: 300, value: 1240 },
  { name: '数据库连接过多', metric: 'DatabaseConnections', namespace: 'AWS/RDS', threshold: 400, value: 512 },
  { name: '错误日志', metric: 'ErrorCount', namespace: 'App/Logs', threshold: 50, value: 218 },
  { name: '健康节点不足', metric: 'UnHealthyHostCount', namespace: 'AWS/ApplicationELB', threshold: 1, value: 3 },
];

/** Every alarm of the storm once, with services and measures mixed as in reality. */
const ALARMS = Array.from({ length: SERVICES.length * MEASURES.length }, (_, index) => {
  const service = SERVICES[index % SERVICES.length];
  // From one alarm of a service to its next the measure moves by 31, an odd number, so each of the eight gets its turn.
  const measure = MEASURES[(3 * index + Math.floor(index / SERVICES.length)) % MEASURES.length];
  return { service, measure };
});

/**
 * Returns a storm of alarms of one minute, each as SNS delivers it. Every alarm has a name of its own. `now` is milliseconds since
 * 1970.
 * @param withRecoveries every fourth alarm is followed by the recovery of an earlier one.
 */
export function stormEvents(now: number, count = STORM_SIZE, withRecoveries = true): readonly object[] {
  const states = Array.from({ length: count }, (_, index) => [
    { index, state: 'ALARM' } as const,
    ...(withRecoveries && index % 4 === 3 ? [{ index: index - 2, state: 'OK' } as const] : []),
  ]).flat();
  return states.slice(0, count).flatMap(({ index, state }, place) => {
    const { service, measure } = ALARMS[index % ALARMS.length] ?? {};
    if (!measure) return [];
    const node = index < ALARMS.length ? '' : ` #${Math.floor(index / ALARMS.length) + 1}`;
    return [alarmBySns({ name: `${service} ${measure.name}${node}`, at: now + place, state, measure })];
  });
}
