import { groupBy } from '../../src/base/group-by.js';
import { ref, sub } from '../cloudformation.js';
import type { FunctionName } from '../setting-rule.js';
import type { Settings } from '../settings.js';
import { topicSources } from '../topic-sources.js';

/** The narrowest resource that AWS knows for an action, and the reason why there is no narrower one. */
interface Read {
  readonly resource: unknown;
  readonly reason: string;
  /** Returns the functions that need it with these settings. Default: `notify` for reminders. */
  readonly neededBy?: (settings: Settings) => readonly FunctionName[];
  /** Holds it to less than the resource. */
  readonly condition?: Readonly<Record<string, unknown>>;
}

/** The tag that says who has an alarm. */
const ACK_TAG = 'wecom:ack';

const ANY_ALARM = sub('arn:${AWS::Partition}:cloudwatch:*:${AWS::AccountId}:alarm:*');

/**
 * The actions of reminders, durations and pictures, which read alarms, mute rules and metrics of any name. A statement's condition holds them to the
 * regions that are read.
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
    neededBy: (settings) => [...forReminders(settings), ...(settings.durations ? (['deliver'] as const) : [])],
  },
  'cloudwatch:ListAlarmMuteRules': {
    resource: '*',
    reason: 'It lists the mute rules of a region. AWS names no resource for it.',
  },
  'cloudwatch:GetAlarmMuteRule': {
    resource: sub('arn:${AWS::Partition}:cloudwatch:*:${AWS::AccountId}:alarm-mute-rule:*'),
    reason: 'A mute rule may have any name. The wildcards are for the mute rules of this account.',
  },
  'logs:DescribeMetricFilters': {
    resource: sub('arn:${AWS::Partition}:logs:*:${AWS::AccountId}:log-group:*'),
    reason: 'The filter behind a metric may be that of any log group of this account.',
    neededBy: ({ logLinks }) => (logLinks ? ['deliver'] : []),
  },
  'cloudwatch:ListTagsForResource': {
    resource: ANY_ALARM,
    reason: 'Any alarm of this account may have a tag that says who has it, or one that a rule looks at.',
    neededBy: (settings) => [
      ...(settings.ack === 'off' ? [] : forReminders(settings)),
      ...(settings.tagLookUps ? (['notify'] as const) : []),
    ],
  },
  'cloudwatch:TagResource': {
    resource: ANY_ALARM,
    reason:
      'Any alarm of this account may be taken by the link in its message; a condition allows that one tag and no other.',
    neededBy: (settings) => (settings.ack === 'link' ? forReminders(settings) : []),
    condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': [ACK_TAG] } },
  },
  'cloudwatch:GetMetricWidgetImage': {
    resource: '*',
    reason: 'It draws metrics of any name. AWS names no resource for it.',
    neededBy: ({ graph }) => (graph === 'off' ? [] : ['deliver']),
  },
};

/** Returns the regions whose alarms come here: of the stack and of its topics. */
export function alarmRegions({ topicArns }: Pick<Settings, 'topicArns'>): readonly unknown[] {
  return [ref('AWS::Region'), ...new Set(topicSources(topicArns).map(({ region }) => region))];
}

/** Returns the statements with which a function reads alarms: one for actions of one resource and condition. */
export function alarmReads(functionName: FunctionName, settings: Settings): readonly object[] {
  const needed = Object.entries(ALARM_READS).filter(([, { neededBy = forReminders }]) =>
    neededBy(settings).includes(functionName),
  );
  const alike = groupBy(needed, ([, { resource, condition }]) => JSON.stringify([resource, condition]));
  return [...alike.values()].map((entries) => ({
    Effect: 'Allow',
    Action: entries.map(([action]) => action),
    Resource: entries[0]?.[1].resource,
    Condition: {
      StringEquals: { 'aws:RequestedRegion': alarmRegions(settings) },
      ...entries[0]?.[1].condition,
    },
  }));
}

function forReminders({ reminders }: Settings): readonly FunctionName[] {
  return reminders ? ['notify'] : [];
}
