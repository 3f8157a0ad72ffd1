import { expect, test } from 'vitest';
import { fits } from './fits.js';

test.each([
  ['Cannot read a as b', 'Cannot read … as b', true],
  ['Cannot read a as b: c', 'Cannot read … as b', false],
  ['Cannot write a as b', 'Cannot read … as b', false],
  ['Cannot read a as b: c', 'Cannot read … as b…', true],
  ['Cannot read', 'Cannot read', true],
  ['Cannot read a', 'Cannot read', false],
])('fits: %s is %s: %s', (text, row, expected) => {
  expect(fits(text, row)).toBe(expected);
});
