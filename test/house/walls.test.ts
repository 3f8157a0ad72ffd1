import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { LOCAL_ROOMS, SRC_ROOMS } from '../../scripts/walls/rooms.js';
import { wallsText } from '../../scripts/walls.js';
import { codePaths, ROOT, readText } from './code-files.js';
import { PLANTED_IMPORTS } from './planted-imports.js';
import { type Planted, refusedImports } from './refused-imports.js';

/** Rooms that have a row before they have a folder. */
const PLANNED = ['verdict', 'watch'];
const rooms = Object.keys(SRC_ROOMS);

function foldersIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

describe('biome.json', () => {
  let refused: ReadonlySet<Planted>;
  beforeAll(() => {
    refused = refusedImports(PLANTED_IMPORTS);
  });

  const labelOf = ({ path, specifier }: Planted): string => `${path} imports ${specifier}`;

  test('refuses every wrong import', () => {
    const wrong = PLANTED_IMPORTS.filter(({ accepted }) => !accepted);
    expect(wrong.length).toBeGreaterThan(rooms.length);
    expect(wrong.filter((planted) => !refused.has(planted)).map(labelOf)).toEqual([]);
  });

  test('accepts every right import', () => {
    const right = PLANTED_IMPORTS.filter(({ accepted }) => accepted);
    expect(right.length).toBeGreaterThan(rooms.length);
    expect(right.filter((planted) => refused.has(planted)).map(labelOf)).toEqual([]);
  });
});

describe('rooms.ts', () => {
  test('biome.walls.json is what `npm run walls` makes of it', () => {
    expect(readText('biome.walls.json')).toBe(wallsText());
  });

  test('every folder of src/ and local/ has its row', () => {
    const isThere = (room: string): boolean => !PLANNED.includes(room) || existsSync(join(ROOT, 'src', room));
    expect(foldersIn('src')).toEqual(rooms.filter(isThere).sort());
    expect(foldersIn('local')).toEqual(Object.keys(LOCAL_ROOMS).sort());
  });

  test('a room imports only rooms above its row', () => {
    for (const [index, room] of rooms.entries()) {
      const imported = (SRC_ROOMS[room] ?? '').split(' ').filter(Boolean);
      expect(
        imported.map((name) => name.replace(/\/.*/, '')).filter((name) => !rooms.slice(0, index).includes(name)),
      ).toEqual([]);
    }
  });

  test('no folder in a room has the name of a room, for which the linter would take it', () => {
    const inner = codePaths('src').flatMap((path) => path.split('/').slice(2, -1));
    expect(inner.filter((name) => rooms.includes(name))).toEqual([]);
  });
});
