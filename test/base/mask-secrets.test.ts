import { expect, test } from 'vitest';
import { isSignedUrl, maskMobile } from '../../src/base/mask-secrets.js';

test.each([
  ['13800138000', '138****8000'],
  ['+8613800138000', '+86138****8000'],
  ['123456', '****56'],
  ['12345678', '****5678'],
])('maskMobile: %s is shown as %s', (mobile, shown) => {
  expect(maskMobile(mobile)).toBe(shown);
});

test.each([
  ['https://user:secret@example.com/', true],
  ['https://example.com/?token=abcdefgh', true],
  ['https://example.com:8000/app/@go?sid=7', false],
  ['https://example.com/@user:name', false],
  ['https://user:80/secret@example.com', false],
])('isSignedUrl: %s: %j', (url, isSigned) => {
  expect(isSignedUrl(url)).toBe(isSigned);
});
