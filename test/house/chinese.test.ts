import { expect, test } from 'vitest';
import { codePaths } from './code-files.js';
import { DOCUMENTS, linesOf } from './documents.js';

/** Words of one house, and the words that they take the place of. Sentences of others, such as AWS's own in a sample, keep theirs. */
const WORDS: readonly (readonly [string, RegExp])[] = [
  ['你', /您/],
  ['默认拒绝', /故障关闭|失败即关闭|失效关闭|失败关闭/],
  ['认证方式', /鉴权方式|身份验证方式/],
  ['属性测试', /性质测试|基于属性的测试/],
  ['复合告警', /组合告警/],
  ['静默', /静音/],
  ['安静时段', /免打扰/],
  ['堆栈', /(?<!堆)栈/],
  ['机器人的 key', /机器人的?密钥/],
];

/** Every document in Chinese, and all code that says something to people. */
const FILES = [
  ...DOCUMENTS.filter((name) => name.endsWith('.zh-CN.md')),
  ...['src/text/zh-CN', 'deploy', 'scripts', 'local'].flatMap(codePaths),
];
const LINES = FILES.flatMap((file) => linesOf(file).map((line) => `${file} ${line}`));

test('Chinese: there are documents and words to read', () => {
  expect(FILES.length).toBeGreaterThan(30);
});

test.each(WORDS)('Chinese: says %s, nowhere %s', (_, others) => {
  expect(LINES.filter((line) => others.test(line))).toEqual([]);
});
