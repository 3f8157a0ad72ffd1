import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { expect, test } from 'vitest';
import { TAG_VARIANTS } from '../../deploy/cdk/tag-variants.js';
import { readSettings } from '../../deploy/read-settings.js';
import { resourcesOf } from '../../deploy/template.js';
import { VARIANTS } from './variants.js';

test('TAG_VARIANTS: has every type of the stack that takes tags, in its form', () => {
  const database = loadAwsServiceSpecSync();
  const types = VARIANTS.flatMap(({ settings, region }) =>
    Object.values(resourcesOf(readSettings(settings, region), region)).map(({ Type }) => Type),
  );
  const specified = [...new Set(types)].flatMap((type) => {
    const { tagInformation } = database.lookup('resource', 'cloudFormationType', 'equals', type).only();
    return tagInformation ? [[type, tagInformation] as const] : [];
  });
  expect(Object.fromEntries(specified.map(([type, { variant }]) => [type, variant]))).toEqual(TAG_VARIANTS);
  for (const [, { tagPropertyName }] of specified) expect(tagPropertyName).toBe('Tags');
});
