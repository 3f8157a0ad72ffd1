import { expect, test } from 'vitest';
import { maskAddresses } from '../../src/text/mask-addresses.js';

test.each([
  ['wangfang@example.com', 'w***@example.com'],
  ['王芳 <wang.fang+ops@mail.example.com.cn>, li@example.com', '王芳 <w***@mail.example.com.cn>, l***@example.com'],
  ['mailto:a@b.example', 'mailto:a***@b.example'],
  ['no address here @ all', 'no address here @ all'],
  ['root@localhost', 'root@localhost'],
])('maskAddresses: %s becomes %s', (text, masked) => {
  expect(maskAddresses(text)).toBe(masked);
});

test('maskAddresses: a million characters without an @ are read once, not once for each of them', () => {
  // Time that grew with the square of the length would exceed the time limit of the test.
  const text = 'a'.repeat(1_000_000);
  expect(maskAddresses(text)).toBe(text);
});
