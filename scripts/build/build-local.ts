import { cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { LICENCES, licencesOf } from './licences.js';
import { REQUIRE_BANNER } from './require-banner.js';

/** The folder of the program, below the package's. As deep as the folders of `local/`, so that it finds files where they find them. */
const TOOL_FOLDER = 'local/tool';

const MARKED = 'node_modules/marked/lib/marked.esm.js';

/** Files that the program reads or starts, and their places in the package. */
const FILES: Readonly<Record<string, string>> = {
  'local/page': 'local/page',
  [MARKED]: 'local/page/marked.js',
  'local/samples/staying-alarm.yml': 'local/samples/staying-alarm.yml',
  'local/lambda/child.mjs': `${TOOL_FOLDER}/child.mjs`,
  'local/time/scaled-time.mjs': `${TOOL_FOLDER}/scaled-time.mjs`,
  events: 'events',
  'docs/add-a-tool.md': 'docs/add-a-tool.md',
  'docs/add-a-tool.zh-CN.md': 'docs/add-a-tool.zh-CN.md',
};

/**
 * Builds the group page for `wecomrobot local` into the npm package: a program that nothing else of the package loads, the page, and
 * the sample events. What it needs of other packages is in it.
 * @param root the project's folder.
 * @param options esbuild's options, as for the function's bundle.
 * @param packageFolder the folder of the built package.
 */
export async function buildLocal(root: string, options: BuildOptions, packageFolder: string): Promise<void> {
  const { metafile } = await build({
    ...options,
    entryPoints: { local: 'scripts/start/packaged.ts' },
    outdir: join(packageFolder, TOOL_FOLDER),
    splitting: true,
    minify: true,
    metafile: true,
    banner: { js: REQUIRE_BANNER },
    // A file for each kind of machine: whoever wants pictures of metrics installs it.
    external: ['@resvg/resvg-js'],
  });
  for (const [from, to] of Object.entries(FILES)) {
    await mkdir(dirname(join(packageFolder, to)), { recursive: true });
    // What the editor reads of the page's folder is nobody else's.
    await cp(join(root, from), join(packageFolder, to), {
      recursive: true,
      filter: (file) => basename(file) !== 'tsconfig.json',
    });
  }
  const inputs = { ...metafile.inputs, [MARKED]: { bytes: 0, imports: [] } };
  const licences = await licencesOf({ ...metafile, inputs }, root);
  await writeFile(join(packageFolder, TOOL_FOLDER, LICENCES), licences);
}
