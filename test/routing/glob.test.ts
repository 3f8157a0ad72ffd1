import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globOf } from '../../src/routing/glob.js';

/** The same by a regular expression, which is slow for hostile patterns and right for short ones. */
function byRegExp(text: string, pattern: string): boolean {
  const source = [...pattern].map((char) =>
    char === '*' ? '.*' : char === '?' ? '.' : char.replace(/[\\^$.|+()[\]{}]/g, '\\$&'),
  );
  return new RegExp(`^${source.join('')}$`, 's').test(text);
}

describe('globOf', () => {
  it.each([
    ['pay-api-5xx', 'pay-*', true],
    ['pay-api-5xx', '*5xx', true],
    ['pay-api-5xx', 'pay-?pi-*', true],
    ['pay-api-5xx', 'pay', false],
    ['支付网关 5xx > 10', '支付*', true],
    ['anything', '*', true],
    ['', '*', true],
    ['', '?', false],
    ['a.b', 'a?b', true],
    ['axb', 'a.b', false],
    ['aba', 'ab*ba', false],
    ['abba', 'ab*ba', true],
    ['ab', '**a**b**', true],
    ['b', '', false],
    ['', '', true],
  ])('globOf: %j and %j: %s', (text, pattern, expected) => {
    expect(globOf(pattern)(text)).toBe(expected);
  });

  it('globOf: says what a regular expression says', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '-'), maxLength: 12 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '-', '*', '?'), maxLength: 8 });
    fc.assert(fc.property(letters, pattern, (text, glob) => globOf(glob)(text) === byRegExp(text, glob)));
  });

  it('globOf: a pattern made to backtrack is answered: tried one way after another it would take for ever', () => {
    expect(globOf(`${'*a'.repeat(100)}*b`)('a'.repeat(255))).toBe(false);
    expect(globOf(`${'*a'.repeat(100)}*`)('a'.repeat(255))).toBe(true);
  });
});
