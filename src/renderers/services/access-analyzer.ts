import { resourceName } from '../../aws/arn.js';
import { consoleLink } from '../../aws/console-link.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import { arrayAt, at, type JsonObject, objectAt, textAt } from '../../base/json.js';
import type { Words } from '../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import type { EventState } from '../toolkit/event-state.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { humanizeConstant } from '../toolkit/humanize-constant.js';
import { readableResourceType } from '../toolkit/resource-type.js';
import { closedFinding } from '../toolkit/security-grade.js';
import { summarizeList } from '../toolkit/summarize-list.js';

const UNUSED = 'Unused Access Finding for IAM entities';
const INTERNAL = 'Internal Access Finding';
const PREVIEW = 'Access Preview State Change';
const TYPES: ReadonlySet<string> = new Set(['Access Analyzer Finding', INTERNAL, PREVIEW, UNUSED]);

/**
 * IAM Access Analyzer: access to a resource from outside, unused access, and the result of previewing a policy.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-eventbridge.html
 */
export const accessAnalyzer: Renderer = {
  name: 'access-analyzer',
  matches: ({ detailType, source }) =>
    TYPES.has(detailType) || (source === 'aws.access-analyzer' && !detailType.endsWith('via CloudTrail')),
  render(event, context: RenderContext): Rendered {
    const { detail, region } = event;
    const { words, timeZone } = context;
    const { label } = words;
    return {
      ...outcomeOf(event, words),
      title: titleOf(detail, words),
      fields: [
        field(label.principal, principalOf(detail, context)),
        field(
          label.access,
          summarizeList(
            arrayAt(detail, 'action').map((action) => firstText({ action }, 'action')),
            words,
          ),
        ),
        field(label.type, typeOf(detail, words)),
        field(label.unused, unusedOf(detail, words)),
        field(label.reason, reasonOf(detail)),
        timeField(label.time, at(detail, 'updatedAt') ?? event.occurredAt, timeZone),
      ],
      link: consoleLink('access-analyzer', textAt(detail, 'region') ?? region),
      account: textAt(detail, 'accountId'),
      region: textAt(detail, 'region'),
      state: textAt(detail, 'status'),
    };
  },
};

function outcomeOf({ detail, detailType }: ServiceEvent, words: Words): EventState {
  const status = textAt(detail, 'status');
  if (detailType === PREVIEW) return previewOutcome(status, words);
  if (textAt(detail, 'isDeleted') === 'true' || status === 'RESOLVED') return closedFinding('resolved', words);
  if (status === 'ARCHIVED') return closedFinding('archived', words);
  if (detailType === UNUSED) return { severity: 'info', status: words.status.unusedAccess };
  if (textAt(detail, 'error') !== undefined) return { severity: 'warning', status: words.status.notScanned };
  if (textAt(detail, 'isPublic') === 'true') return { severity: 'error', status: words.status.publicAccess };
  const reach = detailType === INTERNAL ? 'internalAccess' : 'crossAccount';
  return { severity: 'warning', status: words.status[reach] };
}

function previewOutcome(status: string | undefined, { status: word }: Words): EventState {
  if (status === 'FAILED') return { severity: 'error', status: word.failed };
  return status === 'COMPLETED'
    ? { severity: 'recovery', status: word.succeeded }
    : { severity: 'info', status: word.running };
}

function titleOf(detail: JsonObject, words: Words): string {
  const kind = readableResourceType(textAt(detail, 'resourceType') ?? '', words);
  const resource = textAt(detail, 'resource') ?? textAt(detail, 'configuredResources', 0) ?? '';
  return `IAM Access Analyzer ${kind} ${resourceName(resource)}`;
}

/** `{"AWS": "*"}` is everybody; otherwise the accounts, roles or services, by name. */
function principalOf(detail: JsonObject, { accountName, words }: RenderContext): string {
  const principal = objectAt(detail, 'principal');
  const values = Object.keys(principal).map((kind) => firstText(principal, [kind]));
  return summarizeList(
    values.map((value) =>
      value === '*' ? words.security.everyone : value && /^\d{12}$/.test(value) ? accountName(value) : value,
    ),
    words,
  );
}

/** `UnusedIAMRole` and `EXTERNAL_ACCESS` alike in words. */
function typeOf(detail: JsonObject, words: Words): string | undefined {
  const type = textAt(detail, 'findingType');
  return type === undefined ? undefined : readableResourceType(type, words);
}

function unusedOf(detail: JsonObject, words: Words): string | undefined {
  const [services, actions] = [textAt(detail, 'numberOfUnusedServices'), textAt(detail, 'numberOfUnusedActions')];
  return services === undefined && actions === undefined
    ? undefined
    : words.security.unused(services ?? '0', actions ?? '0');
}

function reasonOf(detail: JsonObject): string | undefined {
  const reason = textAt(detail, 'error') ?? textAt(detail, 'statusReason', 'code');
  return reason && humanizeConstant(reason);
}
