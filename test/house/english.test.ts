import { describe, expect, test } from 'vitest';
import { textAt } from '../../src/base/json.js';
import { type CodeFile, codePaths, lineOf, nodesOf, readCode, spanOf } from './code-files.js';
import { type Comment, commentsOf } from './comments.js';

const FOLDERS = ['src', 'local', 'scripts', 'deploy'];
const MAX_SHARE_WITH_WHERE = 0.02;

/** A docstring begins with a verb (function) or a noun (type, constant), never with a clause. */
const CLAUSE = /^(What|Whether|Where|Whom?)\b/;

/** Phrases that word for word are another language's. */
const PHRASES = [
  /\bfor want of\b/i,
  /\bhad better\b/i,
  /\btold of\b/i,
  /\bgone into\b/i,
  /\bwhat (came|becomes?|became) of\b/i,
  /\b(?<!there )(is|are) none\b/i,
  /\bshall\b/i,
  /\b(but|save) where\b/i,
  /\bwhatever became\b/i,
  /\bas it is no (?!longer|more|less)/i,
];

const files = FOLDERS.flatMap(codePaths).map(readCode);
const comments = files.flatMap(commentsOf);
const texts = files.flatMap(textsOf);
type Text = Omit<Comment, 'isDocstring'>;
const labelOf = ({ path, line, text }: Text): string => `${path}:${line} ${text}`;

/** Strings that people may read: those with a blank in them. */
function textsOf({ path, text, nodes }: CodeFile): readonly Text[] {
  return nodes.flatMap((node) => {
    const value = textAt(node, 'value', 'raw') ?? textAt(node, 'value');
    if (!value?.includes(' ')) return [];
    return [{ path, line: lineOf(text, spanOf(node)[0]), text: value }];
  });
}

describe('English', () => {
  test('no docstring begins with a clause', () => {
    expect(comments.filter(({ isDocstring, text }) => isDocstring && CLAUSE.test(text)).map(labelOf)).toEqual([]);
  });

  test.each(PHRASES)('nothing is worded as %s', (phrase) => {
    expect([...comments, ...texts].filter(({ text }) => phrase.test(text)).map(labelOf)).toEqual([]);
  });

  test(`at most ${MAX_SHARE_WITH_WHERE * 100} % of the comments say "where", which is for places: conditions say "if"`, () => {
    const withWhere = comments.filter(({ text }) => /\bwhere\b/i.test(text));
    const most = Math.floor(comments.length * MAX_SHARE_WITH_WHERE);
    expect(withWhere.slice(most).map(labelOf)).toEqual([]);
  });
});

test.each(['Empty if there is none', 'It is no longer read', 'The shallow copy'])(
  'English: %s is not refused',
  (text) => {
    expect([CLAUSE, ...PHRASES].filter((refused) => refused.test(text))).toEqual([]);
  },
);

test('commentsOf: finds comments, and no string or expression that looks like one', () => {
  const text = [
    '/** Reads',
    ' * it. */',
    `const a = 'x // no' + \`/* \${/* yes */ 1} no */\`; // two`,
    '// lines',
    'const b = /[/*]/;',
  ].join('\n');
  const file: CodeFile = { path: 'a.ts', text, nodes: nodesOf(text, 'a.ts') };
  expect(commentsOf(file)).toEqual([
    { path: 'a.ts', line: 1, text: 'Reads it.', isDocstring: true },
    { path: 'a.ts', line: 3, text: 'yes', isDocstring: false },
    { path: 'a.ts', line: 3, text: 'two lines', isDocstring: false },
  ]);
});
