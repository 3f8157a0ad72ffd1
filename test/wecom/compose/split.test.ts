import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { split } from '../../../src/wecom/compose/split.js';

const bytesOf = (text: string): number => Buffer.byteLength(text);
const inText = (text: string, maxBytes: number): string[] => [...split(text, maxBytes, false)];
const inMarkdown = (text: string, maxBytes: number): string[] => [...split(text, maxBytes, true)];
const withoutSpace = (text: string): string => text.replace(/\s/g, '');
const graphemesOf = (text: string): string[] =>
  Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);

describe('split: where a text is cut', () => {
  test.each([
    ['what fits is one piece', 'a\nb', 3, ['a\nb']],
    ['at line ends', 'aaa\nbbb\nccc', 7, ['aaa\nbbb', 'ccc']],
    ['a line that fits a piece begins the next one whole', 'aaa\nbbbbb\nccc', 6, ['aaa', 'bbbbb', 'ccc']],
    ['a long line at spaces', 'aaa bbb ccc', 7, ['aaa bbb', 'ccc']],
    ['a word is not cut where it fits a piece', 'aa bbbbbb', 7, ['aa', 'bbbbbb']],
    ['Chinese at its punctuation', '磁盘已满，请清理。', 18, ['磁盘已满，', '请清理。']],
    ['without either, between characters', '支付网关', 7, ['支付', '网关']],
    ['never inside a flag', '🇨🇳🇨🇳🇨🇳', 17, ['🇨🇳🇨🇳', '🇨🇳']],
    ['never inside a family', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 30, ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦']],
    ['never between a letter and its accent', `aaae\u0301e\u0301`, 7, ['aaae\u0301', 'e\u0301']],
    ['blank lines at a cut are dropped', 'aaa\n\n\nbbb', 4, ['aaa', 'bbb']],
    ['blank lines inside a piece stay', 'a\n\nb', 4, ['a\n\nb']],
    [
      'a short line does not stand alone before a long one',
      `报告\n${'字'.repeat(10)}`,
      24,
      ['报告\n字字字字字', '字字字字字'],
    ],
    [
      'the beginning of a paragraph goes with its rest',
      'aaaa\naaaa\n\n二、\nbbbb\nbbbb',
      20,
      ['aaaa\naaaa', '二、\nbbbb\nbbbb'],
    ],
    ['but most of a paragraph stays', 'aaaa\n\nbbbb\nbbbb\nbbbb', 16, ['aaaa\n\nbbbb\nbbbb', 'bbbb']],
    ['white space alone is nothing', '\n \n'.repeat(20), 5, []],
  ])('%s', (_, text, maxBytes, expected) => {
    expect(inText(text, maxBytes)).toEqual(expected);
  });

  test.each([
    ['on its own line', `${'x'.repeat(50)}\nhttps://example.com/a/long/path?with=parameters`],
    ['after Chinese without a space', `${'字'.repeat(15)}https://example.com/a/long/path?with=parameters`],
    ['in markdown, spaces in its text', `${'字'.repeat(15)}[a text with spaces](https://example.com/path)`],
    ['a mention', `${'字'.repeat(18)}<@zhangsan>字`],
    ['a coloured word', `${'字'.repeat(15)}<font color="warning">告警</font>`],
  ])('a link or tag is never cut: %s', (_, text) => {
    const whole = /https?:\/\/[!-~]+|<@\w+>|<font [^>]*>/.exec(text)?.[0] ?? '';
    const pieces = inText(text, 60);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.filter((piece) => piece.includes(whole))).toHaveLength(1);
  });

  test('a link longer than a piece is cut, as nothing else is left', () => {
    const link = `https://example.com/${'a'.repeat(100)}`;
    expect(inText(link, 50).join('')).toBe(link);
  });
});

