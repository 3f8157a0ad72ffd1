import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { buildTypes } from './build-types.js';
import { LICENCES, licencesOf } from './licences.js';

const ENTRY = 'deploy/cdk/wecom-robot.ts';
/** The packages that an app of CDK has, in the version of its choice. */
const OF_THE_APP = ['aws-cdk-lib', 'constructs'];
/** The address of the file, by which it finds the functions: a CommonJS file has only its path. */
const URL_OF_COMMON_JS = "const $url=require('node:url').pathToFileURL(__filename).href;";
/** Small files beside the bundle. The ES module is a layer: a copy would not know which stacks the other one has made. */
const BESIDE: Readonly<Record<string, string>> = {
  'package.json': `${JSON.stringify({ type: 'commonjs', sideEffects: false })}\n`,
  'wecom-robot.mjs': "export { WecomRobot } from './wecom-robot.js';\n",
  'wecom-robot.d.mts': "export * from './wecom-robot.js';\n",
};

/**
 * Builds the construct for CDK into the npm package, as CommonJS, which most apps of CDK are, and as an ES module around that.
 * @param root the project's folder.
 * @param options esbuild's options, as for the function's bundle.
 * @param packageFolder the folder of the built package, with the built functions in `function`.
 */
export async function buildCdk(root: string, options: BuildOptions, packageFolder: string): Promise<void> {
  const outdir = join(packageFolder, 'cdk');
  const bundled = build({
    ...options,
    entryPoints: [ENTRY],
    outfile: join(outdir, 'wecom-robot.js'),
    format: 'cjs',
    external: OF_THE_APP,
    minify: true,
    keepNames: true,
    metafile: true,
    define: { 'import.meta.url': '$url' },
    banner: { js: URL_OF_COMMON_JS },
  });
  const project = 'scripts/build/cdk.tsconfig.json';
  const typed = buildTypes(root, { project, folder: 'deploy/cdk', entry: 'wecom-robot.d.ts', outdir });
  const [{ metafile }] = await Promise.all([bundled, typed]);
  for (const [name, text] of Object.entries(BESIDE)) await writeFile(join(outdir, name), text);
  await writeFile(join(outdir, LICENCES), await licencesOf(metafile, root));
}
