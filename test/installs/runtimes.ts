import { join } from 'node:path';
import { exists } from '../support/install-once.js';
import type { Program } from './run-command.js';

/** A runtime of JavaScript. */
export interface Runtime {
  readonly name: string;
  readonly program: Program;
  /** True if it runs TypeScript as it is. */
  readonly runsTypeScript: boolean;
  /** The reason why a proxy cannot be tried on it, if so. */
  readonly noProxy?: string;
}

interface Installed extends Pick<Runtime, 'name' | 'noProxy'> {
  readonly file: string;
  readonly args?: readonly string[];
}

/** The runtimes of the matrix, by the names under which `package.json` installs them. Their packages are of Linux on x64. */
const PACKAGES: readonly Installed[] = [
  // The oldest that `engines` admits: it cannot require an ES module.
  { name: 'Node 20.0', file: 'node-20.0/bin/node' },
  { name: 'Node 20', file: 'node-20/bin/node' },
  { name: 'Node 22', file: 'node-22/bin/node' },
  { name: 'Node 24', file: 'node-24/bin/node' },
  { name: 'Bun', file: 'bun/bin/bun', args: ['run'] },
  {
    name: 'Deno',
    file: 'deno/deno',
    args: ['run', '--allow-all', '--no-remote'],
    noProxy:
      'in a tunnel it trusts public authorities only, not that of DENO_CERT, which the WeCom on this machine has',
  },
];

/** The Node that runs the matrix. */
export const THIS_NODE: Runtime = {
  name: `Node ${process.versions.node}`,
  program: [process.execPath],
  runsTypeScript: false,
};

/** Resolves to the runtimes that are installed, and the names of those that are not. */
export async function findRuntimes(
  modules: string,
): Promise<{ readonly found: readonly Runtime[]; readonly missing: readonly string[] }> {
  const found: Runtime[] = [];
  const missing: string[] = [];
  for (const { name, file, args = [], ...about } of PACKAGES) {
    const path = join(modules, file);
    if (await exists(path))
      found.push({ ...about, name, program: [path, ...args], runsTypeScript: !name.startsWith('Node') });
    else missing.push(name);
  }
  return { found, missing };
}
