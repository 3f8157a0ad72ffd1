import { describe, expect, test } from 'vitest';
import { parseLenientJson, parseMessage } from '../../src/base/lenient-json.js';

describe('parseLenientJson', () => {
  test.each([
    ['a comma after the last element', '{"a": [1, 2,], "b": {"c": "d",},}', { a: [1, 2], b: { c: 'd' } }],
    ['a raw line break and a tab in a string', '{"a": "one\ntwo\tthree"}', { a: 'one\ntwo\tthree' }],
    ['brackets, commas and quotes inside strings', '{"a": "],}\\"{,", }', { a: '],}"{,' }],
    ['a list', '[{"a": 1,},]', [{ a: 1 }]],
  ])('reads %s', (_, text, value) => {
    expect(parseLenientJson(text)).toEqual(value);
  });

  test.each([
    ['a body that was cut', '{"a": [1, 2'],
    ['a string that was cut', '{"a": "b'],
    ['brackets that cross', '{"a": [1, 2}]'],
    ['a text in brackets', '[FIRING:1] disk full'],
    ['words without quotes', '{a: b}'],
    ['two commas', '[1,,2]'],
    ['a text', 'disk full'],
    ['a number', '12'],
  ])('guesses nothing of %s', (_, text) => {
    expect(parseLenientJson(text)).toBeUndefined();
  });

  test('reads a long text in steps in proportion to its length', () => {
    const text = `{"a": [${'{"b": "c,\n",},'.repeat(20_000)}]}`;
    expect(parseLenientJson(text)).toMatchObject({ a: { length: 20_000 } });
  });
});

test('parseMessage: an object, a list of objects under a key, nothing else', () => {
  expect(parseMessage('\ufeff {"a": 1}')).toEqual({ a: 1 });
  expect(parseMessage('[{"a": 1}]')).toEqual({ items: [{ a: 1 }] });
  expect(['[1, 2]', '"a"', '12', '[FIRING:1] x', ''].map(parseMessage)).toEqual(Array(5).fill(undefined));
});
