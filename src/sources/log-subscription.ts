import { gunzipSync } from 'node:zlib';
import { at, isObject, type JsonObject, parseObject, textAt } from '../base/json.js';
import { parseTime } from '../text/format.js';
import { answerAllDelivered } from './delivered.js';
import { type Envelope, outermostSource } from './envelope.js';

/** Most bytes that are inflated. CloudWatch Logs sends a function at most 6 MB compressed, which could become a thousand times that. */
const MAX_INFLATED_BYTES = 8 * 1024 * 1024;

/**
 * The event of a subscription filter of CloudWatch Logs: lines of a log, compressed. What cannot be inflated is shown as
 * lines that cannot be read: they matched a filter that somebody set.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html
 */
export const logSubscription: Envelope = {
  name: 'log-subscription',
  matches: (value) => typeof at(value, 'awslogs', 'data') === 'string',
  open(value, outer) {
    const detail = inflate(textAt(value, 'awslogs', 'data') ?? '');
    const firstId = textAt(detail, 'logEvents', 0, 'id');
    const filter = textAt(detail, 'subscriptionFilters', 0) ?? '';
    return [
      {
        ...outer,
        sourceName: outermostSource(outer, 'invoke'),
        id: firstId === undefined ? outer.id : `logs:${filter}:${firstId}`,
        source: 'aws.logs',
        detailType: 'CloudWatch Logs Subscription',
        account: textAt(detail, 'owner') ?? outer.account,
        occurredAt: parseTime(at(detail, 'logEvents', 0, 'timestamp')) ?? outer.occurredAt,
        detail,
        text: '',
        subject: '',
      },
    ];
  },
  answer: answerAllDelivered,
};

function inflate(data: string): JsonObject {
  try {
    const text = gunzipSync(Buffer.from(data, 'base64'), { maxOutputLength: MAX_INFLATED_BYTES }).toString('utf8');
    const parsed = parseObject(text);
    return isObject(parsed) ? parsed : { unreadable: 'no JSON' };
  } catch (error) {
    return { unreadable: textAt(error, 'code') ?? 'no gzip' };
  }
}
