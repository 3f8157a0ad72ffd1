import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './code-files.js';
import { DOCUMENTS, headingsOf, linksOf, proseOf } from './documents.js';

const ENDING = '.zh-CN.md';
const twinOf = (document: string): string => document.replace(/\.md$/, ENDING);
/** What is for people who change the project, and is written in English alone. */
const ENGLISH_ALONE = ['CHANGELOG.md'];
const ENGLISH = DOCUMENTS.filter((document) => !document.endsWith(ENDING) && !ENGLISH_ALONE.includes(document));
const CHINESE = DOCUMENTS.filter((document) => document.endsWith(ENDING));

const levelsOf = (document: string): readonly number[] => headingsOf(document).map((line) => line.indexOf(' '));
const blocksOf = (document: string): number =>
  readFileSync(join(ROOT, document), 'utf8').match(/^ *```/gm)?.length ?? 0;
/** Returns what stands between a document's title and its second heading. */
const beginningOf = (document: string): string => proseOf(document).split(/^## /m)[0] ?? '';

test('documents: each has a Chinese twin', () => {
  expect(ENGLISH.map(twinOf).sort()).toEqual([...CHINESE].sort());
});

describe.each(ENGLISH)('%s', (document) => {
  const twin = twinOf(document);

  test(`${document}: has the headings and blocks of code of its twin, in its order`, () => {
    expect(levelsOf(twin)).toEqual(levelsOf(document));
    expect(blocksOf(twin)).toBe(blocksOf(document));
  });

  test(`${document}: links to its twin before its second heading, and is linked from there`, () => {
    expect(beginningOf(document)).toContain(`](${basename(twin)})`);
    expect(beginningOf(twin)).toContain(`](${basename(document)})`);
  });
});

test.each(CHINESE)('%s: leads to the Chinese page if there is one', (document) => {
  const own = basename(document).replace(ENDING, '.md');
  const english = linksOf(document)
    .map((link) => link.split('#')[0] ?? '')
    .filter((link) => link.endsWith('.md') && !/^[a-z]+:/.test(link) && link !== own)
    .filter((link) => CHINESE.includes(twinOf(join(dirname(document), link))));
  expect(english).toEqual([]);
});
