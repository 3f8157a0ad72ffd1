import { consoleLink } from '../../aws/console-link.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import { decodePercent } from '../../base/decode-percent.js';
import { getOwn, textAt } from '../../base/json.js';
import type { Words } from '../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { fieldsOf } from '../toolkit/event-fields.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText, type Keys } from '../toolkit/first-value.js';
import { titleOf } from '../toolkit/title.js';
import { stateFor, type Verdict } from '../toolkit/verdict.js';

/** Both names of an event: EventBridge's detail-type, and a notification's `eventName`. The first that matches counts. */
const EVENTS: readonly (readonly [name: RegExp, verdict: Verdict])[] = [
  [/^Object ?Created/, ['info', 'created']],
  [/^Object(Removed| Deleted)|^LifecycleExpiration/, ['info', 'deleted']],
  [/^Object ?Restore(:Post| Initiated)/, ['info', 'restoring']],
  [/^Object ?Restore.?Completed/, ['recovery', 'restored']],
  [/^Object ?Restore(:Delete| Expired)/, ['info', 'expired']],
  [/^ReducedRedundancyLostObject/, ['error', 'lost']],
  [/^Replication:OperationFailed/, ['error', 'failed']],
  [/^Replication:OperationMissed/, ['warning', 'delayed']],
  [/TestEvent/, ['info', 'notice']],
];

/** Events after which the object has no page of its own. */
const GONE = /^Object(Removed| Deleted)|^LifecycleExpiration|^ReducedRedundancyLostObject/;

/** Keys of the caller's address. If S3 itself acted, they hold its host name. */
const SOURCE_IP: Keys = ['source-ip-address', 'requestParameters.sourceIPAddress'];
const ADDRESS = /^[\da-f.:]{3,45}$/i;

/** Detail-types that are S3's even if the source does not say so. */
const TYPES = /^Object (Created|Deleted|Restore|Tags|ACL|Storage Class|Access Tier)/;

/**
 * Objects in a bucket, by EventBridge and as S3's own notification, whose keys alone are URL-encoded.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html
 */
export const s3: Renderer = {
  name: 's3',
  matches: ({ source, detailType, detail }) =>
    (source === 'aws.s3' && !detailType.endsWith('via CloudTrail')) ||
    (TYPES.test(detailType) && textAt(detail, 'bucket', 'name') !== undefined) ||
    textAt(detail, 'Event') === 's3:TestEvent',
  render: renderObject,
};

function renderObject(event: ServiceEvent, context: RenderContext): Rendered {
  const { words, timeZone } = context;
  const { detail, detailType, region, occurredAt } = event;
  const { label, resourceKind } = words;
  const name = (detailType || (textAt(detail, 'Event') ?? '')).replace(/^s3:/, '');
  const bucket = firstText(detail, ['bucket.name', 's3.bucket.name', 'Bucket']) ?? firstText(event.resources, '0');
  const key = keyOf(event);
  const verdict = EVENTS.find(([pattern]) => pattern.test(name))?.[1];
  return {
    ...stateFor(verdict ?? ['info', 'updated'], words),
    title: key ? titleOf(`S3 ${resourceKind.object}`, key) : titleOf(`S3 ${label.bucket}`, bucket),
    fields: [
      field(label.event, verdict === undefined || !key ? name : undefined),
      field(label.bucket, key ? bucket : undefined),
      ...fieldsOf(
        [
          ['size', ['object.size', 's3.object.size'], 'bytes'],
          ['operation', 'reason'],
          ['target', 'replicationEventData.destinationBucket'],
          ['storageClass', ['destination-storage-class', 'source-storage-class']],
          [
            'expires',
            ['restore-expiry-time', 'glacierEventData.restoreEventData.lifecycleRestorationExpiryTime'],
            'time',
          ],
        ],
        detail,
        context,
      ),
      field(label.deletion, deletionOf(event, name, words)),
      field(label.sourceIp, ADDRESS.exec(firstText(detail, SOURCE_IP) ?? '')?.[0]),
      timeField(label.time, occurredAt, timeZone),
    ],
    details: firstText(detail, 'replicationEventData.failureReason'),
    link: key && !GONE.test(name) ? consoleLink('s3-object', region, key, bucket) : consoleLink('s3', region, bucket),
    state: name,
  };
}

/** Returns if an object can be had back: EventBridge says it in a key, a notification in its event's name. */
function deletionOf({ detail }: ServiceEvent, name: string, words: Words): string | undefined {
  const [, told = ''] = /^(?:ObjectRemoved|LifecycleExpiration):(\w+)/.exec(name) ?? [];
  const type = textAt(detail, 'deletion-type') ?? DELETIONS.get(told);
  return type && (getOwn<string>(words.awsCode.deletion, type) ?? type);
}

const DELETIONS: ReadonlyMap<string, string> = new Map([
  ['Delete', 'Permanently Deleted'],
  ['DeleteMarkerCreated', 'Delete Marker Created'],
]);

/** `%E6%97%A5%E6%8A%A5+1.csv` is `日报 1.csv`, in a notification only: EventBridge writes keys as they are. */
function keyOf({ detail }: ServiceEvent): string | undefined {
  const plain = textAt(detail, 'object', 'key');
  const encoded = textAt(detail, 's3', 'object', 'key')?.replaceAll('+', ' ');
  return plain ?? (encoded === undefined ? undefined : decodePercent(encoded));
}
