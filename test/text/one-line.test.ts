import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneLine } from '../../src/text/one-line.js';

test.each([
  ['', ''],
  [' \t\r\n', ''],
  ['a b', 'a b'],
  [' a  b\n\u3000c\u00a0', 'a b c'],
])('oneLine: %j is %j', (text, expected) => {
  expect(oneLine(text)).toBe(expected);
});

test('oneLine: of any text what replacing all of its white space gives', () => {
  const unit = fc.constantFrom('a', '字', ' ', '\n', '\t', '\u00a0', '\u2028', '\u3000', '\ufeff', '\u0085', '\u200b');
  fc.assert(fc.property(fc.string({ unit }), (text) => oneLine(text) === text.replace(/\s+/g, ' ').trim()));
});
