import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { textAt } from '../../src/base/json.js';

const require = createRequire(import.meta.url);

/**
 * Returns the command line that starts a program of an installed package. On Windows the programs in `node_modules/.bin` run in a
 * shell only; this runs everywhere.
 * @param name the program's name, if it is not the package's.
 */
export function programOf(installed: string, name = installed): readonly [node: string, file: string] {
  const manifest = require.resolve(`${installed}/package.json`);
  const file = textAt(JSON.parse(readFileSync(manifest, 'utf8')), 'bin', name);
  if (file === undefined) throw new Error(`Cannot start ${name} as ${installed} has no such program`);
  return [process.execPath, join(dirname(manifest), file)];
}
