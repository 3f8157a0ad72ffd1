import { tokenOf } from './scenario.js';

/** Names of alarms as teams write them, half of them Chinese, without the number that each ends with. */
const NAMES = [
  'pay-5xx',
  '支付超时',
  'rds-cpu-high',
  '订单积压',
  'ecs-mem-prod',
  '库存延迟',
  'lambda-errors',
  '网关错误率',
  'sqs-oldest-age-high',
  '登录失败过多',
  'elb-unhealthy-host-count-payment',
  '支付网关后端节点响应时间超过',
  'prod-order-service-p99-latency-high',
  '数据库主实例磁盘剩余空间不足',
];

/** Returns the name of a storm's alarm: half of them have up to 20 columns, nine of ten up to 40. It ends with its token. */
export function stormName(number: number): string {
  return `${NAMES[number % NAMES.length]}-${tokenOf(number)}`;
}
