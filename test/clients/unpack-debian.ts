import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { exists } from '../support/install-once.js';

const run = promisify(execFile);

/** Debian's packages cannot be unpacked on this machine, and why. */
export class NoDebianPackagesError extends Error {
  override readonly name = 'NoDebianPackagesError';
}

/**
 * Unpacks Debian's packages, once for each list of them: outside the checkout, so that another checkout finds them too. None is
 * installed and no script of theirs runs, as a package that is installed starts its services on all interfaces. Resolves to the
 * folder that stands in for the root of the file system.
 * @throws {NoDebianPackagesError} If apt-get, dpkg-deb or the network is missing.
 */
export async function unpackDebian(packages: readonly string[], print: (line: string) => void): Promise<string> {
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'wecomrobot');
  const digest = createHash('sha256').update(packages.join(' ')).digest('hex').slice(0, 12);
  const folder = join(cache, `debian-${digest}`);
  if (await exists(join(folder, 'root'))) return join(folder, 'root');
  print(`Unpacking ${packages.length} packages of Debian into ${folder}, once`);
  await mkdir(cache, { recursive: true });
  // In a draft folder, which is then put in place: two that unpack at the same time do not meet.
  const draft = await mkdtemp(`${folder}-`);
  try {
    await download(draft, packages);
    await unpack(draft);
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  } catch (cause) {
    await rm(draft, { recursive: true, force: true });
    const { message } = cause as Error;
    throw new NoDebianPackagesError(
      `Cannot unpack programs of Debian as apt-get, dpkg-deb and the network are needed: ${message}`,
      { cause },
    );
  }
  return join(folder, 'root');
}

/** Downloads with the machine's lists of packages; if it has none, or old ones, with lists of our own. */
async function download(draft: string, packages: readonly string[]): Promise<void> {
  const sandbox = ['-q', '-o', 'APT::Sandbox::User=root'];
  const get = (options: readonly string[]) =>
    run('apt-get', [...sandbox, ...options, 'download', ...packages], { cwd: draft });
  try {
    await get([]);
  } catch {
    const own = ['-o', `Dir::State::Lists=${join(draft, 'lists')}`, '-o', `Dir::Cache=${join(draft, 'cache')}`];
    await mkdir(join(draft, 'lists/partial'), { recursive: true });
    await run('apt-get', [...sandbox, ...own, 'update'], { cwd: draft });
    await get(own);
  }
}

async function unpack(draft: string): Promise<void> {
  for (const file of await readdir(draft)) {
    if (file.endsWith('.deb')) await run('dpkg-deb', ['-x', join(draft, file), join(draft, 'root')]);
    if (file !== 'root') await rm(join(draft, file), { recursive: true });
  }
}
