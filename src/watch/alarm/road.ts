import { parseArn } from '../../aws/arn.js';
import type { SourceName } from '../../domain/notification.js';
import type { DescribedAlarm } from './described-alarm.js';

/** The roads by which alarms reach this deployment. */
export interface Roads {
  /** ARNs of the SNS topics that lead here. */
  readonly topics: readonly string[];
  /** ARN of the function that alarms invoke themselves. An action may name a version or an alias of it. */
  readonly functionArn: string;
  /** True if EventBridge brings every alarm of the account and region. */
  readonly hasAlarmRule: boolean;
}

/** The road by which an alarm's ALARM came. */
export interface Road {
  readonly source: SourceName & ('sns' | 'alarm' | 'eventbridge');
  /** The topic, if it came by SNS. */
  readonly topicArn?: string;
}

/** Returns the regions whose alarms may come here: that of the function, and those of the topics that lead here. */
export function watchedRegions(region: string, topics: readonly string[]): readonly string[] {
  return [...new Set([region, ...topics.flatMap((topic) => parseArn(topic)?.region ?? [])])];
}

/** Returns the roads from one region: EventBridge brings the alarms of the function's own. */
export function roadsIn(region: string, roads: Roads, ownRegion: string): Roads {
  return { ...roads, hasAlarmRule: roads.hasAlarmRule && region === ownRegion };
}

/** An alarm that ends a scaling step, not one that people act on. */
const OF_AUTO_SCALING = /^TargetTracking-/;

/**
 * Returns the road by which an alarm is told, or `undefined` if we never told it: its actions are off or suppressed, it belongs to
 * Auto Scaling, or neither its actions nor the alarm rule lead here.
 */
export function roadOf(alarm: DescribedAlarm, { topics, functionArn, hasAlarmRule }: Roads): Road | undefined {
  if (alarm.silencedBy !== undefined || OF_AUTO_SCALING.test(alarm.name)) return undefined;
  const topicArn = alarm.alarmActions.find((action) => topics.includes(action));
  if (topicArn !== undefined) return { source: 'sns', topicArn };
  const isOurs = (action: string): boolean => action === functionArn || action.startsWith(`${functionArn}:`);
  if (alarm.alarmActions.some(isOurs)) return { source: 'alarm' };
  return hasAlarmRule ? { source: 'eventbridge' } : undefined;
}
