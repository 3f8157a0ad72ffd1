import { consoleLink } from '../../aws/console-link.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import { arrayAt, getOwn, type JsonObject, numberAt, objectAt, textAt } from '../../base/json.js';
import type { Field } from '../../domain/content.js';
import { formatBytes, formatNumber } from '../../text/format.js';
import type { Words } from '../../text/words.js';
import { type Grade, gradeOf } from '../../verdict/scale.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText, firstValue } from '../toolkit/first-value.js';
import { humanizeConstant } from '../toolkit/humanize-constant.js';
import { readableSentence } from '../toolkit/readable-sentence.js';
import { readableResourceType } from '../toolkit/resource-type.js';
import { safeAwsLink } from '../toolkit/safe-aws-link.js';
import { closedFinding, openFinding } from '../toolkit/security-grade.js';
import { summarizeList } from '../toolkit/summarize-list.js';

/**
 * A finding of Amazon Macie, or an alert of the first Macie.
 * @see https://docs.aws.amazon.com/macie/latest/user/findings-publish-event-schemas.html
 */
export const macie: Renderer = {
  name: 'macie',
  matches: ({ detailType, source }) =>
    /^Macie (Finding|Alert)$/.test(detailType) || (source === 'aws.macie' && !detailType.endsWith('via CloudTrail')),
  render: (event, context) =>
    event.detailType === 'Macie Alert' ? renderAlert(event, context) : renderFinding(event, context),
};

function renderFinding({ detail, occurredAt, region }: ServiceEvent, { words, timeZone }: RenderContext): Rendered {
  const { label } = words;
  const archived = textAt(detail, 'archived') === 'true';
  const bucket = firstText(detail, 'resourcesAffected.s3Bucket.name');
  const grade = gradeOf(textAt(detail, 'severity', 'description'));
  const [actor, address] = [actorOf(detail), addressOf(detail)];
  return {
    ...(archived ? closedFinding('archived', words) : openFinding(grade, words)),
    title: titleOf(detail, bucket, words),
    fields: [
      objectField(objectAt(detail, 'resourcesAffected', 's3Object'), words),
      field(label.sensitiveData, sensitiveData(detail, words)),
      field(label.bucketAccess, accessOf(detail, words)),
      field(label.actor, actor),
      field(label.operation, operationOf(detail)),
      field(label.sourceIp, address === actor ? undefined : address),
      field(label.count, (numberAt(detail, 'count') ?? 1) > 1 ? textAt(detail, 'count') : undefined),
      timeField(label.time, firstValue(detail, ['updatedAt', 'createdAt']) ?? occurredAt, timeZone),
    ],
    details: readableSentence(textAt(detail, 'description'), timeZone),
    link: consoleLink('macie', textAt(detail, 'region') ?? region),
    account: textAt(detail, 'accountId'),
    region: textAt(detail, 'region'),
    state: textAt(detail, 'severity', 'description'),
  };
}

function objectField(object: JsonObject, words: Words): Field | undefined {
  const size = numberAt(object, 'size');
  const key = textAt(object, 'key');
  return field(words.label.object, key && (size === undefined ? key : `${key}${words.aside(formatBytes(size))}`));
}

/** `CREDIT_CARD_NUMBER 12、NAME 3`, as Macie names them. */
function sensitiveData(detail: JsonObject, words: Words): string {
  const result = objectAt(detail, 'classificationDetails', 'result');
  const found = arrayAt(result, 'sensitiveData').flatMap((category) => arrayAt(category, 'detections'));
  const custom = arrayAt(result, 'customDataIdentifiers', 'detections');
  const rows = [...found, ...custom].map((row) => {
    const count = numberAt(row, 'count');
    const type = humanizeConstant(textAt(row, 'type') ?? textAt(row, 'name') ?? '');
    return count === undefined ? type : `${type} ${formatNumber(count)}`;
  });
  return summarizeList(rows, words, 4);
}

