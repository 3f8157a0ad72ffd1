import { expect, it } from 'vitest';
import { withoutEnd } from '../../src/base/without-end.js';

it.each([
  ['/push///', '/', '/push'],
  ['line\r\n\n', '\r\n', 'line'],
  ['a/b', '/', 'a/b'],
  ['///', '/', ''],
  ['', '/', ''],
])('withoutEnd: %j without %j at its end is %j', (text, unwanted, expected) => {
  expect(withoutEnd(text, unwanted)).toBe(expected);
});
