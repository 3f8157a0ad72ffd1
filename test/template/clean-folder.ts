import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** A folder of somebody who has installed the npm package. */
export interface CleanFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * Packs the npm package as it would be published, and installs it into an empty folder, without network.
 * @param packages a folder with further packages that the folder has.
 */
export async function cleanFolder(packages: string): Promise<CleanFolder> {
  const path = await mkdtemp(join(tmpdir(), 'wecomrobot-clean-'));
  // As `npm publish` does, this builds first.
  await run('npm', ['pack', '--pack-destination', path], { cwd: ROOT });
  await writeFile(join(path, 'package.json'), '{ "private": true }');
  const [tarball = ''] = (await readdir(path)).filter((name) => name.endsWith('.tgz'));
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(path, tarball)], { cwd: path });
  for (const name of ['aws-cdk-lib', 'constructs'])
    await symlink(join(packages, 'node_modules', name), join(path, 'node_modules', name));
  return { path, remove: () => rm(path, { recursive: true }) };
}
