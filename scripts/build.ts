import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { ROUTES_FILE } from '../src/routing/load-routes.js';
import type { Routes } from '../src/routing/rule.js';
import { buildCdk } from './build/build-cdk.js';
import { buildLocal } from './build/build-local.js';
import { buildPackage } from './build/build-package.js';
import { buildTemplate } from './build/build-template.js';
import { builtinModules } from './build/builtin-modules.js';
import { configuredLanguage } from './build/configured-language.js';
import { FILES, secondFiles } from './build/files.js';
import { LICENCES, licencesOf } from './build/licences.js';
import { SDK_TRIMMERS, TRIMMED_SDK } from './build/trimmed-sdk.js';
import type { Command } from './command-line/command.js';
import { endWithMessage } from './command-line/end-with-message.js';
import { readCommandLine } from './command-line/read-command-line.js';
import { readRoutes } from './routes-file/read-routes.js';

const COMMAND = {
  usage: 'npm run build',
  about: 'Builds the Lambda function into dist/function/ and the npm package into dist/package/.',
  options: {},
  exitCodes: { 0: 'built', 1: 'not built' },
} as const satisfies Command;

const root = fileURLToPath(new URL('..', import.meta.url));

/** The folder of the built function, below the project's root. The zip holds this folder. */
const FUNCTION_FOLDER = 'dist/function';

/** The build options of all our bundles. */
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

/** Adds `process.getBuiltinModule`, which Node has had since 20.16, to older ones, by way of `require`. */
const BUILTIN_MODULES_BEFORE_NODE_20_16 =
  'if(!process.getBuiltinModule){const{createRequire}=await import("node:module");' +
  'process.getBuiltinModule=createRequire(import.meta.url)}';

/** The built functions, with their rules beside them. */
export interface BuiltFunction {
  /** Path of their folder. */
  readonly folder: string;
  /** esbuild's account of each file, by the file's name. */
  readonly metafiles: Readonly<Record<string, Metafile>>;
  readonly routes: Routes;
}

/**
 * Builds the Lambda function into a folder of its own: minified ES modules that need no node_modules, its rules, and the
 * licences of what is in it.
 * @param routesFile the file with the rules. Default: the project's routes.yml.
 * @throws {RouteError} If a rule is wrong. Nothing is written then.
 */
export async function bundleFunction(folder: string, routesFile = join(root, 'routes.yml')): Promise<BuiltFunction> {
  const routes = readRoutes(routesFile);
  await mkdir(resolve(root, folder), { recursive: true });
  const built = FILES.map(async ({ entry, file, isEntry = false }) => {
    const { metafile, outputFiles } = await build({
      ...SHARED,
      entryPoints: [entry],
      outfile: resolve(root, folder, file),
      write: false,
      minify: true,
      metafile: true,
      ...(isEntry && { banner: { js: BUILTIN_MODULES_BEFORE_NODE_20_16 } }),
      ...TRIMMED_SDK,
      plugins: [builtinModules, ...SDK_TRIMMERS, secondFiles, configuredLanguage],
    });
    await writeFile(resolve(root, folder, file), inAscii(outputFiles[0]?.text ?? ''));
    return [file, metafile] as const;
  });
  const metafiles = Object.fromEntries(await Promise.all(built));
  const inputs = Object.fromEntries(Object.values(metafiles).flatMap((one) => Object.entries(one.inputs)));
  await writeFile(resolve(root, folder, LICENCES), await licencesOf({ inputs }, root));
  await writeFile(resolve(root, folder, ROUTES_FILE), JSON.stringify(routes));
  return { folder: resolve(root, folder), metafiles, routes };
}

/**
 * Escapes the characters that esbuild leaves unescaped in patterns: with one character beyond Latin-1, V8 keeps the
 * whole source in two bytes per character, which takes 2 MB of resident memory. It leaves them in tagged templates too,
 * where they cannot be escaped: a test makes sure that `src/` has no such template.
 * @throws {Error} If a backslash comes before one: the two together cannot be written otherwise.
 */
export function inAscii(source: string): string {
  return source.replace(/(\\*)([^\0-\x7f])/g, (found, slashes: string, unit: string) => {
    if (slashes.length % 2 === 1) throw new Error(`Cannot escape ${found} as a backslash stands before it`);
    return `${slashes}\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Builds the Lambda function into the folder that the zip is made from. */
export async function buildFunction(): Promise<BuiltFunction> {
  await rm(join(root, FUNCTION_FOLDER), { recursive: true, force: true });
  const built = await bundleFunction(FUNCTION_FOLDER);
  await mkdir(join(root, 'dist/meta'), { recursive: true });
  await writeFile(join(root, 'dist/meta/function.json'), JSON.stringify(built.metafiles));
  return built;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  readCommandLine(COMMAND);
  endWithMessage();
  const packageFolder = join(root, 'dist/package');
  const [{ folder }] = await Promise.all([buildFunction(), buildPackage(root, SHARED, packageFolder)]);
  await cp(folder, join(packageFolder, 'function'), { recursive: true });
  await Promise.all([buildLocal, buildTemplate, buildCdk].map((buildPart) => buildPart(root, SHARED, packageFolder)));
}
