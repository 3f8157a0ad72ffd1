import { resourceName } from '../../../aws/arn.js';
import { consoleLink } from '../../../aws/console-link.js';
import type { ServiceEvent } from '../../../aws/service-event.js';
import { type JsonObject, parseObject, textAt } from '../../../base/json.js';
import type { Words } from '../../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import { field, timeField } from '../../toolkit/field.js';
import { firstText, firstValue } from '../../toolkit/first-value.js';
import { readableSentence } from '../../toolkit/readable-sentence.js';
import { readableResourceType } from '../../toolkit/resource-type.js';
import { stateFor } from '../../toolkit/verdict.js';
import { changeFields, changesOf, opensToWorld } from './changes.js';
import { configItemOf, configKindOf, OTHER_CONFIG } from './kind.js';

/**
 * AWS Config through EventBridge or its SNS topic: compliance, changed resources, deliveries, evaluations.
 * @see https://docs.aws.amazon.com/config/latest/developerguide/notifications-for-AWS-Config.html
 */
export const awsConfig: Renderer = {
  name: 'aws-config',
  matches: (event) =>
    (event.source === 'aws.config' && !event.detailType.endsWith('via CloudTrail')) ||
    configKindOf(messageOf(event)) !== undefined,
  render(event, { words, timeZone }: RenderContext): Rendered {
    const message = messageOf(event);
    const [kind, verdict] = configKindOf(message) ?? OTHER_CONFIG;
    const { label } = words;
    const changes = changesOf(message);
    const item = configItemOf(message);
    const rule = textAt(message, 'configRuleName');
    const region = textAt(message, 'awsRegion') ?? textAt(item, 'awsRegion') ?? event.region;
    return {
      ...stateFor(opensToWorld(changes) ? ['warning', 'publicAccess'] : verdict, words),
      title: ['AWS Config', words.resourceKind[kind], nameOf(message, words)].join(' '),
      fields: [
        field(label.resource, rule && resourceOf(message, words)),
        field(label.id, idOf(item)),
        ...changeFields(changes, words),
        field(label.bucket, firstText(message, 's3DeliverySummary.s3BucketLocation')?.split('/')[0]),
        field(label.error, firstText(message, ['s3DeliverySummary.errorCode', 'errorCode'])),
        timeField(label.time, firstValue(message, TIMES) ?? firstValue(item, TIMES) ?? event.occurredAt, timeZone),
      ],
      details: readableSentence(firstText(message, DETAILS)?.replace(NO_PREFIX, ''), timeZone),
      link: rule ? consoleLink('config', region, rule) : resourceLink(item, region),
      account: firstText({ ...item, ...message }, ['awsAccountId', 'accountId']),
      region,
      state: textAt(message, 'newEvaluationResult', 'complianceType') ?? textAt(message, 'messageType'),
    };
  },
};

/** A suffix that AWS adds if no prefix was configured. */
const NO_PREFIX = /,? provided s3 key prefix is null/;

const TIMES = [
  'newEvaluationResult.resultRecordedTime',
  'configurationItemCaptureTime',
  'notificationCreationTime',
] as const;
const DETAILS = ['newEvaluationResult.annotation', 's3DeliverySummary.errorMessage', 'errorMessage'] as const;

/** Returns the message itself or, if it was too big for SNS, the JSON summary below AWS's sentence. */
function messageOf({ detail, text }: ServiceEvent): JsonObject {
  const from = Object.keys(detail).length > 0 ? -1 : text.indexOf('{');
  return from < 0 ? detail : (parseObject(text.slice(from, text.lastIndexOf('}') + 1)) ?? detail);
}

function nameOf(message: JsonObject, words: Words): string {
  const rules = firstText(message, ['configRuleName', 'configRuleNames'], words.listSeparator);
  return rules ?? firstText(message, 's3Bucket') ?? resourceOf(configItemOf(message), words);
}

/** `EC2 Instance i-0123`, with the name it was given. */
function resourceOf(item: JsonObject, words: Words): string {
  const id = firstText(item, ['resourceName', 'resourceId']) ?? '';
  return `${readableResourceType(textAt(item, 'resourceType') ?? '', words)} ${resourceName(id)}`.trim();
}

/** Returns the id of a resource that the title calls by its name. */
function idOf(item: JsonObject): string | undefined {
  const [name, id] = [firstText(item, 'resourceName'), firstText(item, 'resourceId')];
  return name === undefined || name === id ? undefined : id;
}

function resourceLink(item: JsonObject, region: string): string | undefined {
  return consoleLink('config-resource', region, textAt(item, 'resourceId'), textAt(item, 'resourceType'));
}
