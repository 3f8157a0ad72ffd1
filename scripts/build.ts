import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { buildPackage } from './build/build-package.js';
import { builtinModules } from './build/builtin-modules.js';
import { SDK_TRIMMERS, TRIMMED_SDK } from './build/trimmed-sdk.js';
import type { Command } from './command-line/command.js';
import { readCommandLine } from './command-line/read-command-line.js';
import { readRoutes } from './routes-file/read-routes.js';

const COMMAND = {
  usage: 'npm run build',
  about: 'Builds the Lambda function into dist/function/ and the npm package into dist/package/.',
  options: {},
  exitCodes: { 0: 'built', 1: 'not built' },
} as const satisfies Command;

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the function's bundle lies, below the project's root: the zip holds this folder. */
export const FUNCTION_FILE = 'dist/function/index.mjs';

/** What every bundle of ours is built with. */
export const SHARED: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // With esbuild's default order the SDK's CommonJS files are bundled, and their `require` fails at init in an ES module.
  mainFields: ['module', 'main'],
  legalComments: 'none',
  logLevel: 'warning',
};

/** Puts the rules of a routes.yml in the place of `src/routing/compiled-routes.ts`. @throws RouteError */
function compiledRoutes(routesFile: string): Plugin {
  const contents = `export const COMPILED_ROUTES = ${JSON.stringify(readRoutes(routesFile))};`;
  return {
    name: 'compiled-routes',
    setup: ({ onLoad }) =>
      onLoad({ filter: /[\\/]src[\\/]routing[\\/]compiled-routes\.ts$/ }, () => ({ contents, loader: 'js' })),
  };
}

/** Node has had `process.getBuiltinModule` since 20.16: before, the same is asked of a `require`. */
const BUILTIN_MODULES_BEFORE_NODE_20_16 =
  'if(!process.getBuiltinModule){const{createRequire}=await import("node:module");' +
  'process.getBuiltinModule=createRequire(import.meta.url)}';

/**
 * Bundles the Lambda function into `outfile`: one minified ES module that needs no node_modules. Returns what is in it.
 * @param routesFile the rules that it holds. Default the project's routes.yml.
 * @throws RouteError where a rule is wrong.
 */
export async function bundleFunction(outfile: string, routesFile = `${root}/routes.yml`): Promise<Metafile> {
  const { metafile, outputFiles } = await build({
    ...SHARED,
    entryPoints: ['src/handler.ts'],
    outfile,
    write: false,
    minify: true,
    banner: { js: BUILTIN_MODULES_BEFORE_NODE_20_16 },
    metafile: true,
    ...TRIMMED_SDK,
    plugins: [builtinModules, ...SDK_TRIMMERS, compiledRoutes(routesFile)],
  });
  const path = resolve(root, outfile);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, inAscii(outputFiles[0]?.text ?? ''));
  return metafile;
}

/**
 * Escapes what esbuild leaves as it is in patterns: with one character beyond Latin-1 in it V8 keeps the whole source in two
 * bytes each, which takes 2 MB of resident memory. In tagged templates it leaves them too, where they cannot be escaped: a test
 * says that `src/` has none.
 * @throws where a backslash stands before one: the two together cannot be written otherwise.
 */
export function inAscii(source: string): string {
  return source.replace(/(\\*)([^\0-\x7f])/g, (found, slashes: string, unit: string) => {
    if (slashes.length % 2 === 1) throw new Error(`Cannot escape ${found} as a backslash stands before it`);
    return `${slashes}\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Builds the Lambda function where the zip is made from. Returns the file's path. */
export async function buildFunction(): Promise<string> {
  await rm(`${root}/dist/function`, { recursive: true, force: true });
  const metafile = await bundleFunction(FUNCTION_FILE);
  await mkdir(`${root}/dist/meta`, { recursive: true });
  await writeFile(`${root}/dist/meta/function.json`, JSON.stringify(metafile));
  return `${root}/${FUNCTION_FILE}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  readCommandLine(COMMAND);
  await Promise.all([buildFunction(), buildPackage(root, SHARED)]);
}
