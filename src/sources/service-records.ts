import type { ServiceEvent } from '../aws/service-event.js';
import { arrayAt, at, isObject, textAt } from '../base/json.js';
import { parseTime } from '../text/format.js';
import { answerAllDelivered } from './delivered.js';
import { type Envelope, outermostSource } from './envelope.js';

/** Services whose records are worth one message each. Those of data streams are not: there are thousands. */
const SERVICES: ReadonlySet<unknown> = new Set(['aws:s3', 'aws:ses', 'aws:codecommit']);

/**
 * The records of S3, SES and CodeCommit, which invoke the function in a form of their own. The generic renderer shows them.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export const serviceRecords: Envelope = {
  name: 'service-records',
  matches(value) {
    const records = arrayAt(value, 'Records');
    return records.length > 0 && records.every((record) => SERVICES.has(at(record, 'eventSource')));
  },
  open: (value, outer) => arrayAt(value, 'Records').map((record, index) => recordEvent(record, index, outer)),
  answer: answerAllDelivered,
};

function recordEvent(record: unknown, index: number, outer: ServiceEvent): ServiceEvent {
  const arn = textAt(record, 's3', 'bucket', 'arn') ?? textAt(record, 'eventSourceARN');
  return {
    ...outer,
    sourceName: outermostSource(outer, 'invoke'),
    // These records have no id of their own; the invocation's stays the same across Lambda's retries.
    id: `${outer.id}:${index}`,
    source: (textAt(record, 'eventSource') ?? '').replace(':', '.'),
    detailType: textAt(record, 'eventName') ?? textAt(record, 'eventSource') ?? '',
    region: textAt(record, 'awsRegion') ?? outer.region,
    occurredAt: parseTime(at(record, 'eventTime') ?? at(record, 'ses', 'mail', 'timestamp')) ?? outer.occurredAt,
    resources: arn === undefined ? [] : [arn],
    detail: isObject(record) ? record : {},
    text: '',
    subject: '',
  };
}
