import { groupBy } from '../../src/base/group-by.js';
import { sub } from '../cloudformation.js';
import { any, type Flag, part } from '../flag.js';
import type { Flags, Plan } from '../plan.js';
import type { FunctionName } from '../setting-rule.js';

/** The narrowest resource that AWS knows for an action, and the reason why there is no narrower one. */
interface Read {
  readonly resource: unknown;
  readonly reason: string;
  /** Returns on what condition a function needs it. Default: `notify` for reminders. */
  readonly neededBy?: (flags: Flags) => Needs;
  /** Holds it to less than the resource. */
  readonly condition?: Readonly<Record<string, unknown>>;
}

/** The conditions on which functions need a permission. */
type Needs = Readonly<Partial<Record<FunctionName, Flag>>>;

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
    neededBy: ({ reminders, durations }) => ({ notify: reminders, deliver: durations }),
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
    neededBy: ({ logLinks }) => ({ deliver: logLinks }),
  },
  'cloudwatch:ListTagsForResource': {
    resource: ANY_ALARM,
    reason: 'Any alarm of this account may have a tag that says who has it, or one that a rule looks at.',
    neededBy: ({ reminderAcks, tagLookUps }) => ({ notify: any(reminderAcks, tagLookUps) }),
  },
  'cloudwatch:TagResource': {
    resource: ANY_ALARM,
    reason:
      'Any alarm of this account may be taken by the link in its message; a condition allows that one tag and no other.',
    neededBy: ({ reminderLinks }) => ({ notify: reminderLinks }),
    condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': [ACK_TAG] } },
  },
  'cloudwatch:GetMetricWidgetImage': {
    resource: '*',
    reason: 'It draws metrics of any name. AWS names no resource for it.',
    neededBy: ({ graphs }) => ({ deliver: graphs }),
  },
};

/** Returns the statements with which a function reads alarms: one for actions of one resource and condition. */
export function alarmReads(functionName: FunctionName, { flags, alarmRegions }: Plan): readonly unknown[] {
  const needed = Object.entries(ALARM_READS).flatMap(([action, { neededBy = forReminders, resource, condition }]) => {
    const isNeeded = neededBy(flags)[functionName] ?? false;
    return isNeeded === false ? [] : [{ action, isNeeded, resource, condition }];
  });
  const alike = groupBy(needed, ({ resource, condition }) => JSON.stringify([resource, condition]));
  return [...alike.values()].flatMap((reads) => {
    const isAnyNeeded = any(...reads.map((one) => one.isNeeded));
    return part(isAnyNeeded, {
      Effect: 'Allow',
      // An action that is always needed with the others needs no condition of its own.
      Action: reads.flatMap(({ action, isNeeded }) => part(isSame(isNeeded, isAnyNeeded) || isNeeded, action)),
      Resource: reads[0]?.resource,
      Condition: { StringEquals: { 'aws:RequestedRegion': alarmRegions }, ...reads[0]?.condition },
    });
  });
}

function forReminders({ reminders }: Flags): Needs {
  return { notify: reminders };
}

function isSame(one: Flag, other: Flag): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
