import { groupBy } from '../../src/base/group-by.js';
import { ref, sub } from '../cloudformation.js';
import type { Settings } from '../settings.js';
import { topicSources } from '../topic-sources.js';

/** The narrowest resource that AWS knows for an action, and the reason why there is no narrower one. */
interface Read {
  readonly resource: unknown;
  readonly reason: string;
  /** Returns false if these settings do without it. Default: reminders need it. */
  readonly isNeeded?: (settings: Settings) => boolean;
  /** Holds it to less than the resource. */
  readonly condition?: Readonly<Record<string, unknown>>;
}

/** The tag that says who has an alarm. */
const ACK_TAG = 'wecom:ack';

const ANY_ALARM = sub('arn:${AWS::Partition}:cloudwatch:*:${AWS::AccountId}:alarm:*');

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
  'cloudwatch:ListTagsForResource': {
    resource: ANY_ALARM,
    reason: 'Any alarm of this account may have a tag that says who has it.',
    isNeeded: ({ ack }) => ack !== 'off',
  },
  'cloudwatch:TagResource': {
    resource: ANY_ALARM,
    reason:
      'Any alarm of this account may be taken by the link in its message; a condition allows that one tag and no other.',
    isNeeded: ({ ack }) => ack === 'link',
    condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': [ACK_TAG] } },
  },
};

/** Returns the statements with which `notify` reads alarms, if reminders are on: one for actions of one resource and condition. */
export function readAlarms(settings: Settings): readonly object[] {
  const { reminders, topicArns } = settings;
  if (!reminders) return [];
  const regions = [ref('AWS::Region'), ...new Set(topicSources(topicArns).map(({ region }) => region))];
  const needed = Object.entries(ALARM_READS).filter(([, { isNeeded }]) => isNeeded?.(settings) ?? true);
  const alike = groupBy(needed, ([, { resource, condition }]) => JSON.stringify([resource, condition]));
  return [...alike.values()].map((entries) => ({
    Effect: 'Allow',
    Action: entries.map(([action]) => action),
    Resource: entries[0]?.[1].resource,
    Condition: { StringEquals: { 'aws:RequestedRegion': regions }, ...entries[0]?.[1].condition },
  }));
}
