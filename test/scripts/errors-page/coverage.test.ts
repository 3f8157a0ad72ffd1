import { describe, expect, test } from 'vitest';
import { ERRORS } from '../../../scripts/errors-page/rows.js';
import { type ErrorText, errorTexts, textsIn } from './error-texts.js';
import { fits } from './fits.js';
import { logLines, logLinesIn } from './log-line-texts.js';
import { LINES_WITHOUT_ROW, WITHOUT_ROW } from './without-row.js';

const ROWS = Object.values(ERRORS).map(({ message }) => message.en);

/** True if a row is an error with this text, or stands for it. */
const hasRow = ({ text }: ErrorText): boolean => ROWS.some((row) => fits(row, `…${text}…`) || fits(text, row));
const isUnder = (file: string, places: readonly string[] = []): boolean => places.some((one) => file.startsWith(one));
const beginsWith = (text: string, beginnings: readonly string[] = []): boolean =>
  beginnings.some((one) => text.startsWith(one));
const reasonsOf = ({ file, text }: ErrorText) =>
  WITHOUT_ROW.filter(({ under, texts }) => isUnder(file, under) || beginsWith(text, texts));

describe('errors without a row', () => {
  test('errors: every one in the programs has a row of docs/errors.md, or a reason why not', () => {
    const missing = errorTexts().filter((one) => !hasRow(one) && reasonsOf(one).length === 0);
    expect(missing.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
  });

  test('errors: every reason is that of an error that has no row', () => {
    const without = errorTexts().filter((one) => !hasRow(one));
    const unused = WITHOUT_ROW.flatMap(({ under = [], texts = [] }) => [
      ...under.filter((one) => !without.some(({ file }) => file.startsWith(one))),
      ...texts.filter((one) => !without.some(({ text }) => text.startsWith(one))),
    ]);
    expect(unused).toEqual([]);
  });
});

test('lines of the log: every one of the levels WARN and ERROR has a row, or a reason why not', () => {
  const lines = logLines();
  expect(lines.length).toBeGreaterThan(40);
  expect(lines.filter((line) => !ROWS.includes(line) && !(line in LINES_WITHOUT_ROW))).toEqual([]);
  expect(Object.keys(LINES_WITHOUT_ROW).filter((line) => !lines.includes(line) || ROWS.includes(line))).toEqual([]);
});

test.each([
  ["log.write('warn', 'a b', { c })", ['a b']],
  ["parts.log.write(\n  'error',\n  'a',\n)", ['a']],
  ["log.write('info', 'a')", []],
  ["createOnUse(async () => (await open()).all(one, two), 'not loaded', edges)", ['not loaded']],
  ["createAskLimited({ message: 'not asked', clock })", ['not asked']],
  ["log.write('warn', message, { c })", ['message']],
])('logLinesIn: %s', (program, lines) => {
  expect(logLinesIn(program)).toEqual(lines);
});

test.each([
  ["throw new Error('Cannot a as b')", ['Cannot a as b']],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a program.
  ['`${file}: Cannot read ${quote(`a ${b} c`)} as ${why}`', ['…: Cannot read … as …']],
  ["'Robot x: Cannot use it'", ['Robot x: Cannot use it']],
  ["// 'Cannot a'\n/* 'Cannot b' */ 'https://x'", []],
  ["'It cannot', 'I say Cannot'", []],
  ["'it\\'s: Cannot a'", ["it's: Cannot a"]],
])('textsIn: %s', (program, texts) => {
  expect(textsIn(program)).toEqual(texts);
});
