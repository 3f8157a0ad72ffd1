import { consoleLink } from '../../aws/console-link.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { stateFor, type Verdict } from '../toolkit/verdict.js';

/** By the end of the detail-type; after the last two, whatever the key encrypted is unreadable. */
const EVENTS: readonly (readonly [detailType: RegExp, verdict: Verdict])[] = [
  [/Rotation$/, ['info', 'rotated']],
  [/Material Expiration$/, ['error', 'keyMaterialExpired']],
  [/Deletion$/, ['warning', 'deleted']],
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
    const [, verdict] = EVENTS.find(([pattern]) => pattern.test(detailType)) ?? [];
    const key = firstText(detail, 'key-id') ?? firstText(resources, '0');
    return {
      ...stateFor(verdict ?? ['info', 'updated'], words),
      title: `${words.resourceKind.kmsKey} ${key ?? ''}`,
      fields: [
        field(words.label.event, verdict ? undefined : detailType),
        timeField(words.label.time, occurredAt, timeZone),
      ],
      link: consoleLink('kms', region, key),
    };
  },
};
