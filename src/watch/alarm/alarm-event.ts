import { parseArn } from '../../aws/arn.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import { type JsonObject, objectAt } from '../../base/json.js';
import type { DescribedAlarm } from './described-alarm.js';
import type { Road } from './road.js';
import type { AlarmState } from './transition.js';

/**
 * Returns an alarm as the event that SNS would have brought of its last change, whatever road that came by: so that it has the title,
 * the severity and the recipients of the message that told it.
 * @param before the state before that change.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
 */
export function alarmEvent(
  alarm: DescribedAlarm,
  { source, topicArn = '' }: Road,
  before: AlarmState = 'OK',
): ServiceEvent {
  const { arn, described, state, changedAt } = alarm;
  const { account = '', region = '' } = parseArn(arn) ?? {};
  const { StateReason, StateReasonData } = described;
  return {
    sourceName: source,
    id: `watch:${arn}`,
    source: 'aws.cloudwatch',
    detailType: '',
    account,
    region,
    occurredAt: changedAt,
    resources: [arn],
    detail: {
      ...alarmMessage(described, state, changedAt),
      OldStateValue: before,
      AWSAccountId: account,
      NewStateReason: StateReason,
      NewStateReasonData: StateReasonData,
    },
    text: '',
    subject: '',
    topicArn,
    attributes: {},
  };
}

/** Returns SNS's message of an alarm that was OK before, without account and reason, from CloudWatch's description of it. */
export function alarmMessage(described: JsonObject, state: string, changedAt: number): JsonObject {
  return {
    ...described,
    NewStateValue: state,
    OldStateValue: 'OK',
    StateChangeTime: new Date(changedAt).toISOString(),
    // A metric alarm has its metric beside its name; SNS has both in its trigger.
    Trigger: described,
    ...logQuery(described),
  };
}

/** A log alarm has its query in a configuration of its own. */
function logQuery(described: JsonObject): JsonObject {
  const { QueryString, AggregationExpression, LogGroupIdentifiers } = objectAt(
    described,
    'ScheduledQueryConfiguration',
  );
  return QueryString === undefined ? {} : { QueryString, AggregationExpression, LogGroups: LogGroupIdentifiers };
}
