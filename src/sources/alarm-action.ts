import { at, isObject, textAt } from '../base/json.js';
import { parseTime } from '../text/format.js';
import { answerAllDelivered } from './delivered.js';
import { type Envelope, outermostSource } from './envelope.js';

/**
 * The event of a CloudWatch alarm that invokes the function itself. Its `source` is the same as EventBridge's, so `alarmData`
 * tells the two apart.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html
 */
export const alarmAction: Envelope = {
  name: 'alarm-action',
  matches: (value) => typeof at(value, 'alarmArn') === 'string' && isObject(at(value, 'alarmData')),
  open: (value, outer) => [
    {
      ...outer,
      sourceName: outermostSource(outer, 'alarm'),
      source: textAt(value, 'source') ?? 'aws.cloudwatch',
      account: textAt(value, 'accountId') ?? outer.account,
      region: textAt(value, 'region') ?? outer.region,
      occurredAt: parseTime(at(value, 'time')) ?? outer.occurredAt,
      resources: [textAt(value, 'alarmArn') ?? ''],
      detail: isObject(value) ? value : {},
      text: '',
      subject: '',
    },
  ],
  answer: answerAllDelivered,
};
