import { describe, expect, test } from 'vitest';
import { tickWordsOf } from '../../src/text/watch-words.js';
import { LANGUAGES, wordsOf } from '../../src/text/words.js';
import { codePaths, readText } from '../house/code-files.js';

/** Every string of a catalogue by its path; a phrase is called with stand-ins for what it is told. */
function strings(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const given = Array.from({ length: value.length }, (_, index) => String(index + 2));
    return [[path, String(Reflect.apply(value, undefined, given))]];
  }
  return Object.entries(value ?? {}).flatMap(([key, child]) => strings(child, `${path}.${key}`));
}

describe.each(LANGUAGES)('words in %s', (language) => {
  const all = (one: typeof language) => strings(tickWordsOf(wordsOf(one), one));
  const found = all(language);

  test('every string of the other languages is there', () => {
    for (const other of LANGUAGES) {
      expect(found.map(([path]) => path).sort()).toEqual(
        all(other)
          .map(([path]) => path)
          .sort(),
      );
    }
  });

  test('none is empty or holds what only a program says', () => {
    expect(found.filter(([, text]) => text.trim() === '' || /undefined|null|NaN|\[object|=>/.test(text))).toEqual([]);
  });
});

test('words in en: no Chinese is left', () => {
  expect(strings(tickWordsOf(wordsOf('en'), 'en')).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
});

test('words in zh-CN: labels, states and kinds of things are Chinese, or a name that is the same everywhere', () => {
  const { label, status, severity, resourceKind } = wordsOf('zh-CN');
  const latin = strings({ label, status, severity, resourceKind }).filter(([, text]) => !/\p{Script=Han}/u.test(text));
  expect(latin.filter(([, text]) => /^[a-z ]+$/.test(text))).toEqual([]);
});

test('words: every label, status and kind of thing is read somewhere', () => {
  const { label, resourceKind, status } = wordsOf('zh-CN');
  const readers = codePaths('src').filter((path) => !LANGUAGES.some((language) => path.includes(`/${language}/`)));
  const read = new Set(
    // In code, or as the key of a table's row.
    readers.flatMap(
      (path) => readText(path).match(/(?<=(label|status|resourceKind)\.|')\w+\b|(?<=^ +)\w+(?=: ')/gm) ?? [],
    ),
  );
  const words = Object.keys({ ...label, ...resourceKind, ...status });
  expect(words.filter((word) => !read.has(word))).toEqual([]);
});
