import { expect, test } from 'vitest';
import { sampleKey } from '../../local/secrets-manager/sample-secret.js';
import { leaksIn } from './log-lines.js';

test.each([
  '{"message":"no such member: 18612345678"}',
  '{"mobiles":["+8618612345678"]}',
  '{"text":"电话18612345678请回电"}',
  `{"reason":"invalid webhook ${sampleKey(1)}"}`,
])('leaksIn: finds a key or a mobile in %s', (line) => {
  expect(leaksIn([line], [sampleKey(1)])).toEqual([line]);
});

test.each([
  '{"requestId":"4c4718e9-47ea-4181-bf43-19497683829d"}',
  '{"id":"e19497683829da0f1f2e3d4c5b6a79880716253e"}',
  '{"reason":"no such member: 186****5678"}',
  '{"timestamp":1796036441947}',
])('leaksIn: finds none in %s', (line) => {
  expect(leaksIn([line], [sampleKey(1)])).toEqual([]);
});
