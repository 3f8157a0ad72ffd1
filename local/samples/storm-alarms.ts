import { columnsOf } from '../../src/base/columns.js';
import { type AlarmChange, alarmBySns, type Measure } from './alarm-events.js';

/** The scripts that names of alarms are written in. */
export type Script = 'chinese' | 'latin' | 'both';

/** A fault that a service can show, and how teams name it, shortest first. */
interface Fault {
  readonly chinese: readonly string[];
  readonly latin: readonly string[];
  readonly namespace: string;
  readonly metric: string;
  readonly threshold: number;
  /** Value when it is bad: the threshold and up to so much more. */
  readonly excess: number;
}

const SERVICES: readonly (readonly [chinese: string, latin: string])[] = [
  ['支付网关', 'payment'],
  ['订单', 'orders'],
  ['库存', 'stock'],
  ['用户中心', 'accounts'],
  ['消息推送', 'push'],
  ['优惠券', 'coupons'],
  ['物流', 'logistics'],
  ['搜索', 'search'],
  ['推荐', 'recs'],
  ['风控', 'risk'],
  ['结算', 'settlement'],
  ['对账', 'ledger'],
  ['商品', 'catalog'],
  ['购物车', 'cart'],
  ['会员', 'members'],
  ['客服', 'support'],
  ['发票', 'invoices'],
  ['短信', 'sms'],
  ['日志平台', 'logging'],
  ['数据仓库', 'warehouse'],
  ['登录', 'login'],
  ['评价', 'reviews'],
  ['直播', 'live'],
  ['活动', 'campaign'],
  ['网关', 'edge'],
];

const FAULTS: readonly Fault[] = [
  {
    chinese: ['5xx', '5xx 过多'],
    latin: ['5xx', '5xx-rate-high'],
    namespace: 'AWS/ApplicationELB',
    metric: 'HTTPCode_Target_5XX_Count',
    threshold: 10,
    excess: 90,
  },
  {
    chinese: ['磁盘', '磁盘空间不足'],
    latin: ['disk', 'disk-used-high'],
    namespace: 'CWAgent',
    metric: 'disk_used_percent',
    threshold: 85,
    excess: 14,
  },
  {
    chinese: ['CPU', 'CPU 过高'],
    latin: ['cpu', 'cpu-utilization-high'],
    namespace: 'AWS/RDS',
    metric: 'CPUUtilization',
    threshold: 80,
    excess: 19,
  },
  {
    chinese: ['变慢', '响应变慢'],
    latin: ['slow', 'latency-p99'],
    namespace: 'AWS/ApplicationELB',
    metric: 'TargetResponseTime',
    threshold: 2,
    excess: 8,
  },
  {
    chinese: ['连接数', '数据库连接过多'],
    latin: ['conns', 'db-connections'],
    namespace: 'AWS/RDS',
    metric: 'DatabaseConnections',
    threshold: 400,
    excess: 200,
  },
  {
    chinese: ['积压', '队列积压'],
    latin: ['backlog', 'queue-backlog'],
    namespace: 'AWS/SQS',
    metric: 'ApproximateAgeOfOldestMessage',
    threshold: 300,
    excess: 3000,
  },
  {
    chinese: ['内存', '内存过高'],
    latin: ['mem', 'memory-high'],
    namespace: 'AWS/ECS',
    metric: 'MemoryUtilization',
    threshold: 85,
    excess: 14,
  },
  {
    chinese: ['报错', '函数报错'],
    latin: ['errors', 'lambda-errors'],
    namespace: 'AWS/Lambda',
    metric: 'Errors',
    threshold: 5,
    excess: 60,
  },
  {
    chinese: ['节点', '健康节点不足'],
    latin: ['health', 'unhealthy-hosts'],
    namespace: 'AWS/NetworkELB',
    metric: 'UnHealthyHostCount',
    threshold: 0,
    excess: 4,
  },
  {
    chinese: ['限流', '写入被限流'],
    latin: ['throttled', 'write-throttles'],
    namespace: 'AWS/DynamoDB',
    metric: 'WriteThrottleEvents',
    threshold: 100,
    excess: 400,
  },
];

/** Words that teams add to a name, from its beginning to its end. */
const LONGER = {
  chinese: ['生产环境 ', '华东一区 ', ' 主节点', ' 最近五分钟平均值'],
  latin: ['prod-', 'backend-', '-primary', '-5m-average-breached'],
} as const;

/**
 * Returns the widths that names are to have, in columns: half of them at most 20, nine of ten at most 40, spread as
 * evenly as a golden ratio spreads them.
 */
function widthAt(index: number): number {
  const share = (index * 0.618_033_988_75) % 1;
  if (share < 0.5) return 10 + 20 * share;
  return share < 0.9 ? 20 + 50 * (share - 0.5) : 40 + 150 * (share - 0.9);
}

function nameOf(service: readonly [string, string], fault: Fault, script: 'chinese' | 'latin', width: number): string {
  const [own, between] = script === 'chinese' ? [service[0], ' '] : [service[1], '-'];
  const [first, second, before, last] = LONGER[script];
  const [short = '', long = ''] = fault[script];
  const names = [
    `${own}${between}${short}`,
    `${own}${between}${long}`,
    `${first}${own}${between}${long}`,
    `${first}${own}${before}${between}${long}`,
    `${first}${second}${own}${before}${between}${long}`,
    `${first}${second}${own}${before}${between}${long}${last}`,
  ];
  const far = (name: string): number => Math.abs(columnsOf(name) - width);
  return names.reduce((best, name) => (far(name) < far(best) ? name : best));
}

/** An alarm of a storm. */
export type StormAlarm = Required<Pick<AlarmChange, 'name' | 'measure'>>;

/** Most alarms with names of their own in one script. */
const MOST = SERVICES.length * FAULTS.length;

/**
 * Returns alarms with realistic names, all different: half of the names at most 20 columns wide and nine of ten at most
 * 40, if `script` is `both` half of them Chinese. The same ones for the same arguments.
 */
export function stormAlarms(count: number, script: Script = 'both'): readonly StormAlarm[] {
  return Array.from({ length: count }, (_, index) => {
    const own = script === 'both' ? (index % 2 === 0 ? 'chinese' : 'latin') : script;
    const place = script === 'both' ? Math.floor(index / 2) : index;
    const service = SERVICES[place % SERVICES.length] ?? ['', ''];
    const fault = FAULTS[(Math.floor(place / SERVICES.length) + 3 * (place % SERVICES.length)) % FAULTS.length];
    if (fault === undefined) throw new RangeError(`Cannot make alarm ${index} as there are no faults`);
    const node = place < MOST ? '' : ` #${Math.floor(place / MOST) + 1}`;
    return {
      name: nameOf(service, fault, own, widthAt(index)) + node,
      measure: measureOf(fault, place),
    };
  });
}

/** Metrics that are no counts. */
const DECIMAL = new Set(['disk_used_percent', 'CPUUtilization', 'MemoryUtilization', 'TargetResponseTime']);

function measureOf({ namespace, metric, threshold, excess }: Fault, place: number): Measure {
  const value = threshold + excess * ((0.3 + place * 0.381_966) % 1);
  return { namespace, metric, threshold, value: DECIMAL.has(metric) ? Number(value.toPrecision(3)) : Math.ceil(value) };
}

/** Returns them as SNS delivers them, at the times that `at` gives by their number, milliseconds since 1970. */
export function stormOf(count: number, at: (index: number) => number, script: Script = 'both'): readonly object[] {
  return stormAlarms(count, script).map((alarm, index) => alarmBySns({ ...alarm, at: at(index) }));
}
