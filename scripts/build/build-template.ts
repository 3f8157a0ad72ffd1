import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { LICENCES, licencesOf } from './licences.js';
import { REQUIRE_BANNER } from './require-banner.js';

/**
 * Builds `wecomrobot template` and `wecomrobot routes` into the npm package: programs that nothing else of the package loads, and the
 * guide.
 * @param root the project's folder.
 * @param options esbuild's options, as for the function's bundle.
 * @param packageFolder the folder of the built package.
 */
export async function buildTemplate(root: string, options: BuildOptions, packageFolder: string): Promise<void> {
  const outdir = join(packageFolder, 'template');
  const { metafile } = await build({
    ...options,
    entryPoints: { template: 'scripts/template/packaged.ts', routes: 'scripts/template/packaged-routes.ts' },
    outdir,
    splitting: true,
    minify: true,
    metafile: true,
    banner: { js: REQUIRE_BANNER },
  });
  for (const guide of ['template.md', 'template.zh-CN.md'])
    await copyFile(join(root, 'docs', guide), join(outdir, guide));
  await writeFile(join(outdir, LICENCES), await licencesOf(metafile, root));
}
