import { parseArn } from '../../aws/arn.js';
import type { SourceName } from '../../domain/origin.js';
import type { DescribedAlarm } from './described-alarm.js';

/** The roads by which alarms reach this deployment. */
export interface Roads {
  /** ARNs of the SNS topics that lead here. */
  readonly topics: readonly string[];
  /** ARN of the function that alarms invoke themselves. An action may name a version or an alias of it. */
  readonly functionArn: string;
  /** True if EventBridge brings every alarm of the account and region, but for those of the deployment itself. */
  readonly hasAlarmRule: boolean;
  /** The deployment's name, with which those of its own alarms begin. */
  readonly service: string;
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
 * Returns the roads by which an alarm is told again. Not one if we never told it: its actions are off or suppressed, it belongs to Auto
 * Scaling, or neither its actions nor the alarm rule lead here.
 */
export function roadsOf(alarm: DescribedAlarm, roads: Roads): readonly Road[] {
  return alarm.silencedBy === undefined ? anyRoadsOf(alarm, roads) : [];
}

/** Returns the roads by which the changes of an alarm come: by EventBridge even if its actions are off. */
export function changeRoadsOf(alarm: DescribedAlarm, roads: Roads): readonly Road[] {
  if (alarm.silencedBy !== 'actions off') return roadsOf(alarm, roads);
  return anyRoadsOf(alarm, roads).filter(({ source }) => source === 'eventbridge');
}

/** Returns the roads by which an alarm would come if nothing silenced it. */
export function anyRoadsOf(
  { name, alarmActions }: DescribedAlarm,
  { topics, functionArn, hasAlarmRule, service }: Roads,
): readonly Road[] {
  if (OF_AUTO_SCALING.test(name)) return [];
  const ownTopics = new Set(alarmActions.filter((action) => topics.includes(action)));
  const isOurs = (action: string): boolean => action === functionArn || action.startsWith(`${functionArn}:`);
  return [
    ...[...ownTopics].map((topicArn): Road => ({ source: 'sns', topicArn })),
    ...(alarmActions.some(isOurs) ? [{ source: 'alarm' } as const] : []),
    ...(hasAlarmRule && !name.startsWith(`${service}-`) ? [{ source: 'eventbridge' } as const] : []),
  ];
}
