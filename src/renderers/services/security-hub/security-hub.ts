import { resourceName } from '../../../aws/arn.js';
import { consoleLink } from '../../../aws/console-link.js';
import type { ServiceEvent } from '../../../aws/service-event.js';
import { arrayAt, type JsonObject, objectAt, textAt } from '../../../base/json.js';
import type { Words } from '../../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import { field, timeField } from '../../toolkit/field.js';
import { readableResourceType } from '../../toolkit/resource-type.js';
import { closedFinding, openFinding } from '../../toolkit/security-grade.js';
import { summarizeList } from '../../toolkit/summarize-list.js';
import { type HubFinding, isOcsf, readAsff, readOcsf } from './finding.js';

/**
 * Findings that AWS Security Hub passes on or a person sends from its console, and an insight's results.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-cwe-event-types.html
 */
export const securityHub: Renderer = {
  name: 'security-hub',
  matches: ({ detailType }) => detailType.startsWith('Security Hub ') || detailType === 'Findings Imported V2',
  render: (event, context) =>
    arrayAt(event.detail, 'findings').length > 0 ? renderFinding(event, context) : renderInsight(event, context),
};

function renderFinding({ detail, occurredAt, region }: ServiceEvent, { words, timeZone }: RenderContext): Rendered {
  const first = objectAt(detail, 'findings', 0);
  const others = arrayAt(detail, 'findings').length - 1;
  const finding = isOcsf(first) ? readOcsf(first) : readAsff(first);
  const { label } = words;
  return {
    ...(finding.closed === undefined ? openFinding(finding.grade, words) : closedFinding(finding.closed, words)),
    title: titleOf(finding, words),
    fields: [
      field(label.resource, resourcesOf(finding, words)),
      field(label.ruleId, finding.rule),
      field(label.remedy, usefulRemedy(finding.remedy)),
      others > 0 ? field(label.others, words.security.phrase.findings(others)) : undefined,
      field(label.customAction, textAt(detail, 'actionName')),
      timeField(label.firstSeen, finding.firstSeen ?? occurredAt, timeZone),
    ],
    details: finding.description,
    link: linkOf(finding, region),
    account: finding.account,
    region: finding.region,
    state: finding.state,
  };
}

/** The console wants the search encoded twice. */
function linkOf({ id, region }: HubFinding, eventRegion: string): string | undefined {
  const where = region ?? eventRegion;
  const search = id && encodeURIComponent(`\\operator\\:EQUALS\\:${id.replace(/\p{Surrogate}/gu, '')}`);
  return consoleLink('securityhub-finding', where, search) ?? consoleLink('securityhub', where);
}

function titleOf({ product, title }: HubFinding, { colon }: Words): string {
  const by = product ?? 'Security Hub';
  return title === undefined ? by : `${by}${colon}${title}`;
}

function resourcesOf({ resources }: HubFinding, words: Words): string {
  return summarizeList(
    resources.map(({ type, id }) => `${readableResourceType(type, words)} ${resourceName(id)}`.trim()),
    words,
  );
}

/** Most remedies only say that a documentation page has one. */
function usefulRemedy(text: string | undefined): string | undefined {
  return text === undefined || /^for (information|directions|more)/i.test(text) ? undefined : text;
}

function renderInsight({ detail, region, occurredAt }: ServiceEvent, { words, timeZone }: RenderContext): Rendered {
  const results = arrayAt(detail, 'insightResults').map((row) => rowOf(row, words));
  return {
    severity: 'info',
    status: words.status.notice,
    title: `Security Hub ${textAt(detail, 'insightName') ?? textAt(detail, 'actionName') ?? ''}`,
    fields: [
      field(words.label.type, textAt(detail, 'resultType')),
      field(words.label.count, textAt(detail, 'numberOfResults')),
      field(words.label.findings, summarizeList(results, words, 5)),
      timeField(words.label.time, occurredAt, timeZone),
    ],
    details: textAt(detail, 'actionDescription'),
    link: consoleLink('securityhub', region),
  };
}

/** `{"ami-1": 3}`: how often each thing occurs. */
function rowOf(row: unknown, words: Words): string {
  const counts: JsonObject = objectAt([row], 0);
  return Object.keys(counts)
    .map((name) => `${resourceName(name)}${words.colon}${textAt(counts, name) ?? ''}`)
    .join(words.listSeparator);
}
