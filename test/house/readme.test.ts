import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './code-files.js';

const READMES = ['README.md', 'README.zh-CN.md'];

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Returns the blocks of code of one language (empty: of none). */
const blocksOf = (text: string, language: string): readonly string[] =>
  [...text.matchAll(/^```(\S*)\n(.*?)^```/gms)].flatMap(([, name, block = '']) => (name === language ? [block] : []));

/** Returns the commands of a block: its lines without remarks, lines that go on as one. */
const commandsOf = (block: string): readonly string[] =>
  block
    .replaceAll('\\\n', '')
    .split('\n')
    .map((line) => line.replace(/\s+# .*$/, '').trim())
    .filter((line) => line !== '');

test.each(READMES)('%s: its message is what the sample of the README gives, with the link cut', (readme) => {
  const [message = ''] = blocksOf(read(readme), '');
  const [, ...golden] = read('test/golden/cloudwatch-sns/metric-alarm.zh-CN.text.txt').trimEnd().split('\n');
  const [link = '', ...others] = message.trimEnd().split('\n').toReversed();
  const [whole = '', ...shown] = golden.toReversed();
  expect(others).toEqual(shown);
  expect(link).toMatch(/…$/);
  expect(whole.startsWith(link.slice(0, -1))).toBe(true);
});

test.each(READMES)('%s: has one message, one picture, and the two commands of a stranger first', (readme) => {
  const text = read(readme);
  expect(blocksOf(text, '')).toHaveLength(1);
  expect(text.match(/!\[/g)).toHaveLength(1);
  const [first = ''] = blocksOf(text, 'bash');
  expect(commandsOf(first)).toEqual(['npm ci && npm run demo', 'npm ci && npm test']);
});

test.each(READMES)('%s: no road takes more than five commands', (readme) => {
  for (const block of blocksOf(read(readme), 'bash')) expect(commandsOf(block).length).toBeLessThanOrEqual(5);
});

test.each(READMES)('%s: every script that it names is there', (readme) => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
  const named = [...read(readme).matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('the READMEs: the same headings, commands and pages in the same order', () => {
  const shapeOf = (readme: string): readonly string[] => {
    const text = read(readme);
    const parts = text.matchAll(/^#+ |\]\(([^)#]+)[^)]*\)|^(?:npm|npx|aws|curl) .*?(?=\s+# |$)/gm);
    const twins = /(\.zh-CN)?\.md$/;
    return [...parts].map(([whole, page]) => (page ?? whole).replace(twins, '').replace('机器人 key', 'the key'));
  };
  const [english = '', chinese = ''] = READMES;
  expect(shapeOf(chinese)).toEqual(shapeOf(english));
});
