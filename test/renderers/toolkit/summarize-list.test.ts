import { expect, test } from 'vitest';
import { summarizeList } from '../../../src/renderers/toolkit/summarize-list.js';
import { wordsOf } from '../../../src/text/words.js';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', undefined, '', 'a', 'b'], 'a、b'],
  [['a', 'b', 'c'], 'a、b、c'],
  [['a', 'b', 'c', 'd', 'd'], 'a、b、c 等 4 个'],
])('summarizeList: %j is %s', (names, shown) => {
  expect(summarizeList(names, wordsOf('zh-CN'))).toBe(shown);
});
