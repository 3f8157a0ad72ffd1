import type { JsonObject } from '../../src/base/json.js';
import type { Routes, Rule } from '../../src/routing/rule.js';
import type { AlarmState } from '../../src/watch/alarm/transition.js';
import type { WatchedAlarms } from '../cloudwatch/watched-alarms.js';

/** The region and the account of the alarms. */
export const SUMMARY_PLACE = 'cn-north-1:111122223333';
/** Monday, 09:30 in Shanghai. */
export const SUMMARY_TIME = Date.parse('2026-11-30T01:30:00Z');
const TOPIC = 'arn:aws-cn:sns:cn-north-1:111122223333:ops';

/** The topics that lead here. */
export const SUMMARY_TOPICS: readonly string[] = [TOPIC, 'arn:aws-cn:sns:cn-northwest-1:111122223333:ops'];

/** A morning, and what came before it. */
export interface SummaryCase {
  /** Plays what happened, oldest first. `at` sets the time, in Shanghai: `11-27 22:00`. */
  readonly play: (alarms: WatchedAlarms, at: (time: string) => void) => void;
  readonly parked: number;
  /** A region that cannot be read, with AWS's word for the reason. */
  readonly unread?: { readonly region: string; readonly reason: string };
  readonly hasForeign?: boolean;
}

const METRIC: JsonObject = {
  ...{ Namespace: 'AWS/RDS', MetricName: 'CPUUtilization', Statistic: 'Average', Period: 300 },
  ...{ Threshold: 80, ComparisonOperator: 'GreaterThanThreshold', AlarmActions: [TOPIC] },
};

function changesOf(alarms: WatchedAlarms, at: (time: string) => void) {
  return {
    put: (...names: readonly string[]) => {
      for (const AlarmName of names) alarms.put('MetricAlarm', { ...METRIC, AlarmName });
      for (const name of names) alarms.setState(name, 'OK', 'fine');
    },
    set: (time: string, name: string, state: AlarmState) => {
      at(time);
      alarms.setState(name, state, 'Threshold Crossed');
    },
  };
}

const MUTED: Partial<Rule> = {
  name: '旧系统迁移',
  match: { alarmName: ['legacy-*'] },
  mute: { until: Date.parse('2026-12-01T18:00Z') / 60_000 },
};
const rota = (people: readonly string[], handOver: number) => ({
  ...{ people, every: 'day' as const, startDay: Date.parse('2026-11-02') / 86_400_000, handOver },
});

/** The rules of all these mornings. */
export const SUMMARY_ROUTES: Routes = {
  accounts: {},
  rules: [
    { match: {}, ...MUTED, name: '旧系统迁移' },
    { name: '其余', match: {}, rota: ['支付', '数据'] },
  ],
  rotas: { 支付: rota(['王芳', '李雷'], 570), 数据: rota(['赵敏', '13800138000'], 1080) },
  summary: [{ at: 570, days: ['weekday'] }],
};

/** Mornings by name. */
export const SUMMARY_CASES: Readonly<Record<string, SummaryCase>> = {
  'all-well': {
    parked: 0,
    play: (alarms, at) => changesOf(alarms, at).put('支付网关5xx', 'orders-cpu'),
  },
  'quiet-weekend': {
    parked: 0,
    play: (alarms, at) => {
      const { put, set } = changesOf(alarms, at);
      put('orders-cpu', 'legacy-disk');
      set('11-28 03:10', 'orders-cpu', 'ALARM');
      set('11-28 03:40', 'orders-cpu', 'OK');
      alarms.mute('weekly-maintenance', ['orders-cpu'], {
        ...{ Expression: 'cron(0 2 * * MON)', Duration: 'PT12H', Timezone: 'Asia/Shanghai' },
      });
    },
  },
  'bad-night': {
    parked: 2,
    hasForeign: true,
    play: (alarms, at) => {
      const { put, set } = changesOf(alarms, at);
      const many = Array.from({ length: 9 }, (_, index) => `web-${index + 1}-5xx`);
      put('支付网关5xx', 'orders-cpu', 'backup-P3', 'queue-depth', 'legacy-disk', '下单链路', '安静的告警', ...many);
      alarms.put('MetricAlarm', { ...METRIC, AlarmName: '安静的告警', ActionsEnabled: false });
      set('11-26 14:00', 'backup-P3', 'ALARM');
      for (const [index, name] of many.entries()) {
        set(`11-28 0${index}:00`, name, 'ALARM');
        set(`11-28 0${index}:25`, name, 'OK');
      }
      for (const minute of ['00', '06', '12', '18', '24', '30']) {
        set(`11-29 22:${minute}`, 'queue-depth', 'ALARM');
        set(`11-29 22:${String(Number(minute) + 4).padStart(2, '0')}`, 'queue-depth', 'OK');
      }
      set('11-30 01:20', 'legacy-disk', 'ALARM');
      set('11-30 02:15', '安静的告警', 'ALARM');
      set('11-30 03:00', 'orders-cpu', 'ALARM');
      set('11-30 07:15', '支付网关5xx', 'ALARM');
      alarms.tag('arn:aws:cloudwatch:cn-north-1:111122223333:alarm:支付网关5xx', {
        'wecom:ack': '李雷 2026-11-29T23:20Z',
      });
    },
  },
  'without-data': {
    parked: 0,
    play: (alarms, at) => {
      const { put, set } = changesOf(alarms, at);
      put('订单库-P1', '支付网关5xx', 'queue-depth');
      set('11-27 07:00', 'queue-depth', 'ALARM');
      set('11-28 02:00', 'queue-depth', 'OK');
      set('11-30 03:30', '订单库-P1', 'ALARM');
      set('11-30 03:50', '订单库-P1', 'INSUFFICIENT_DATA');
      set('11-30 05:00', '支付网关5xx', 'ALARM');
      set('11-30 05:04', '支付网关5xx', 'OK');
    },
  },
  unreadable: {
    parked: 0,
    unread: { region: 'cn-northwest-1', reason: 'AccessDeniedException' },
    play: (alarms, at) => changesOf(alarms, at).put('orders-cpu'),
  },
  parked: {
    parked: 3,
    play: (alarms, at) => changesOf(alarms, at).put('orders-cpu'),
  },
  'very-bad-night': {
    parked: 120,
    unread: { region: 'cn-northwest-1', reason: 'ThrottlingException' },
    play: (alarms, at) => {
      const { put, set } = changesOf(alarms, at);
      const all = Array.from(
        { length: 60 },
        (_, index) => `生产环境-订单服务-华北-可用区-${index + 1}-数据库连接数过高-P${(index % 3) + 1}`,
      );
      put(...all);
      for (const name of all) set('11-30 05:00', name, 'ALARM');
    },
  },
};
