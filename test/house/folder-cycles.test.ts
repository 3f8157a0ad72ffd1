import { expect, test } from 'vitest';
import { codePaths, readCode, readText } from './code-files.js';
import { findCycles } from './find-cycles.js';
import { type Import, importsOf } from './imports.js';

const imports = codePaths('src').flatMap((path) => importsOf(readCode(path)));
const labelOf = ({ from, line }: Import): string => `${from}:${line}`;

/** The folder of `src/` that a file lies in; an entry is its own. */
const room = (path: string): string => path.split('/').slice(0, 2).join('/');

/** The folder of a room that a file lies in; a file beside those, such as a contract, is its own. */
const floor = (path: string): string => path.split('/').slice(0, 3).join('/');

test.each([
  ['rooms of src/', room],
  ['folders of a room', floor],
])('%s: no two import each other, types included', (_, folderOf) => {
  const edges = imports.map(({ from, to }) => [folderOf(from), folderOf(to)] as const);
  expect(findCycles(edges)).toEqual([]);
});

test('src/: rooms have no import type and no URL of another file, which the linter does not see', () => {
  expect(imports.filter(({ kind }) => kind === 'TSImportType').map(labelOf)).toEqual([]);
  const inRooms = codePaths('src').filter((path) => path.split('/').length > 2);
  // The functions look for the rules beside their own file.
  const others = inRooms.filter((path) => !path.startsWith('src/functions/'));
  expect(others.filter((path) => readText(path).includes('import.meta'))).toEqual([]);
});

test('findCycles: finds folders that lead back to one another', () => {
  expect(
    findCycles([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
      ['c', 'd'],
      ['d', 'd'],
    ]),
  ).toEqual([['a', 'b', 'c']]);
});
