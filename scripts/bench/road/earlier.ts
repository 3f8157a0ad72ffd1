import { execFile } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The state of the project with which the road is compared: the one before it was measured as it is deployed. */
export const EARLIER = '474a1f6';

/**
 * Builds the function of an earlier commit, with its own build script and today's packages, below a folder. Resolves to its bundle, or
 * to the reason why there is none: a copy of the project without its history has no earlier commit.
 */
export async function buildEarlier(folder: string): Promise<{ readonly bundle: string } | string> {
  const checkout = join(folder, 'earlier');
  try {
    await mkdir(checkout);
    const archive = join(folder, 'earlier.tar');
    await run('git', ['archive', '--output', archive, EARLIER], { cwd: root });
    await run('tar', ['-xf', archive, '-C', checkout]);
  } catch (error) {
    return `commit ${EARLIER} is not to be had here: ${String(error)}`;
  }
  await symlink(join(root, 'node_modules'), join(checkout, 'node_modules'));
  const bundle = join(folder, 'function-earlier', 'index.mjs');
  const build = pathToFileURL(join(checkout, 'scripts/build.ts')).href;
  const script = `const { bundleFunction } = await import('${build}'); await bundleFunction('${bundle}');`;
  await run(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], { cwd: checkout });
  return { bundle };
}
