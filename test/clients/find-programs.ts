import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NoDebianPackagesError, unpackDebian } from './unpack-debian.js';

/** A program that was not written for us, and how to start it. */
export interface Program {
  readonly name: string;
  readonly version: string;
  readonly command: string;
  /** The arguments that precede those of a test. */
  readonly args: readonly string[];
  /** Further environment variables. */
  readonly env: Readonly<Record<string, string>>;
}

/** A program that this machine cannot run, and why. */
export interface MissingProgram {
  readonly name: string;
  readonly reason: string;
}

/** The real programs of `npm run test:clients`, apart from the clients of its lock file. */
export interface Programs {
  readonly found: readonly Program[];
  readonly missing: readonly MissingProgram[];
}

/** Python's packages that Apprise needs, with itself and requests. */
const PYTHON_PACKAGES = ['certifi', 'charset-normalizer', 'chardet', 'click', 'colorama', 'idna', 'importlib-metadata']
  .concat(['markdown', 'oauthlib', 'requests', 'requests-oauthlib', 'six', 'urllib3', 'yaml', 'zipp', 'more-itertools'])
  .map((name) => `python3-${name}`);
const PACKAGES = ['prometheus', 'prometheus-alertmanager', 'apprise', ...PYTHON_PACKAGES];

type Start = Pick<Program, 'command' | 'args' | 'env'>;

interface Candidate {
  readonly name: string;
  /** Returns how it is started. `root` is the folder of Debian's packages. */
  readonly start: (root: string) => Start;
  readonly version: readonly string[];
  readonly needsDebian: boolean;
}

const onPath = (command: string) => (): Start => ({ command, args: [], env: {} });
const python =
  (...args: readonly string[]) =>
  (root: string): Start => ({
    command: 'python3',
    args: args.map((arg) => arg.replace('ROOT', root)),
    env: { PYTHONPATH: join(root, 'usr/lib/python3/dist-packages') },
  });

/**
 * Debian's Alertmanager reads its templates from `/usr/share` and nowhere else: in a mount namespace of its own it sees the unpacked
 * ones there, and the machine is not changed.
 */
const withOwnShare = (root: string): Start => ({
  command: 'unshare',
  args: ['--map-root-user', '--mount', 'sh', '-c', 'mount --bind "$0" /usr/share && exec "$@"']
    .concat(join(root, 'usr/share'))
    .concat(join(root, 'usr/bin/prometheus-alertmanager')),
  env: {},
});

const CANDIDATES: readonly Candidate[] = [
  {
    name: 'Prometheus',
    start: (root) => ({ command: join(root, 'usr/bin/prometheus'), args: [], env: {} }),
    version: ['--version'],
    needsDebian: true,
  },
  { name: 'Alertmanager', start: withOwnShare, version: ['--version'], needsDebian: true },
  { name: 'Apprise', start: python('ROOT/usr/bin/apprise'), version: ['--version'], needsDebian: true },
  {
    name: 'requests',
    start: python('-c'),
    version: ['import requests; print(requests.__version__)'],
    needsDebian: true,
  },
  { name: 'curl', start: onPath('curl'), version: ['--version'], needsDebian: false },
  { name: 'GNU Wget', start: onPath('wget'), version: ['--version'], needsDebian: false },
];

/** Unpacks Debian's packages and asks each program for its version: what does not answer is missing. */
export async function findPrograms(print: (line: string) => void): Promise<Programs> {
  const root = await unpackDebian(PACKAGES, print).catch((error: unknown) => {
    if (error instanceof NoDebianPackagesError) return error;
    throw error;
  });
  const looked = await Promise.all(CANDIDATES.map((candidate) => look(candidate, root)));
  return {
    found: looked.filter((program) => 'version' in program),
    missing: looked.filter((program) => 'reason' in program),
  };
}

async function look(candidate: Candidate, root: string | Error): Promise<Program | MissingProgram> {
  const { name, start, version, needsDebian } = candidate;
  if (root instanceof Error && needsDebian) return { name, reason: root.message };
  const { command, args, env } = start(String(root));
  try {
    const options = { env: { ...process.env, ...env } };
    const { stdout, stderr } = await promisify(execFile)(command, [...args, ...version], options);
    const number = /\d+(?:\.\d+)+/.exec(`${stdout}${stderr}`)?.[0];
    return number === undefined
      ? { name, reason: 'it names no version' }
      : { name, version: number, command, args, env };
  } catch (error) {
    return { name, reason: `it does not start: ${(error as Error).message.trim()}` };
  }
}
