import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ROUTES_FILE } from '../../src/routing/load-routes.js';
import type { Routes } from '../../src/routing/rule.js';

/** Writes the rules next to the bundle, where a new environment reads them. */
export async function writeRules(bundle: string, routes: Routes): Promise<void> {
  await writeFile(join(dirname(bundle), ROUTES_FILE), JSON.stringify(routes));
}
