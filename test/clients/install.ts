import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { objectAt, parseObject } from '../../src/base/json.js';

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** Outside the sources, so that nothing of ours reads the clients' own. */
const FOLDER = fileURLToPath(new URL('../../dist/test/clients', import.meta.url));
const FILES = ['package.json', 'package-lock.json', '.npmrc'];

/** Installs the clients of the lock file, without running a line of theirs; once, until the lock file changes. Returns the folder. */
export async function installClients(): Promise<string> {
  const [wanted, installed] = await Promise.all([lockIn(HERE), lockIn(FOLDER)]);
  if (wanted !== installed) {
    await mkdir(FOLDER, { recursive: true });
    for (const file of FILES.filter((name) => name !== 'package-lock.json'))
      await copyFile(join(HERE, file), join(FOLDER, file));
    await copyFile(join(HERE, 'package-lock.json'), join(FOLDER, 'package-lock.json'));
    await promisify(execFile)('npm', ['ci', '--ignore-scripts'], { cwd: FOLDER });
  }
  return FOLDER;
}

/** Returns the clients of `package.json` with their versions, `t-comm 3.2.21`. */
export async function namedClients(): Promise<readonly string[]> {
  const clients = objectAt(parseObject(await readFile(join(HERE, 'package.json'), 'utf8')), 'dependencies');
  return Object.entries(clients).map(([name, version]) => `${name} ${version}`);
}

async function lockIn(folder: string): Promise<string | undefined> {
  return readFile(join(folder, 'package-lock.json'), 'utf8').catch(() => undefined); // Not there yet: then it is installed.
}
