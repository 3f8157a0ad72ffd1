import { consoleLink } from '../../aws/console-link.js';
import { numberAt, textAt } from '../../base/json.js';
import type { Words } from '../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText, firstValue } from '../toolkit/first-value.js';
import { humanizeConstant } from '../toolkit/humanize-constant.js';
import { stateFor, type Verdict } from '../toolkit/verdict.js';

/** By how a detail-type begins: a certificate may also be `Revoked by Certificate Authority (CA)`. */
const EVENTS: readonly (readonly [type: string, verdict: Verdict])[] = [
  ['ACM Certificate Approaching Expiration', ['warning', 'expiring']],
  ['ACM Certificate Available', ['recovery', 'available']],
  ['ACM Certificate Expired', ['error', 'expired']],
  ['ACM Certificate Renewal Action Required', ['error', 'renewalActionRequired']],
  ['ACM Certificate Revoked', ['error', 'revoked']],
];

/** From this many days on, an expiring certificate cannot wait. */
const URGENT_DAYS = 7;

/**
 * A certificate of AWS Certificate Manager that expires, was issued, renewed or revoked, or cannot be renewed by itself.
 * @see https://docs.aws.amazon.com/acm/latest/userguide/supported-events.html
 */
export const acm: Renderer = {
  name: 'acm',
  matches: ({ detailType, source }) =>
    detailType.startsWith('ACM Certificate ') || (source === 'aws.acm' && !detailType.endsWith('via CloudTrail')),
  render({ detail, detailType, occurredAt, region, resources }, { words, timeZone }: RenderContext): Rendered {
    const [, verdict] = EVENTS.find(([type]) => detailType.startsWith(type)) ?? [];
    const { severity, status } = stateFor(verdict ?? ['info', 'updated'], words);
    const days = numberAt(detail, 'DaysToExpiry');
    const urgent = severity === 'warning' && days !== undefined && days <= URGENT_DAYS;
    const id = firstText(resources, '0') ?? firstText(detail, 'CertificateArn');
    const { label } = words;
    return {
      severity: urgent ? 'error' : severity,
      status,
      title: `${words.resourceKind.certificate} ${firstText(detail, ['CommonName', 'DomainName']) ?? id ?? ''}`,
      fields: [
        field(label.daysLeft, days === undefined ? undefined : words.duration.days(days)),
        timeField(label.expires, firstValue(detail, 'CertificateExpirationDate'), timeZone),
        field(label.reason, spokenAt(detail, 'RenewalStatusReason') ?? spokenAt(detail, 'RevocationReason')),
        field(label.validation, spokenAt(detail, 'DomainValidationMethod')),
        field(label.inUse, inUse(detail, words)),
        timeField(label.time, occurredAt, timeZone),
      ],
      link: consoleLink('acm', region, id),
      state: detailType,
    };
  },
};

function spokenAt(detail: unknown, key: string): string | undefined {
  const text = firstText(detail, key);
  return text && humanizeConstant(text);
}

function inUse(detail: unknown, { answer }: Words): string | undefined {
  const said = textAt(detail, 'InUse');
  return said === undefined ? undefined : said.toLowerCase() === 'true' ? answer.yes : answer.no;
}
