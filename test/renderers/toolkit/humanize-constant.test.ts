import { expect, test } from 'vitest';
import { humanizeConstant } from '../../../src/renderers/toolkit/humanize-constant.js';

test.each([
  ['UNMANAGED_EC2_INSTANCE', 'unmanaged EC2 instance'],
  ['ACCESS_DENIED', 'access denied'],
  ['DOS_REPORT', 'DOS report'],
  ['Mixed_Case', 'Mixed_Case'],
  ['A sentence.', 'A sentence.'],
  ['', ''],
])('humanizeConstant: %s is %s', (constant, words) => {
  expect(humanizeConstant(constant)).toBe(words);
});
