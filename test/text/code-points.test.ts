import { expect, test } from 'vitest';
import { CONTROL_BUT_LINE_FEED, LONE_SURROGATE } from '../../src/text/code-points.js';

const UNITS = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

/** The units that one of the patterns takes and the other does not, as numbers. */
function apart(one: RegExp, other: RegExp): readonly string[] {
  return UNITS.filter((unit) => one.test(unit) !== other.test(unit)).map((unit) => unit.charCodeAt(0).toString(16));
}

test('CONTROL_BUT_LINE_FEED: what Unicode calls a control character, but for the line feed', () => {
  expect(apart(new RegExp(`[${CONTROL_BUT_LINE_FEED}]`), /(?!\n)\p{Cc}/u)).toEqual([]);
});

test('LONE_SURROGATE: half a character, and no half of a whole one', () => {
  const lone = new RegExp(`[${LONE_SURROGATE}]`, 'u');
  expect(apart(lone, /\p{Surrogate}/u)).toEqual([]);
  expect(lone.test('🔥')).toBe(false);
});
