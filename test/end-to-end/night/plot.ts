import type { AlarmType } from '../../../local/cloudwatch/alarm-types.js';
import type { JsonObject } from '../../../src/base/json.js';
import type { AlarmState } from '../../../src/watch/alarm/transition.js';

const MINUTE = 60_000;
/** The topic that leads to wecomrobot, and one that leads elsewhere. */
export const TOPIC = 'arn:aws:sns:ap-southeast-1:111122223333:ops';
const ELSEWHERE = 'arn:aws:sns:ap-southeast-1:111122223333:data-team';

/** Saturday, 2026-11-28, 22:58 in Shanghai. */
export const BEGIN = Date.parse('2026-11-28T22:58:00+08:00');
/** Sunday morning, after the summary. */
export const END = Date.parse('2026-11-29T09:05:00+08:00');

/** Returns the time at which a clock in Shanghai shows this in that night, milliseconds since 1970. */
export function at(clock: string): number {
  const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number);
  const midnight = Date.parse('2026-11-29T00:00:00+08:00');
  return midnight + ((hour >= 20 ? hour - 24 : hour) * 60 + minute) * MINUTE + second * 1000;
}

/** One alarm and its night. */
export interface Part {
  readonly name: string;
  readonly type?: AlarmType;
  readonly configuration?: JsonObject;
  /** Its changes of state, by the clock in Shanghai. */
  readonly changes: readonly (readonly [clock: string, AlarmState])[];
  /** False if its changes run no action. */
  readonly acts?: false;
}

/** The fifteen alarms. */
export const ALARMS: readonly Part[] = [
  // Three that stay.
  {
    name: 'pay-5xx',
    changes: [
      ['01:07', 'ALARM'],
      ['08:20', 'OK'],
    ],
  },
  { name: 'db-orders-P1', changes: [['23:40', 'ALARM']] },
  { name: 'db-backup-P3', changes: [['00:20', 'ALARM']] },
  // One that flaps, and settles after the process that told it is gone.
  {
    name: 'orders-queue',
    changes: [
      ['03:00:00', 'ALARM'],
      ['03:00:40', 'OK'],
      ['03:01:20', 'ALARM'],
      ['03:02:00', 'OK'],
      ['03:02:40', 'ALARM'],
      ['03:03:20', 'OK'],
      ['03:04:00', 'ALARM'],
      ['03:04:40', 'OK'],
    ],
  },
  // One that somebody takes.
  {
    name: 'pay-refund',
    changes: [
      ['02:30', 'ALARM'],
      ['04:10', 'OK'],
    ],
  },
  // One that only the summary tells again.
  { name: 'report-daily-P3', changes: [['00:30', 'ALARM']] },
  // One that is over soon, and two that are told by default: a composite alarm and its cause.
  {
    name: 'web-1',
    changes: [
      ['01:00', 'ALARM'],
      ['01:08', 'OK'],
    ],
  },
  {
    name: 'web-2',
    changes: [
      ['04:00', 'ALARM'],
      ['05:30', 'OK'],
    ],
  },
  {
    name: 'checkout',
    type: 'CompositeAlarm',
    configuration: { AlarmRule: 'ALARM("web-2")' },
    changes: [
      ['04:02', 'ALARM'],
      ['05:28', 'OK'],
    ],
  },
  // One whose rule is muted until two.
  {
    name: 'release-canary',
    changes: [
      ['01:30', 'ALARM'],
      ['02:40', 'OK'],
    ],
  },
  // One that a mute rule of CloudWatch's silences after it was told.
  {
    name: 'db-replica-P1',
    changes: [
      ['03:30', 'ALARM'],
      ['04:40', 'OK'],
    ],
  },
  // Four that are never told.
  {
    name: 'cart-latency',
    type: 'CompositeAlarm',
    configuration: { AlarmRule: 'ALARM("web-1")', ActionsSuppressedBy: 'Alarm' },
    changes: [['01:15', 'ALARM']],
    acts: false,
  },
  { name: 'lab-cpu', configuration: { ActionsEnabled: false }, changes: [['23:30', 'ALARM']], acts: false },
  { name: 'TargetTracking-table/orders-AlarmHigh', changes: [['23:30', 'ALARM']], acts: false },
  { name: 'spark-job', configuration: { AlarmActions: [ELSEWHERE] }, changes: [['23:30', 'ALARM']], acts: false },
];

/** The configuration that every alarm of the night has unless it says otherwise. */
export const CONFIGURATION: JsonObject = {
  AlarmActions: [TOPIC],
  OKActions: [TOPIC],
  Namespace: 'AWS/ApplicationELB',
  MetricName: 'HTTPCode_Target_5XX_Count',
  Statistic: 'Sum',
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 10,
  ComparisonOperator: 'GreaterThanThreshold',
};

/** The time after which a schedule's event comes, milliseconds. */
const USUAL_DELAY_MS = 5000;

/** The ticks that do not come once and in time: when each comes, by the clock in Shanghai. */
const ODD_TICKS: Readonly<Record<string, readonly string[]>> = {
  // Twice, and again when the queue has forgotten it.
  '00:15': ['00:15:05', '00:15:25', '00:20:20'],
  // Too late: its steps are lost.
  '00:55': ['01:06:00'],
  // Late.
  '01:25': ['01:29:00'],
};

/** Returns the moments at which the tick of a time comes, milliseconds since 1970. */
export function comingsOf(tick: number): readonly number[] {
  const odd = Object.entries(ODD_TICKS).find(([clock]) => at(clock) === tick);
  return odd ? odd[1].map(at) : [tick + USUAL_DELAY_MS];
}

/** The times in which CloudWatch does not answer: one tick is repeated, and one fails for good. */
export const OUTAGES = [
  { from: '01:40:00', to: '01:40:40', kind: 'ThrottlingException' },
  { from: '06:10:00', to: '06:14:30', kind: 'AccessDeniedException' },
] as const;

/** A mute rule of CloudWatch's, from 03:40 to 04:20. */
export const MUTE_RULE = {
  name: 'failover',
  alarmNames: ['db-replica-P1'],
  schedule: { Expression: 'at(2026-11-29T03:40)', Duration: 'PT40M', Timezone: 'Asia/Shanghai' },
} as const;

/** The time at which every process that shows messages is killed. */
export const KILL_AT = '03:04:50';

/** The tags by which people take alarms. */
export const TAKEN = [
  // It has no step left, so that only the summary says it.
  { at: '00:40:00', name: 'db-orders-P1', tag: '孙权 2026-11-28T16:40Z' },
  // For an hour, which is over before it recovers.
  { at: '02:50:30', name: 'pay-refund', tag: '李雷 2026-11-28T18:50Z 1h' },
] as const;

/** People by mobile. */
export const PEOPLE: Readonly<Record<string, string>> = {
  王芳: '13800138001',
  李雷: '13800138002',
  周瑜: '13800138003',
  鲁肃: '13800138004',
  赵云: '13800138005',
  孙权: '13800138006',
  赵敏: '13800138007',
};
