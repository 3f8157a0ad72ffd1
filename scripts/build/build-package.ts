import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type BuildOptions, build } from 'esbuild';
import { textAt } from '../../src/base/json.js';
import { licencesOf } from './licences.js';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/**
 * Builds the npm package into a folder: the library with its types, and the command. Both share their code. AWS's
 * client is in files that only `--secret-id` loads, so the package depends on nothing.
 * @param root the project's folder.
 * @param options esbuild's options, as for the function's bundle.
 * @param outdir the folder that `package.json` names, or a test's own.
 */
export async function buildPackage(root: string, options: BuildOptions, outdir: string): Promise<void> {
  await rm(outdir, { recursive: true, force: true });
  const bundled = await build({
    ...options,
    entryPoints: { index: 'src/index.ts', cli: 'src/cli.ts' },
    outdir,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    metafile: true,
  });
  await buildTypes(root, outdir);
  await writeFile(join(outdir, 'THIRD-PARTY-LICENCES.txt'), await licencesOf(bundled.metafile, root));
}

/** Compiles the declarations of everything the library imports, and keeps those that its own refer to. */
async function buildTypes(root: string, outdir: string): Promise<void> {
  const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
  const types = `${outdir}-types`;
  const options = ['--project', join(root, 'scripts/build/package.tsconfig.json'), '--outDir', types];
  await run(process.execPath, [tsc, ...options]).catch((cause: unknown) => {
    throw new Error(`Cannot declare the package's types: ${textAt(cause, 'stdout') ?? 'tsc did not run'}`, { cause });
  });
  for (const file of await declarationsFrom(join(types, 'index.d.ts'))) {
    const target = join(outdir, file.slice(types.length));
    await mkdir(dirname(target), { recursive: true });
    await copyFile(file, target);
  }
  await rm(types, { recursive: true });
}

/** Resolves to a declaration file together with those that it imports, directly or not. */
async function declarationsFrom(file: string, known: Set<string> = new Set()): Promise<ReadonlySet<string>> {
  known.add(file);
  const imports = (await readFile(file, 'utf8')).matchAll(/from '(\.[^']+)\.js'/g);
  for (const [, path] of imports) {
    const imported = join(dirname(file), `${path}.d.ts`);
    if (!known.has(imported)) await declarationsFrom(imported, known);
  }
  return known;
}
