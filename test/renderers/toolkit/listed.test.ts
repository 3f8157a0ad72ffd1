import { expect, test } from 'vitest';
import { listed } from '../../../src/renderers/toolkit/listed.js';
import { wordsOf } from '../../../src/text/words.js';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', undefined, '', 'a', 'b'], 'a、b'],
  [['a', 'b', 'c'], 'a、b、c'],
  [['a', 'b', 'c', 'd', 'd'], 'a、b、c 等 4 个'],
])('listed: %j is %s', (names, shown) => {
  expect(listed(names, wordsOf('zh-CN'))).toBe(shown);
});
