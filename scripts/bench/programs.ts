import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { functionFile } from '../../local/lambda/function-file.js';
import { bundleFunction } from '../build.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SUBJECTS = [
  'bare',
  'floor-notify',
  'floor-deliver',
  'warm',
  'judging',
  'memory',
  'rendering',
  'routing',
  'scaling',
] as const;

/** The programs under test: paths of ES modules that export `handler`. */
export interface Programs extends Readonly<Record<Exclude<(typeof SUBJECTS)[number], `floor-${string}`>, string>> {
  /** The folder of the built functions. */
  readonly folder: string;
  /** The function that posts without a queue. */
  readonly bundle: string;
  /** The deployed functions. */
  readonly functions: Readonly<Record<'notify' | 'deliver', string>>;
  /** The deployed functions, built without any care. */
  readonly naiveFunctions: Readonly<Record<'notify' | 'deliver', string>>;
  /** The least that the two of them can be. */
  readonly floor: Readonly<Record<'notify' | 'deliver', string>>;
  /** The same code, built without any care. */
  readonly naive: string;
  /** esbuild's account of each file of the deployed function, by the file's name. */
  readonly metafiles: Readonly<Record<string, Metafile>>;
}

/** Replaces `src/wecom/post/https-transport.ts` with built-in `fetch`. */
const fetchPost: Plugin = {
  name: 'fetch-post',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/https-transport\.js$/ }, () => ({ path: `${root}scripts/bench/subjects/fetch-post.ts` })),
};

const COMMON: BuildOptions = { absWorkingDir: root, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' };

/**
 * esbuild's defaults, and the banner without which the SDK fails at init. Not warmed up, it reads the secret in the
 * handler.
 */
const NAIVE: BuildOptions = {
  ...COMMON,
  entryPoints: ['direct', 'notify', 'deliver'].map((name) => `src/functions/${name}.ts`),
  banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` },
  plugins: [fetchPost],
};

/** Builds all of them into a folder that, like Lambda's, has no package.json above it, which Node would read too. */
export async function buildPrograms(folder: string): Promise<Programs> {
  const [{ folder: built, metafiles }] = await Promise.all([
    bundleFunction(`${folder}/function`),
    build({ ...NAIVE, outdir: `${folder}/naive`, outExtension: { '.js': '.mjs' } }),
    build({
      ...COMMON,
      target: 'node20',
      entryPoints: SUBJECTS.map((name) => `scripts/bench/subjects/${name}.ts`),
      outdir: folder,
      outExtension: { '.js': '.mjs' },
    }),
  ]);
  const path = (name: string): string => `${folder}/${name}.mjs`;
  const subjects = { bare: path('bare'), warm: path('warm'), memory: path('memory') };
  return {
    ...subjects,
    rendering: path('rendering'),
    judging: path('judging'),
    routing: path('routing'),
    scaling: path('scaling'),
    folder: built,
    bundle: functionFile(built, 'direct'),
    functions: { notify: functionFile(built, 'notify'), deliver: functionFile(built, 'deliver') },
    floor: { notify: path('floor-notify'), deliver: path('floor-deliver') },
    naive: path('naive/direct'),
    naiveFunctions: { notify: path('naive/notify'), deliver: path('naive/deliver') },
    metafiles,
  };
}
