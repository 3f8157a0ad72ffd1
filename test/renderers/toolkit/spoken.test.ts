import { expect, test } from 'vitest';
import { spoken } from '../../../src/renderers/toolkit/spoken.js';

test.each([
  ['UNMANAGED_EC2_INSTANCE', 'unmanaged EC2 instance'],
  ['ACCESS_DENIED', 'access denied'],
  ['DOS_REPORT', 'DOS report'],
  ['Mixed_Case', 'Mixed_Case'],
  ['A sentence.', 'A sentence.'],
  ['', ''],
])('spoken: %s is %s', (constant, words) => {
  expect(spoken(constant)).toBe(words);
});
