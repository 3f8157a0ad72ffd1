import { expect, test } from 'vitest';
import { maskMobile } from '../../src/base/mask-secrets.js';

test.each([
  ['13800138000', '138****8000'],
  ['+8613800138000', '+86138****8000'],
  ['123456', '****56'],
  ['12345678', '****5678'],
])('maskMobile: %s is shown as %s', (mobile, shown) => {
  expect(maskMobile(mobile)).toBe(shown);
});
