import { describe, expect, test } from 'vitest';
import { firstText, firstValue } from '../../../src/renderers/toolkit/first-value.js';

describe('firstText', () => {
  test.each([
    ['a text', { a: ' x ' }, 'a', 'x'],
    ['a number', { a: 0 }, 'a', '0'],
    ['deeper', { a: { b: [{ c: 'x' }] } }, 'a.b.0.c', 'x'],
    ['into JSON in a text', { a: '{"code":"X","message":"gone"}' }, 'a.message', 'gone'],
    ['the first of several that holds anything', { a: 'N/A', b: null, c: 'x' }, ['a', 'b', 'c'], 'x'],
    ['an ARN as a name', { a: 'arn:aws:iam::111122223333:role/ops' }, 'a', 'ops'],
    ['a list', { a: ['x', 'N/A', 'y'] }, 'a', 'x、y'],
    ['a list is not read out for ever', { a: ['1', '2', '3', '4', '5', '6'] }, 'a', '1、2、3、4、5'],
    ["nothing of AWS's", { a: 'None' }, 'a', undefined],
    ['an object', { a: {} }, 'a', undefined],
    ['a list of objects', { a: [{}] }, 'a', undefined],
    ['not a number', { a: Number.NaN }, 'a', undefined],
    ['no keys', { a: 'x' }, [], undefined],
    ["a prototype's property", {}, 'constructor.name', undefined],
  ])('%s', (_, detail, keys, expected) => {
    expect(firstText(detail, keys, '、')).toBe(expected);
  });
});

test('firstValue: keeps the type, so that a number can be formatted', () => {
  expect(firstValue({ bytes: 1024 }, ['size', 'bytes'])).toBe(1024);
});

test('firstText: keys of several texts of JSON in turns are those of each', () => {
  const detail = { cause: '{"error":"out of memory","id":1}', message: '{"error":"late"}' };
  const asked = ['cause.error', 'message.error', 'cause.id', 'message.id', 'cause.error'];
  expect(asked.map((keys) => firstText(detail, keys))).toEqual([
    'out of memory',
    'late',
    '1',
    undefined,
    'out of memory',
  ]);
});
