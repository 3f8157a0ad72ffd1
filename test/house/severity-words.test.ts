import { expect, test } from 'vitest';
import { codePaths, readCode } from './code-files.js';
import { expressionsOf } from './expressions.js';

/** Words for good and bad, as patterns begin them. */
const WORDS =
  'crit fatal emerg disaster sever major err fail succe warn denied unauthor forbidden resolv recover firing alarm healthy unhealthy degrad timeout timed 失败 成功 恢复 告警 严重 紧急 异常'.split(
    ' ',
  );

/** Returns how many words for good and bad an expression tells apart. */
function wordsIn(source: string): number {
  const alternatives = source.toLowerCase().split(/[|()^$]/);
  return WORDS.filter((word) => alternatives.some((one) => one.startsWith(word))).length;
}

/**
 * Files in which such words are the grammar of one sender: the marks of Grafana's template, the headings of Alertmanager's text,
 * Elastic Beanstalk's colours.
 */
const GRAMMAR = [
  'src/payloads/alerts/alert-text.ts',
  'src/payloads/alerts/grafana.ts',
  'src/renderers/services/elastic-beanstalk.ts',
];

test('src/: no pattern tells good from bad but those of src/verdict/', () => {
  const found = codePaths('src')
    .filter((path) => !/^src\/(verdict|text)\//.test(path))
    .flatMap((path) => expressionsOf(readCode(path)))
    .filter(({ source, place }) => wordsIn(source) >= 2 && !GRAMMAR.some((path) => place.startsWith(path)));
  expect(found.map(({ place, source }) => `${place} /${source}/`)).toEqual([]);
});

test('wordsIn: finds the patterns that were removed', () => {
  expect(wordsIn('^(critical|crit|page|fatal)$')).toBeGreaterThanOrEqual(2);
  expect(wordsIn('fail|error|unhealthy')).toBeGreaterThanOrEqual(2);
  expect(wordsIn('^(name|id|title)$')).toBe(0);
});
