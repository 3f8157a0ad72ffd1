import { arrayAt, at, type JsonObject, objectAt, textAt } from '../../../base/json.js';
import { type Grade, gradeOf } from '../../../verdict/scale.js';

/** A finding as Security Hub passes it on, in either of its two formats. */
export interface HubFinding {
  /** For the console's search; the console for OCSF has no documented search. */
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly grade: Grade | undefined;
  /** The service that found it: `GuardDuty`, `Security Hub`, … */
  readonly product: string | undefined;
  readonly resources: readonly { readonly type: string; readonly id: string }[];
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly description: string | undefined;
  /** The check or vulnerability: `EC2.19`, `CVE-2026-1234`. */
  readonly rule: string | undefined;
  readonly remedy: string | undefined;
  readonly closed: 'archived' | 'resolved' | 'suppressed' | undefined;
  readonly firstSeen: unknown;
  /** AWS's own word, for routing rules. */
  readonly state: string | undefined;
}

/** Returns true if a finding is in OCSF, the format of `Findings Imported V2`. */
export function isOcsf(finding: unknown): boolean {
  return at(finding, 'finding_info') !== undefined || at(finding, 'class_uid') !== undefined;
}

/**
 * Reads the AWS Security Finding Format.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format-syntax.html
 */
export function readAsff(finding: JsonObject): HubFinding {
  const compliance = objectAt(finding, 'Compliance');
  const [vulnerability] = arrayAt(finding, 'Vulnerabilities');
  return {
    id: textAt(finding, 'Id'),
    title: textAt(finding, 'Title'),
    grade: gradeOf(
      textAt(finding, 'Severity', 'Label') ?? textAt(finding, 'FindingProviderFields', 'Severity', 'Label'),
    ),
    product: textAt(finding, 'ProductName') ?? productOf(textAt(finding, 'ProductArn')),
    resources: arrayAt(finding, 'Resources').map((one) => resourceOf(textAt(one, 'Type'), textAt(one, 'Id'))),
    account: textAt(finding, 'AwsAccountId'),
    region: textAt(finding, 'Region'),
    description: textAt(finding, 'Description'),
    rule: textAt(compliance, 'SecurityControlId') ?? textAt(vulnerability, 'Id'),
    remedy: textAt(finding, 'Remediation', 'Recommendation', 'Text'),
    closed: closedAsff(finding),
    firstSeen: at(finding, 'FirstObservedAt') ?? at(finding, 'CreatedAt'),
    state: textAt(finding, 'Workflow', 'Status'),
  };
}

/**
 * Reads the Open Cybersecurity Schema Framework.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/security-hub-adv-ocsf-findings.html
 */
export function readOcsf(finding: JsonObject): HubFinding {
  const info = objectAt(finding, 'finding_info');
  const cloud = objectAt(finding, 'cloud');
  const [vulnerability] = arrayAt(finding, 'vulnerabilities');
  return {
    id: undefined,
    title: textAt(info, 'title') ?? textAt(finding, 'message'),
    grade: gradeOf(textAt(finding, 'severity')),
    product: textAt(finding, 'metadata', 'product', 'name') ?? productOf(textAt(finding, 'metadata', 'product', 'uid')),
    resources: arrayAt(finding, 'resources').map((one) =>
      resourceOf(textAt(one, 'type'), textAt(one, 'name') ?? textAt(one, 'uid')),
    ),
    account: textAt(cloud, 'account', 'uid'),
    region: textAt(cloud, 'region'),
    description: textAt(info, 'desc'),
    rule: textAt(finding, 'compliance', 'control') ?? textAt(vulnerability, 'cve', 'uid'),
    remedy: textAt(finding, 'remediation', 'desc'),
    closed: closedOcsf(finding),
    firstSeen: at(info, 'first_seen_time_dt') ?? at(info, 'created_time_dt') ?? at(info, 'created_time'),
    state: textAt(finding, 'status'),
  };
}

function resourceOf(type = '', id = ''): HubFinding['resources'][number] {
  return { type, id };
}

/** `arn:aws:securityhub:…:product/aws/guardduty` was found by `guardduty`. */
function productOf(arn: string | undefined): string | undefined {
  return arn?.split('/').at(-1);
}

function closedAsff(finding: JsonObject): HubFinding['closed'] {
  const workflow = textAt(finding, 'Workflow', 'Status');
  if (workflow === 'SUPPRESSED') return 'suppressed';
  if (workflow === 'RESOLVED' || textAt(finding, 'Compliance', 'Status') === 'PASSED') return 'resolved';
  return textAt(finding, 'RecordState') === 'ARCHIVED' ? 'archived' : undefined;
}

const CLOSED: ReadonlyMap<string, HubFinding['closed']> = new Map([
  ['archived', 'archived'],
  ['deleted', 'archived'],
  ['resolved', 'resolved'],
  ['suppressed', 'suppressed'],
]);

function closedOcsf(finding: JsonObject): HubFinding['closed'] {
  if (/^pass/i.test(textAt(finding, 'compliance', 'status') ?? '')) return 'resolved';
  return CLOSED.get((textAt(finding, 'status') ?? '').toLowerCase());
}
