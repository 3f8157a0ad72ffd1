import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/base/json.js';
import { SEVERITIES } from '../../src/domain/severity.js';
import { judgeEvent, judgeState } from '../../src/verdict/verdict.js';
import { vocabulary } from '../../src/verdict/words/dictionary.js';
import { isTrouble } from '../../src/verdict/words/read-text.js';
import { BAD } from './bad.js';
import { HARMLESS } from './harmless.js';

const isHan = (word: string): boolean => /^[\u4e00-\u9fff]/.test(word);
const isGood = (severity: string): boolean => severity === 'recovery';
const everything = [...HARMLESS, ...BAD];

/** A value with the keys of every object in it the other way round, or in an order that numbers decide. */
function reordered(value: unknown, order: (keys: readonly string[]) => readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => reordered(one, order));
  if (typeof value !== 'object' || value === null) return value;
  const entries = value as JsonObject;
  return Object.fromEntries(order(Object.keys(entries)).map((key) => [key, reordered(entries[key], order)]));
}

describe('judgeEvent', () => {
  test('every order of keys gives one verdict', () => {
    const orders = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...everything), orders, ([heading, value], numbers) => {
        const shuffled = reordered(value, (keys) =>
          keys
            .map((key, index) => ({ key, rank: numbers[index % numbers.length] ?? 0 }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ key }) => key),
        );
        expect(judgeEvent(shuffled, [heading])).toEqual(judgeEvent(value, [heading]));
      }),
      { numRuns: 500 },
    );
  });

  test('a key that has nothing to do with it changes nothing', () => {
    const unrelated = fc.constantFrom('colour', 'weightKg', 'aisle', 'nickname', 'floor', '备用列', 'sku');
    const values = fc.oneof(fc.nat(9999), fc.boolean(), fc.constantFrom('blue', '左', 'x-17', 'A1'));
    fc.assert(
      fc.property(fc.constantFrom(...everything), unrelated, values, ([heading, value], key, added) => {
        const more = { ...(value as JsonObject), [key]: added };
        expect(judgeEvent(more, [heading])).toEqual(judgeEvent(value, [heading]));
      }),
      { numRuns: 500 },
    );
  });

  test('whatever it is given, it answers', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, heading) =>
        SEVERITIES.includes(judgeEvent(value, [heading]).severity),
      ),
    );
  });
});

describe('the vocabulary', () => {
  const words = vocabulary();
  const troubles = words.filter(([, { kind }]) => isTrouble(kind)).map(([word]) => word);
  const goods = words.filter(([, { kind }]) => kind === 'good' || kind === 'cured').map(([word]) => word);

  test('holds hundreds of words of both languages', () => {
    expect(words.filter(([word]) => isHan(word)).length).toBeGreaterThan(100);
    expect(words.filter(([word]) => !isHan(word)).length).toBeGreaterThan(200);
  });

  test('every word for trouble is trouble, in whatever letters', () => {
    const quiet = troubles.filter((word) =>
      [word, word.toUpperCase()].some((text) => !['critical', 'error', 'warning'].includes(judgeState(text).severity)),
    );
    // Two words that may stand apart are tried with others between them elsewhere.
    expect(quiet).toEqual([]);
  });

  test('every word for good news is good news', () => {
    expect(goods.filter((word) => !isGood(judgeState(word).severity))).toEqual([]);
  });

  test('negated trouble is no trouble', () => {
    const negated = (word: string): string => (isHan(word) ? `未发现${word}` : `no ${word}`);
    const loud = troubles.filter((word) => ['critical', 'error'].includes(judgeState(negated(word)).severity));
    expect(loud).toEqual([]);
  });

  test('negated good news is not green', () => {
    const negated = (word: string): string => (isHan(word) ? `未${word}` : `not ${word}`);
    expect(goods.filter((word) => isGood(judgeState(negated(word)).severity))).toEqual([]);
  });
});
