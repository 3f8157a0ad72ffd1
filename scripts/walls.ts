import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { wallOverrides } from './walls/overrides.js';

/** The Biome configuration that holds the walls, next to biome.json, which extends it. */
export const WALLS_FILE = fileURLToPath(new URL('../biome.walls.json', import.meta.url));

/** Returns the text of {@link WALLS_FILE}, one line for each override. */
export function wallsText(): string {
  const lines = wallOverrides().map((override) => JSON.stringify(override));
  return `{"overrides":[\n${lines.join(',\n')}\n]}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(WALLS_FILE, wallsText());
