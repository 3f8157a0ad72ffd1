import { resourceName } from '../../../aws/arn.js';
import { consoleLink } from '../../../aws/console-link.js';
import type { ServiceEvent } from '../../../aws/service-event.js';
import { type JsonObject, numberAt, objectAt, textAt } from '../../../base/json.js';
import type { ResourceKind, Words } from '../../../text/words.js';
import { gradeOf } from '../../../verdict/scale.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import type { EventState } from '../../toolkit/event-state.js';
import { field, timeField } from '../../toolkit/field.js';
import { firstText } from '../../toolkit/first-value.js';
import { humanizeConstant } from '../../toolkit/humanize-constant.js';
import { openFinding } from '../../toolkit/security-grade.js';
import { stateFor, type Verdict } from '../../toolkit/verdict.js';

type Judge = (detail: JsonObject, words: Words) => EventState;

const KINDS: ReadonlyMap<string, readonly [kind: ResourceKind, judge: Judge]> = new Map([
  ['Inspector2 AutoEnable', ['autoEnable', judgeScan]],
  ['Inspector2 Coverage', ['scanCoverage', judgeCoverage]],
  ['Inspector2 OnDemand Scan Complete', ['vulnerabilityScan', judgeScan]],
  ['Inspector2 Scan', ['vulnerabilityScan', judgeScan]],
]);

/** Worst first. */
const GRADES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL'] as const;

/**
 * Amazon Inspector's scans and their results, and the resources it can no longer scan.
 * @see https://docs.aws.amazon.com/inspector/latest/user/eventbridge-integration.html
 */
export const inspectorScan: Renderer = {
  name: 'inspector-scan',
  matches: ({ detailType, source }) =>
    KINDS.has(detailType) || (source === 'aws.inspector2' && detailType.startsWith('Inspector2 ')),
  render(event, { words, timeZone }: RenderContext): Rendered {
    const { detail, detailType, region } = event;
    const [kind, judge] = KINDS.get(detailType) ?? (['vulnerabilityScan', judgeScan] as const);
    return {
      ...judge(detail, words),
      title: `Amazon Inspector ${words.resourceKind[kind]} ${subjectOf(event)}`,
      fields: [
        field(words.label.findings, countsOf(detail, words)),
        field(words.label.type, humanizeConstant(firstText(detail, 'scanType') ?? '')),
        field(words.label.reason, reasonOf(detail)),
        timeField(words.label.time, event.occurredAt, timeZone),
      ],
      link: consoleLink('inspector', region),
      state:
        textAt(detail, 'scan-status') ??
        textAt(detail, 'scanStatus', 'statusCodeValue') ??
        textAt(detail, 'scanStatus'),
    };
  },
};

/** As bad as the worst it found. */
function judgeScan(detail: JsonObject, words: Words): EventState {
  const said = `${textAt(detail, 'scanStatus') ?? ''}${textAt(detail, 'AutoEnableStatus') ?? ''}`;
  if (/fail/i.test(said)) return { severity: 'error', status: words.status.failed };
  const counts = countsAt(detail);
  const worst = GRADES.find((grade) => (numberAt(counts, grade) ?? 0) > 0);
  if (worst !== undefined) return openFinding(gradeOf(worst), words);
  return { severity: 'recovery', status: words.status.succeeded };
}

/** @see https://docs.aws.amazon.com/inspector/v2/APIReference/API_ScanStatus.html */
const COVERAGE: ReadonlyMap<string, Verdict> = new Map([
  ['ACTIVE', ['recovery', 'ok']],
  ['INACTIVE', ['warning', 'notScanned']],
]);

function judgeCoverage(detail: JsonObject, words: Words): EventState {
  const code = textAt(detail, 'scanStatus', 'statusCodeValue') ?? textAt(detail, 'scanStatus', 'statusCode') ?? '';
  return stateFor(COVERAGE.get(code) ?? ['info', 'notice'], words);
}

/** The image with its tags, the function, the instance. */
function subjectOf({ detail, resources }: ServiceEvent): string {
  const name = firstText(detail, ['repository-name', 'instance-id', 'machine-image-id', 'resourceId']);
  const tags = firstText(detail, 'image-tags', ',');
  return `${name ?? resourceName(resources[0] ?? '')}${tags === undefined ? '' : `:${tags}`}`;
}

function countsAt(detail: JsonObject): JsonObject {
  return { ...objectAt(detail, 'finding-severity-counts'), ...objectAt(detail, 'findingSeverityCounts') };
}

/** `严重 1、高危 2`, or that there is nothing. */
function countsOf(detail: JsonObject, words: Words): string | undefined {
  const counts = countsAt(detail);
  if (Object.keys(counts).length === 0) return undefined;
  const shown = GRADES.map((grade) => {
    const count = numberAt(counts, grade) ?? 0;
    const known = gradeOf(grade);
    return count > 0 && known ? `${words.security.grade[known]} ${count}` : undefined;
  });
  return shown.filter((part) => part !== undefined).join(words.listSeparator) || words.security.nothingFound;
}

function reasonOf(detail: JsonObject): string | undefined {
  const reason = firstText(detail, ['scanStatus.reason', 'scanStatusReason', 'Reason']);
  return reason && humanizeConstant(reason);
}
