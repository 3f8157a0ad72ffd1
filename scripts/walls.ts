import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Command } from './command-line/command.js';
import { readCommandLine } from './command-line/read-command-line.js';
import { wallOverrides } from './walls/overrides.js';

const COMMAND = {
  usage: 'npm run walls',
  about: 'Writes biome.walls.json: which folder of src/ may import which.',
  options: {},
  exitCodes: { 0: 'written', 1: 'not written' },
} as const satisfies Command;

/** The Biome configuration that holds the walls, next to biome.json, which extends it. */
export const WALLS_FILE = fileURLToPath(new URL('../biome.walls.json', import.meta.url));

/** Returns the text of {@link WALLS_FILE}, one line for each override. */
export function wallsText(): string {
  const lines = wallOverrides().map((override) => JSON.stringify(override));
  return `{"overrides":[\n${lines.join(',\n')}\n]}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  readCommandLine(COMMAND);
  await writeFile(WALLS_FILE, wallsText());
}