const ACCESS: ReadonlyMap<string, keyof Words['security']['reach']> = new Map([
  ['NOT_PUBLIC', 'notPublic'],
  ['PUBLIC', 'public'],
]);

function accessOf(detail: JsonObject, words: Words): string | undefined {
  const access = ACCESS.get(
    textAt(detail, 'resourcesAffected', 's3Bucket', 'publicAccess', 'effectivePermission') ?? '',
  );
  return access && words.security.reach[access];
}

/** Returns `存储桶 orders 可公开访问` by the type (`Policy:IAMUser/S3BucketPublic`); AWS's title and the name if we do not know the type. */
function titleOf(detail: JsonObject, bucket: string | undefined, words: Words): string {
  const type = textAt(detail, 'type') ?? '';
  const [category = '', name = ''] = [type.split(':', 1)[0], type.includes('/') ? type.split('/').at(-1) : ''];
  const said = [name, category].map((key) => getOwn<string>(words.security.macie, key)).find((claim) => claim);
  const told = said ?? textAt(detail, 'title') ?? '';
  if (said === undefined || bucket === undefined) return `Macie ${told} ${bucket ?? ''}`;
  return `Macie ${readableResourceType('S3Bucket', words)} ${bucket} ${told}`;
}

/** Returns the call that changed the bucket: `s3:PutBucketPolicy`. */
function operationOf(detail: JsonObject): string | undefined {
  const call = objectAt(detail, 'policyDetails', 'action', 'apiCallDetails');
  const [service, api] = [textAt(call, 'apiServiceName')?.split('.amazonaws.com', 1)[0], textAt(call, 'api')];
  return api === undefined || service === undefined ? api : `${service}:${api}`;
}

function addressOf(detail: JsonObject): string | undefined {
  return firstText(detail, 'policyDetails.actor.ipAddressDetails.ipAddressV4');
}

function actorOf(detail: JsonObject): string | undefined {
  return firstText(objectAt(detail, 'policyDetails', 'actor'), [
    'userIdentity.iamUser.userName',
    'userIdentity.assumedRole.arn',
    'userIdentity.root.arn',
    'userIdentity.awsAccount.accountId',
    'userIdentity.awsService.invokedBy',
    'ipAddressDetails.ipAddressV4',
  ]);
}

/** Why the alert was raised: a rule's description, or what the first unusual feature may mean. */
function narrativeOf(trigger: JsonObject): string | undefined {
  const features = Object.values(objectAt(trigger, 'features'));
  const told = features.find((feature) => textAt(feature, 'anomalous') === 'true') ?? features[0];
  return textAt(trigger, 'description') ?? textAt(told, 'narrative') ?? textAt(told, 'description');
}

/** The first Macie's risk is 0 to 100. */
const RISKS: readonly (readonly [from: number, grade: Grade])[] = [
  [80, 'high'],
  [40, 'medium'],
  [0, 'low'],
];

function renderAlert({ detail, occurredAt }: ServiceEvent, { words, timeZone }: RenderContext): Rendered {
  const risk = numberAt(detail, 'risk-score');
  const grade = risk === undefined ? undefined : RISKS.find(([from]) => risk >= from)?.[1];
  const { label } = words;
  return {
    ...openFinding(grade, words),
    title: `Macie${words.colon}${textAt(detail, 'name') ?? ''}`,
    fields: [
      field(label.actor, firstText(detail, ['actor', 'summary.Source ARN'])?.replace(/^\d{12}:/, '')),
      field(label.score, risk),
      field(label.count, textAt(detail, 'summary', 'Event Count')),
      field(label.sourceIp, summarizeList(Object.keys(objectAt(detail, 'summary', 'IP')), words)),
      timeField(label.time, firstValue(detail, 'created-at') ?? occurredAt, timeZone),
    ],
    details: readableSentence(narrativeOf(objectAt(detail, 'trigger')), timeZone),
    link: safeAwsLink(textAt(detail, 'url')),
    state: textAt(detail, 'notification-type'),
  };
}
