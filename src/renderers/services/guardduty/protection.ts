import { resourceName } from '../../../aws/arn.js';
import { consoleLink } from '../../../aws/console-link.js';
import { arrayAt, type JsonObject, textAt } from '../../../base/json.js';
import type { ResourceKind } from '../../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import { field, timeField } from '../../toolkit/field.js';
import { humanizeConstant } from '../../toolkit/humanize-constant.js';
import { summarizeList } from '../../toolkit/summarize-list.js';
import { stateFor, type Verdict } from '../../toolkit/verdict.js';

/** GuardDuty's own protections, and how each fares. */
const KINDS: ReadonlyMap<string, readonly [kind: ResourceKind, verdict: Verdict]> = new Map([
  ['GuardDuty Malware Protection Post Scan Action Failed', ['malwareProtection', ['error', 'failed']]],
  ['GuardDuty Malware Protection Resource Status Active', ['malwareProtection', ['recovery', 'ok']]],
  ['GuardDuty Malware Protection Resource Status Error', ['malwareProtection', ['error', 'failed']]],
  ['GuardDuty Malware Protection Resource Status Warning', ['malwareProtection', ['warning', 'warning']]],
  ['GuardDuty Runtime Protection Healthy', ['runtimeProtection', ['recovery', 'ok']]],
  ['GuardDuty Runtime Protection Unhealthy', ['runtimeProtection', ['warning', 'unhealthy']]],
]);

/** Results of the scan of an S3 object; any other means that it was not scanned. */
const SCANS: ReadonlyMap<string, Verdict> = new Map([
  ['THREATS_FOUND', ['critical', 'malwareFound']],
  ['NO_THREATS_FOUND', ['recovery', 'noThreats']],
]);

const SCAN_RESULT = 'GuardDuty Malware Protection Object Scan Result';

/** Paths of the protected resource in the various kinds of details. */
const SUBJECTS: readonly (readonly string[])[] = [
  ['s3ObjectDetails', 'bucketName'],
  ['s3BucketDetails', 'bucketName'],
  ['resourceDetails', 'ec2InstanceDetails', 'instanceId'],
  ['resourceDetails', 'eksClusterDetails', 'clusterName'],
  ['resourceDetails', 'ecsClusterDetails', 'clusterName'],
];

/**
 * GuardDuty's own protections: a scanned S3 object, a protected bucket's state, a runtime agent's health.
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/monitor-with-eventbridge-s3-malware-protection.html
 */
export const guarddutyProtection: Renderer = {
  name: 'guardduty-protection',
  matches: (event) => event.detailType === SCAN_RESULT || KINDS.has(event.detailType),
  render({ detail, detailType, occurredAt, region, resources }, { words, timeZone }: RenderContext): Rendered {
    const result = textAt(detail, 'scanResultDetails', 'scanResultStatus') ?? textAt(detail, 'scanStatus');
    const [kind, verdict] = KINDS.get(detailType) ?? (['malwareScan', scanned(result)] as const);
    const threats = arrayAt(detail, 'scanResultDetails', 'threats').map((threat) => textAt(threat, 'name'));
    return {
      ...stateFor(verdict, words),
      title: `GuardDuty ${words.resourceKind[kind]} ${subjectOf(detail) ?? resourceName(resources[0] ?? '')}`,
      fields: [
        field(words.label.object, textAt(detail, 's3ObjectDetails', 'objectKey')),
        field(words.label.threats, summarizeList(threats, words)),
        field(words.label.state, result !== undefined && !SCANS.has(result) ? humanizeConstant(result) : undefined),
        field(words.label.reason, reasonOf(detail)),
        timeField(words.label.time, occurredAt, timeZone),
      ],
      link: consoleLink('guardduty-protection', region),
      account: textAt(detail, 'resourceAccountId'),
      state: result,
    };
  },
};

function scanned(result: string | undefined): Verdict {
  return SCANS.get(result ?? '') ?? ['warning', 'notScanned'];
}

function subjectOf(detail: JsonObject): string | undefined {
  return SUBJECTS.map((path) => textAt(detail, ...path)).find((name) => name !== undefined);
}

function reasonOf(detail: JsonObject): string | undefined {
  const reason = arrayAt(detail, 'statusReasons')[0];
  const action = arrayAt(detail, 'postScanActions')[0];
  const found = [
    textAt(detail, 'issue'),
    textAt(reason, 'message'),
    textAt(reason, 'code'),
    textAt(action, 'failureReason'),
  ];
  return found.find((text) => text !== undefined);
}
