import type { ServiceEvent } from '../../aws/service-event.js';
import { getOwn } from '../../base/json.js';
import type { Field } from '../../domain/content.js';
import type { RenderContext, Rendered } from '../renderer.js';
import { field } from '../toolkit/field.js';
import { generic } from './generic.js';

/** The most lines of an event that its service's renderer does not know. */
const MAX_FIELDS = 9;

/**
 * Completes a detail-type that is newer than its service's renderer: the service's name and link stay, reason, numbers and dates are
 * those of the generic form. Any other event stays as it is.
 */
export function completed(rendered: Rendered, event: ServiceEvent, context: RenderContext): Rendered {
  if (!isNewer(rendered, event, context.words.label.event)) return rendered;
  const plain = generic.render(event, context);
  if ('skipped' in plain) return rendered;
  const { label, status } = context.words;
  const isSilent = rendered.severity === 'info' && rendered.status === status.notice;
  const own = rendered.fields.filter((line) => line !== undefined);
  const named = [rendered.title, ...own.map(({ value }) => value)].some((text) => text.includes(event.detailType));
  const type = named ? undefined : field(label.event, event.detailType);
  const lines = [...own, ...plain.fields].filter(
    (line) => line?.label !== label.time && (line?.value !== rendered.state || line?.value === event.detailType),
  );
  const time = [...own, ...plain.fields].find((line) => line?.label === label.time);
  return {
    ...rendered,
    ...(isSilent && { severity: plain.severity, status: plain.status, callsNobody: plain.callsNobody }),
    fields: [...freshOf([type, ...lines], rendered.title).slice(0, MAX_FIELDS), time],
    details: [rendered.details, plain.details].find(
      (text) => text !== undefined && text !== '' && text !== event.detailType,
    ),
    rows: rendered.rows ?? plain.rows,
    link: rendered.link ?? plain.link,
  };
}

/** The known detail-types of services whose renderer has no list of them. */
const KNOWN: Readonly<Record<string, RegExp>> = {
  'aws.access-analyzer': /Access (Analyzer|Preview)|Finding/,
  'aws.acm': /^ACM /,
  'aws.config': /^Config /,
  'aws.dms': /^DMS /,
  'aws.elasticache': /^(ElastiCache|Cache) /,
  'aws.elasticbeanstalk': /Elastic Beanstalk|status change$/i,
  'aws.es': /^(Amazon OpenSearch|Domain) /,
  'aws.health': /^AWS Health /,
  'aws.macie': /^Macie /,
  'aws.rds': /^RDS /,
  'aws.s3': /^(Object|s3:)|:/,
  'aws.tag': /^Tag Change /,
  'aws.trustedadvisor': /^Trusted Advisor /,
};

/** Returns true if the renderer says so or names the detail-type as it is, and for one that its service does not use. */
function isNewer({ newer, fields }: Rendered, { detailType, source }: ServiceEvent, label: string): boolean {
  if (newer && !source.startsWith('aws.')) return true;
  if (!source.startsWith('aws.') || detailType === '' || detailType.endsWith('via CloudTrail')) return false;
  if (newer !== undefined) return newer;
  const known = getOwn(KNOWN, source)?.test(detailType);
  return known === undefined ? fields.some((line) => line?.label === label && line.value === detailType) : !known;
}

function freshOf(lines: readonly (Field | undefined)[], title: string): readonly Field[] {
  const seen = new Set<string>();
  return lines
    .filter((line) => line !== undefined)
    .filter(({ value }) => {
      const isFresh = !seen.has(value) && value !== title && !title.endsWith(` ${value}`);
      seen.add(value);
      return isFresh;
    });
}
