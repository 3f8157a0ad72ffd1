import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { buildTypes } from './build-types.js';

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

const BUILTIN = 'builtin';
/**
 * Provides Node's own modules without `require`, which a bundle that is an ES module lacks, unless Node is older than 20.16.
 * Each is named twice, so that bundlers that follow `require` find it.
 */
const builtins: Plugin = {
  name: BUILTIN,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace: BUILTIN, sideEffects: false } : undefined,
    );
    onLoad({ filter: /.*/, namespace: BUILTIN }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule?.('${path}') ?? require('${path}');`,
    }));
  },
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
    build({
      ...options,
      entryPoints: FILES,
      outdir: folder,
      format: 'cjs',
      metafile: true,
      plugins: [onUse, builtins],
      // As `require`: Jest's loader knows no `import()`.
      supported: { 'dynamic-import': false },
    }),
    exportedNames(options),
    buildTypes(root, {
      project: 'scripts/build/package.tsconfig.json',
      folder: '.',
      entry: 'index.d.ts',
      outdir: folder,
    }),
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
