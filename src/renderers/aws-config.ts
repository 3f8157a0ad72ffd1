import { resourceName } from '../arn.js';
import { consoleLink } from '../console-link.js';
import { type JsonObject, objectAt, parseObject, textAt } from '../json.js';
import type { Severity } from '../notification.js';
import type { ServiceEvent } from '../service-event.js';
import type { Words } from '../text/words.js';
import { field, timeField } from './field.js';
import { leafAt, valueAt } from './leaf.js';
import { listed } from './listed.js';
import { prose } from './prose.js';
import type { RenderContext, Rendered, Renderer } from './renderer.js';
import { resourceKind } from './resource-kind.js';

type Verdict = readonly [severity: Severity, status: (words: Words) => string];

const NOTICE: Verdict = ['info', (words) => words.status.notice];
const FAILED: Verdict = ['error', (words) => words.status.failed];
const STARTED: Verdict = ['info', (words) => words.status.started];
const SUCCEEDED: Verdict = ['recovery', (words) => words.status.succeeded];

const COMPLIANCE: ReadonlyMap<string, Verdict> = new Map([
  ['NON_COMPLIANT', ['warning', (words) => words.config.status.nonCompliant]],
  ['COMPLIANT', ['recovery', (words) => words.config.status.compliant]],
  ['INSUFFICIENT_DATA', ['info', (words) => words.status.insufficientData]],
  ['NOT_APPLICABLE', ['info', (words) => words.config.status.notApplicable]],
]);

/** By `changeType`, or where an item has none by `configurationItemStatus`. */
const CHANGES: ReadonlyMap<string, Verdict> = new Map([
  ['CREATE', ['info', (words) => words.status.created]],
  ['UPDATE', ['info', (words) => words.status.updated]],
  ['DELETE', ['info', (words) => words.status.deleted]],
  ['ResourceDiscovered', ['info', (words) => words.status.created]],
  ['ResourceDeleted', ['info', (words) => words.status.deleted]],
]);

type Kind = readonly [type: RegExp, thing: keyof Words['config']['thing'], judge: (detail: JsonObject) => Verdict];

/** By `messageType`: what it is about and how it is judged. */
const KINDS: readonly Kind[] = [
  [
    /^ComplianceChange/,
    'rule',
    (detail) => COMPLIANCE.get(textAt(detail, 'newEvaluationResult', 'complianceType') ?? '') ?? NOTICE,
  ],
  [
    /^(Oversized)?ConfigurationItemChangeNotification$/,
    'resource',
    (detail) => CHANGES.get(changeOf(detail) ?? '') ?? NOTICE,
  ],
  [/EvaluationStarted$/, 'evaluation', () => STARTED],
  [/^ConfigurationHistoryDelivery/, 'history', deliveryOf],
  [/^ConfigurationSnapshotDelivery/, 'snapshot', deliveryOf],
  [/^OversizedConfigurationItemChangeDeliveryFailed$/, 'resource', deliveryOf],
];

function deliveryOf(message: JsonObject): Verdict {
  const type = textAt(message, 'messageType') ?? '';
  if (type.endsWith('Failed')) return FAILED;
  return type.endsWith('Started') ? STARTED : SUCCEEDED;
}

/**
 * What AWS Config says, through EventBridge or its SNS topic: compliance, changed resources, deliveries, evaluations.
 * @see https://docs.aws.amazon.com/config/latest/developerguide/notifications-for-AWS-Config.html
 */
export const awsConfig: Renderer = {
  name: 'aws-config',
  matches: (event) =>
    (event.source === 'aws.config' && !event.detailType.endsWith('via CloudTrail')) ||
    kindOf(messageOf(event)) !== undefined,
  render(event, { words, timeZone }: RenderContext): Rendered {
    const message = messageOf(event);
    const [, thing, judge] = kindOf(message) ?? OTHER;
    const [severity, status] = judge(message);
    const { label } = words.config;
    const item = itemOf(message);
    const rule = textAt(message, 'configRuleName');
    const region = textAt(message, 'awsRegion') ?? textAt(item, 'awsRegion') ?? event.region;
    return {
      severity,
      status: status(words),
      title: ['AWS Config', words.config.thing[thing], nameOf(message, words)].join(' '),
      fields: [
        field(words.label.resource, rule && resourceOf(message)),
        field(label.changed, changedOf(message, words)),
        field(label.bucket, leafAt(message, 's3DeliverySummary.s3BucketLocation')?.split('/')[0]),
        field(words.security.label.error, leafAt(message, ['s3DeliverySummary.errorCode', 'errorCode'])),
        timeField(words.label.time, valueAt(message, TIMES) ?? valueAt(item, TIMES) ?? event.occurredAt, timeZone),
      ],
      details: prose(leafAt(message, DETAILS)?.replace(NO_PREFIX, ''), timeZone),
      link: rule ? consoleLink('config', region, rule) : resourceLink(item, region),
      account: leafAt({ ...item, ...message }, ['awsAccountId', 'accountId']),
      region,
      state: textAt(message, 'newEvaluationResult', 'complianceType') ?? textAt(message, 'messageType'),
    };
  },
};

const OTHER: Kind = [/^/, 'resource', () => NOTICE];

/** What AWS adds where no prefix was configured. */
const NO_PREFIX = /,? provided s3 key prefix is null/;

const TIMES = [
  'newEvaluationResult.resultRecordedTime',
  'configurationItemCaptureTime',
  'notificationCreationTime',
] as const;
const DETAILS = ['newEvaluationResult.annotation', 's3DeliverySummary.errorMessage', 'errorMessage'] as const;

/** The message itself; where it was too big for SNS, the summary in JSON that stands under AWS's sentence. */
function messageOf({ detail, text }: ServiceEvent): JsonObject {
  const summary = Object.keys(detail).length > 0 ? -1 : text.indexOf('{');
  return summary < 0 ? detail : (parseObject(text.slice(summary)) ?? detail);
}

function kindOf(message: JsonObject): Kind | undefined {
  const type = textAt(message, 'messageType');
  return type === undefined ? undefined : KINDS.find(([pattern]) => pattern.test(type));
}

function itemOf(message: JsonObject): JsonObject {
  return {
    ...objectAt(message, 'configurationItems', 0),
    ...objectAt(message, 'configurationItemSummary'),
    ...objectAt(message, 'configurationItem'),
  };
}

function changeOf(message: JsonObject): string | undefined {
  const item = itemOf(message);
  return leafAt(message, 'configurationItemDiff.changeType') ?? leafAt(item, ['changeType', 'configurationItemStatus']);
}

function nameOf(message: JsonObject, words: Words): string {
  const rules = leafAt(message, ['configRuleName', 'configRuleNames'], words.listSeparator);
  return rules ?? leafAt(message, 's3Bucket') ?? resourceOf(itemOf(message));
}

/** `EC2 Instance i-0123`, with the name it was given. */
function resourceOf(item: JsonObject): string {
  const id = leafAt(item, ['resourceName', 'resourceId']) ?? '';
  return `${resourceKind(textAt(item, 'resourceType') ?? '')} ${resourceName(id)}`.trim();
}

/** The properties that changed, as AWS Config counts them: `Configuration.SecurityGroups.0`. */
function changedOf(message: JsonObject, words: Words): string {
  return listed(Object.keys(objectAt(message, 'configurationItemDiff', 'changedProperties')), words, 4);
}

function resourceLink(item: JsonObject, region: string): string | undefined {
  return consoleLink('config-resource', region, textAt(item, 'resourceId'), textAt(item, 'resourceType'));
}
