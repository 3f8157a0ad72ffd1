import { ref, sub } from '../cloudformation.js';
import type { Settings } from '../settings.js';
import { topicSources } from '../topic-sources.js';

/** The narrowest resource that AWS knows for an action, and the reason why there is no narrower one. */
interface Read {
  readonly resource: unknown;
  readonly reason: string;
}

/**
 * The actions of reminders, which read alarms and mute rules of any name. A statement's condition holds them to the regions that are
 * read.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html
 */
export const ALARM_READS: Readonly<Record<string, Read>> = {
  'cloudwatch:DescribeAlarms': {
    resource: '*',
    reason: 'CloudWatch tells of composite alarms only to those who may describe every alarm.',
  },
  'cloudwatch:DescribeAlarmHistory': {
    resource: '*',
    reason: 'Of composite alarms it tells the history, too, only to those who may read that of every alarm.',
  },
  'cloudwatch:ListAlarmMuteRules': {
    resource: '*',
    reason: 'It lists the mute rules of a region. AWS names no resource for it.',
  },
  'cloudwatch:GetAlarmMuteRule': {
    resource: sub('arn:${AWS::Partition}:cloudwatch:*:${AWS::AccountId}:alarm-mute-rule:*'),
    reason: 'A mute rule may have any name. The wildcards are for the mute rules of this account.',
  },
};

/** Returns the statements with which `notify` reads alarms, if reminders are on: one for each resource of the table. */
export function readAlarms({ reminders, topicArns }: Settings): readonly object[] {
  if (!reminders) return [];
  const regions = [ref('AWS::Region'), ...new Set(topicSources(topicArns).map(({ region }) => region))];
  return [...new Set(Object.values(ALARM_READS).map(({ resource }) => resource))].map((Resource) => ({
    Effect: 'Allow',
    Action: Object.keys(ALARM_READS).filter((action) => ALARM_READS[action]?.resource === Resource),
    Resource,
    Condition: { StringEquals: { 'aws:RequestedRegion': regions } },
  }));
}
