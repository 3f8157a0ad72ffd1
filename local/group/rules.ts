import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROUTES_FILE } from '../../src/routing/load-routes.js';
import type { Routes } from '../../src/routing/rule.js';

/** Writes the rules into the folder of the functions, where a new environment reads them. */
export async function writeRules(functionFolder: string, routes: Routes): Promise<void> {
  await writeFile(join(functionFolder, ROUTES_FILE), JSON.stringify(routes));
}
