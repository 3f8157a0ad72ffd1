import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildLibrary } from '../../scripts/build/build-library.js';
import { SHARED } from '../../scripts/build.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A folder in which the library is installed, as a user has it. */
export interface PackedLibrary {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Builds the library into the `node_modules` of a new folder outside the project, with Node's types beside it. */
export async function packLibrary(): Promise<PackedLibrary> {
  const folder = await mkdtemp(join(tmpdir(), 'wecomrobot-library-'));
  const installed = join(folder, 'node_modules/wecomrobot');
  await mkdir(installed, { recursive: true });
  await cp(join(ROOT, 'package.json'), join(installed, 'package.json'));
  await buildLibrary(ROOT, SHARED, join(installed, 'dist/package'));
  for (const types of ['@types/node', 'undici-types']) {
    await cp(join(ROOT, 'node_modules', types), join(folder, 'node_modules', types), { recursive: true });
  }
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