describe('split: markdown', () => {
  const code = ['```js', 'const first = 1;', 'const second = 2;', 'const third = 3;', '```'].join('\n');
  const table = ['| 服务 | 状态 |', '|---|:-:|', '| a | ok |', '| b | ok |', '| c | ok |'].join('\n');

  test('a heading goes with what it is of', () => {
    expect(inMarkdown('some text\nmore text\n## B\nbbbbb', 27)).toEqual(['some text\nmore text', '## B\nbbbbb']);
  });

  test('fenced code that fits a piece begins the next one whole', () => {
    expect(inMarkdown(`${'x'.repeat(40)}\n${code}\ny`, 90)).toEqual(['x'.repeat(40), `${code}\ny`]);
  });

  test('fenced code too long for a piece is closed and reopened', () => {
    expect(inMarkdown(code, 50)).toEqual([
      '```js\nconst first = 1;\nconst second = 2;\n```',
      '```js\nconst third = 3;\n```',
    ]);
  });

  test('a fence of four is closed by four, what it holds does not end it', () => {
    const pieces = inMarkdown(['````', '```', 'a'.repeat(30), '```', 'b'.repeat(30), '````'].join('\n'), 60);
    for (const piece of pieces) expect(piece).toMatch(/^````\n[\s\S]*\n````$/);
  });

  test('a fence nobody closed is closed at each cut', () => {
    const pieces = inMarkdown(`~~~\n${'line of code\n'.repeat(20)}`, 100);
    expect(pieces.length).toBeGreaterThan(2);
    for (const piece of pieces) expect(piece).toMatch(/^~~~\n[^~]*\n~~~$/);
  });

  test('a table that fits a piece begins the next one whole', () => {
    expect(inMarkdown(`${'x'.repeat(40)}\n${table}`, 100)).toEqual(['x'.repeat(40), table]);
  });

  test('a table too long for a piece repeats its header', () => {
    const header = '| 服务 | 状态 |\n|---|:-:|\n';
    expect(inMarkdown(table, 61)).toEqual([`${header}| a | ok |\n| b | ok |`, `${header}| c | ok |`]);
  });

  test('in plain text neither means anything', () => {
    expect(inText(table, 40).filter((piece) => piece.includes('服务'))).toHaveLength(1);
  });
});

describe('split: properties', () => {
  const odd = fc.constantFrom(
    '\n',
    ' ',
    '，',
    '支付网关',
    '🇨🇳',
    '👨‍👩‍👧‍👦',
    'e\u0301',
    '⚠️',
    '1️⃣',
    '각',
    '\r\n',
    '```',
    '```js',
    '| a |',
    '|-|',
    '~~~',
  );
  const piece = fc.oneof(odd, fc.string({ unit: 'grapheme', maxLength: 12 }), fc.webUrl());
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  const maxBytes = fc.integer({ min: 64, max: 300 });

  test('plain text: nothing is lost, added or reordered but white space', () => {
    fc.assert(
      fc.property(text, maxBytes, (whole, max) => {
        expect(withoutSpace(inText(whole, max).join(''))).toBe(withoutSpace(whole));
      }),
    );
  });

  test.each([
    ['plain text', false],
    ['markdown', true],
  ])('%s: no piece is blank, too long, or holds half a character', (_, markdown) => {
    fc.assert(
      fc.property(text, maxBytes, (whole, max) => {
        for (const part of split(whole, max, markdown)) {
          expect(part.trim()).not.toBe('');
          expect(bytesOf(part)).toBeLessThanOrEqual(max);
          expect(part).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });

  test('graphemes stay whole', () => {
    const grapheme = fc.constantFrom('🇨🇳', '👨‍👩‍👧‍👦', 'e\u0301', '⚠️', '1️⃣', '각', '👍🏽', '支', 'a');
    fc.assert(
      fc.property(fc.array(grapheme, { maxLength: 80 }), maxBytes, (graphemes, max) => {
        // Joined, some of them would merge, so the text says which there are.
        const whole = graphemes.join('');
        expect(inText(whole, max).flatMap(graphemesOf)).toEqual(graphemesOf(whole));
      }),
    );
  });

  test('markdown: each word of code and each row is in some piece', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(words, maxBytes, (rows, max) => {
        const whole = ['```', ...rows, '```', '| h |', '|---|', ...rows.map((row) => `| ${row} |`)].join('\n');
        const pieces = inMarkdown(whole, max);
        const lines = pieces.flatMap((part) => part.split('\n'));
        expect(lines.filter((line) => /^[a-z]/.test(line))).toEqual(rows);
        expect(lines.filter((line) => /^\| [a-z]/.test(line) && line !== '| h |')).toEqual(
          rows.map((row) => `| ${row} |`),
        );
      }),
    );
  });
});

describe('split: time', () => {
  test.each([
    ['lines', 'a line of a log, 42 ms\n', 2],
    ['one line of words', 'word ', 2],
    ['one line of Chinese', '支付网关', 2],
    ['one line of emoji', '👨‍👩‍👧‍👦', 2],
    ['blank lines', '\n', 2],
    ['spaces', ' ', 2],
    ['brackets', '[<`', 2],
    ['short fences', '```\ncode\n```\n', 2],
    ['one open fence', '```\n', 2],
    ['table rows', '| a |\n|-|\n', 2],
  ])(
    '%s, %j over and over: %i MB are split in time that grows with them; with their square, it would be hours',
    (_, unit, megabytes) => {
      const text = unit.repeat(Math.ceil((megabytes * 1_000_000) / bytesOf(unit)));
      expect([...split(text, 2048, true)].every((piece) => bytesOf(piece) <= 2048)).toBe(true);
    },
  );
});
