import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROUTES_FILE } from '../../src/routing/load-routes.js';
import type { Routes } from '../../src/routing/rule.js';
import { CODE_FOLDER } from '../resources/functions.js';

/** The functions of the npm package, as they were built. */
const BUILT = fileURLToPath(new URL('../function', import.meta.url));

/** Writes the content of the functions' zip into a folder: the files of the package, and the rules beside them. */
export function fillCodeFolder(folder: string, routes: Routes | undefined): void {
  const code = join(folder, CODE_FOLDER);
  mkdirSync(code, { recursive: true });
  // The package has rules for the page that `wecomrobot local` shows: they are nobody's.
  cpSync(BUILT, code, { recursive: true, filter: (file) => basename(file) !== ROUTES_FILE });
  if (routes) writeFileSync(join(code, ROUTES_FILE), JSON.stringify(routes));
}
