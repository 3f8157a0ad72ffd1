import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { buildLibrary } from './build-library.js';
import { LICENCES, licencesOf } from './licences.js';

/**
 * Builds the npm package into a folder: the library with its types, and the command. AWS's client is in files that only
 * `--secret-id` loads, so the package depends on nothing.
 * @param root the project's folder.
 * @param options esbuild's options, as for the function's bundle.
 * @param outdir the folder that `package.json` names, or a test's own.
 */
export async function buildPackage(root: string, options: BuildOptions, outdir: string): Promise<void> {
  await rm(outdir, { recursive: true, force: true });
  const [library, { metafile: command }] = await Promise.all([
    buildLibrary(root, options, outdir),
    build({
      ...options,
      entryPoints: { cli: 'src/cli.ts' },
      outdir,
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
      metafile: true,
    }),
  ]);
  const inputs = { ...library.inputs, ...command.inputs };
  await writeFile(join(outdir, LICENCES), await licencesOf({ inputs }, root));
}
