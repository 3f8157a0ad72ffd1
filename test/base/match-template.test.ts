import { describe, expect, test } from 'vitest';
import { matchTemplate } from '../../src/base/match-template.js';

describe('matchTemplate', () => {
  test.each([
    ["Build '{id}' is '{status}'", "Build 'a b' is 'FAILED'. More", { id: 'a b', status: 'FAILED' }],
    ['{a}', 'one two', { a: 'one' }],
    ['{a}', 'one', { a: 'one' }],
    ['plain', 'plain text', {}],
    ['is {a}.', 'is', undefined],
    ['is {a}.', 'is .', undefined],
    ['is {a}.', `is ${'x'.repeat(401)}.`, undefined],
    ['is {a}.', 'was x.', undefined],
  ])('%j in %j', (template, text, values) => {
    expect(matchTemplate(template, text)).toEqual(values);
  });
});
