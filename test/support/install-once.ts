import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, copyFile, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const FILES = ['package.json', 'package-lock.json', '.npmrc'];

export interface InstallOptions {
  /** The folder with `package.json`, its lock file and `.npmrc`. */
  readonly from: string;
  /** The name of the installation. */
  readonly name: string;
  /** Further options of `npm ci`. */
  readonly options?: readonly string[];
  readonly print: (line: string) => void;
}

/**
 * Installs packages that only one kind of test needs, once for each state of their lock file: outside the checkout, so that
 * another checkout finds them too. Runs no script of the packages. Resolves to the folder that holds `node_modules`.
 */
export async function installOnce({ from, name, options = [], print }: InstallOptions): Promise<string> {
  const lock = await readFile(join(from, 'package-lock.json'));
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'wecomrobot');
  const folder = join(cache, `${name}-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`);
  if (await exists(join(folder, 'node_modules'))) return folder;
  print(`Installing the packages of ${name} into ${folder}, once`);
  await mkdir(cache, { recursive: true });
  // In a draft folder, which is then put in place: two that install at the same time do not meet.
  const draft = await mkdtemp(`${folder}-`);
  for (const file of FILES) await copyFile(join(from, file), join(draft, file));
  await promisify(execFile)('npm', ['ci', '--ignore-scripts', ...options], { cwd: draft });
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
  return folder;
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
