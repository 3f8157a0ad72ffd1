import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trimEnd, trimMiddle } from '../../../src/wecom/compose/trim.js';

describe('trimEnd', () => {
  test.each([
    ['what fits stays', 'abc', 3, 'abc'],
    ['after a Chinese sentence', '磁盘已满。请尽快清理日志', 24, '磁盘已满。…'],
    ['after a sentence', 'The disk is full. Clean it up now', 24, 'The disk is full.…'],
    [
      'a point inside a number ends no sentence',
      'MySQL is at version 5.7 now and here',
      28,
      'MySQL is at version 5.7…',
    ],
    ['after a line', 'first line\nsecond line', 18, 'first line…'],
    ['a sentence end in the first half would lose too much', 'No. aaaa bbbb cccc dddd', 22, 'No. aaaa bbbb cccc…'],
    ['else between words', 'aaaa bbbb cccc', 13, 'aaaa bbbb…'],
    ['else between characters', '字'.repeat(10), 14, '字字字…'],
    ['never inside a grapheme', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 45, '👨‍👩‍👧‍👦…'],
    ['nothing where not even one fits', '字字', 5, ''],
    ['nothing where nothing may', 'abc', 0, ''],
  ])('%s', (_, text, maxBytes, expected) => {
    expect(trimEnd(text, maxBytes)).toBe(expected);
  });

  test('is never longer than allowed and always a beginning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(60), (text, maxBytes) => {
        const trimmed = trimEnd(text, maxBytes);
        expect(Buffer.byteLength(trimmed)).toBeLessThanOrEqual(maxBytes);
        expect(text.startsWith(trimmed.replace(/…$/, ''))).toBe(true);
      }),
    );
  });
});

describe('trimMiddle', () => {
  test.each([
    ['what fits stays', 'abcdef', 6, 'abcdef'],
    ['both ends stay', 'abcdefgh', 7, 'abc…fgh'],
    ['the beginning gets the odd one', 'abcdefgh', 6, 'abc…gh'],
    ['emoji count once', '😀😀😀', 3, '😀😀😀'],
    ['no half emoji', '😀😀😀😀😀', 3, '😀…😀'],
    ['no half flag', '🇨🇳🇨🇳🇨🇳', 4, '🇨🇳…'],
  ])('%s', (_, text, maxCharacters, expected) => {
    expect(trimMiddle(text, maxCharacters)).toBe(expected);
  });

  test('is never longer than allowed and never half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 50 }), (text, max) => {
        const trimmed = trimMiddle(text, max);
        expect([...trimmed].length).toBeLessThanOrEqual(max);
        expect(trimmed).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});
