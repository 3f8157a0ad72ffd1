import type { JsonObject } from '../../src/base/json.js';

/** The kinds of alarm, by the list of DescribeAlarms' answer that names them. */
export const ALARM_LISTS = {
  MetricAlarm: 'MetricAlarms',
  CompositeAlarm: 'CompositeAlarms',
  LogAlarm: 'LogAlarms',
} as const;

/** A kind of alarm, as DescribeAlarms names it. */
export type AlarmType = keyof typeof ALARM_LISTS;

/** Returns the kinds that a request asks for: metric alarms unless it names others. */
export function typesIn({ AlarmTypes }: JsonObject): readonly unknown[] {
  return Array.isArray(AlarmTypes) ? AlarmTypes : ['MetricAlarm'];
}
