import { consoleLink } from '../../aws/console-link.js';
import type { Severity } from '../../domain/notification.js';
import type { Words } from '../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';

type Status = keyof Words['account']['key'];

/** What happened to the key; what it held is unreadable after the last two. */
const EVENTS: readonly (readonly [detailType: RegExp, severity: Severity, status: Status])[] = [
  [/Rotation$/, 'info', 'rotated'],
  [/Material Expiration$/, 'error', 'materialExpired'],
  [/Deletion$/, 'warning', 'deleted'],
];

/**
 * A key of AWS KMS was rotated or deleted, or its imported key material expired.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/kms-events.html
 */
export const kms: Renderer = {
  name: 'kms',
  matches: ({ detailType, source }) =>
    detailType.startsWith('KMS ') || (source === 'aws.kms' && !detailType.endsWith('via CloudTrail')),
  render({ detail, detailType, occurredAt, region, resources }, { words, timeZone }: RenderContext): Rendered {
    const [, severity, status] = EVENTS.find(([pattern]) => pattern.test(detailType)) ?? OTHER;
    const key = firstText(detail, 'key-id') ?? firstText(resources, '0');
    return {
      severity,
      status: words.account.key[status],
      title: `${words.account.thing.key} ${key ?? ''}`,
      fields: [
        field(
          words.security.label.event,
          EVENTS.some(([pattern]) => pattern.test(detailType)) ? undefined : detailType,
        ),
        timeField(words.label.time, occurredAt, timeZone),
      ],
      link: consoleLink('kms', region, key),
    };
  },
};

const OTHER = [undefined, 'info', 'changed'] as const;
