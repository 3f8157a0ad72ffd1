import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { textAt } from '../../src/base/json.js';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

const ENTRY = 'src/index.ts';
/** The library, and what it loads on use only: esbuild splits no CommonJS. */
const FILES = { index: ENTRY, 'proxied-pool': 'src/base/proxied-pool.ts' };

/** Leaves the import of a file that is loaded on use as it is. */
const onUse: Plugin = {
  name: 'on-use',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/proxied-pool\.js$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './proxied-pool.js', external: true } : undefined,
    ),
};
/** The library's one copy. */
const FOLDER = 'cjs';
/** Bundlers and Node look into the nearest one. */
const MANIFEST = { type: 'commonjs', sideEffects: false };

/**
 * Builds the library and its types. Its code is CommonJS, and the ES module is a layer that passes it on: a process that
 * loads both has one pool of connections, and one class for each error.
 * @param outdir the package's folder.
 * @returns esbuild's account of what is in it.
 */
export async function buildLibrary(root: string, options: BuildOptions, outdir: string): Promise<Metafile> {
  const folder = join(outdir, FOLDER);
  const [{ metafile }, names] = await Promise.all([
    build({ ...options, entryPoints: FILES, outdir: folder, format: 'cjs', metafile: true, plugins: [onUse] }),
    exportedNames(options),
    buildTypes(root, folder),
  ]);
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(MANIFEST)}\n`);
  await writeFile(join(outdir, 'index.js'), `export { ${names.join(', ')} } from './${FOLDER}/index.js';\n`);
  await writeFile(join(outdir, 'index.d.ts'), `export * from './${FOLDER}/index.js';\n`);
  return metafile;
}

/** Resolves to the names of the values that the library exports. A layer over CommonJS has to name each. */
async function exportedNames(options: BuildOptions): Promise<readonly string[]> {
  const { metafile } = await build({ ...options, entryPoints: [ENTRY], outdir: '.', write: false, metafile: true });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
}

/** Compiles the declarations of everything the library imports, and keeps those that its own refer to. */
async function buildTypes(root: string, folder: string): Promise<void> {
  const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
  const types = `${folder}-types`;
  const options = ['--project', join(root, 'scripts/build/package.tsconfig.json'), '--outDir', types];
  await run(process.execPath, [tsc, ...options]).catch((cause: unknown) => {
    throw new Error(`Cannot declare the package's types: ${textAt(cause, 'stdout') ?? 'tsc did not run'}`, { cause });
  });
  for (const file of await declarationsFrom(join(types, 'index.d.ts'))) {
    const target = join(folder, file.slice(types.length));
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
