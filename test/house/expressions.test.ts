import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textAt } from '../../src/base/json.js';
import { type CodeFile, codePaths, nodesOf, readCode, readText } from './code-files.js';
import { expressionsOf, keyOf } from './expressions.js';
import { judge } from './judge.js';

const OFFENDING = 'test/house/offending-expressions.txt';
const SLOW = 'test/house/slow-expressions.txt';
/** Expressions with a part that only a call knows: they are judged with the letter x in its place. */
const WITH_PARAMETERS = [
  'src/payloads/chats/slack-text.ts',
  'src/renderers/services/cloudformation/notification.ts',
  'src/renderers/services/elastic-beanstalk.ts',
  'src/wecom/compose/link.ts',
];
/** Of a first run, which judges all. */
const TIMEOUT_MS = 900_000;

const require = createRequire(import.meta.url);
const version = textAt(require('recheck/package.json'), 'version') ?? '';

/** The expressions of a list. */
const listed = (path: string): readonly string[] =>
  readText(path)
    .split('\n')
    .filter((line) => line.startsWith('/'));

describe('regular expressions of src/', () => {
  const expressions = codePaths('src').flatMap((path) => expressionsOf(readCode(path)));
  const byKey = new Map(expressions.map((expression) => [keyOf(expression), expression]));
  beforeEach(() => {
    vi.stubEnv('RECHECK_SYNC_BACKEND', 'pure');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test('take time in proportion to their input, except those that are still listed', { timeout: TIMEOUT_MS }, () => {
    const known = new Set([...listed(OFFENDING), ...listed(SLOW)]);
    const unlisted = [...byKey].filter(([key]) => !known.has(key)).map(([, expression]) => expression);
    expect(unlisted.length).toBeGreaterThan(0);
    expect(judge(unlisted, version)).toEqual([]);
  });

  test.each([OFFENDING, SLOW])('%s: lists none twice, and none that is gone from the code', (path) => {
    const keys = listed(path);
    expect(keys).toEqual([...new Set(keys)]);
    expect(keys.filter((key) => !byKey.has(key))).toEqual([]);
  });

  test('have no part that only a call knows, except in the files that are named', () => {
    const files = expressions
      .filter(({ parameters }) => parameters.length > 0)
      .map(({ place }) => place.replace(/:.*/, ''));
    expect([...new Set(files)].sort()).toEqual(WITH_PARAMETERS);
  });

  test('judge: finds one that takes the square of its input, and one that recheck cannot judge', () => {
    const found = ['\\s+$', 'a+(?=b)'].map((source) => ({ source, flags: 'u', place: 'a.ts:1', parameters: [] }));
    expect(judge(found, version)).toEqual([
      'a.ts:1: /\\s+$/u is vulnerable: 2nd degree polynomial',
      'a.ts:1: /a+(?=b)/u is unknown to recheck: unsupported',
    ]);
  });
});

test('expressionsOf: reads literals, and what RegExp makes of strings, constants and parameters', () => {
  const lines = [
    'const NUMBER = String.raw`\\d+`;',
    `const a = [/x+/u, new RegExp('a'), RegExp(\`^\${NUMBER}-\`, 'g'), new RegExp(['b', NUMBER].join('|'))];`,
    'const b = (name: string) => new RegExp(name + 1);',
  ];
  const text = lines.join('\n');
  const file: CodeFile = { path: 'a.ts', text, nodes: nodesOf(text, 'a.ts') };
  expect(expressionsOf(file).map((found) => [keyOf(found), found.place, found.parameters])).toEqual([
    ['/x+/u', 'a.ts:2', []],
    ['/a/', 'a.ts:2', []],
    ['/^\\d+-/g', 'a.ts:2', []],
    ['/b|\\d+/', 'a.ts:2', []],
    ['/x/', 'a.ts:3', ['expression']],
  ]);
});
