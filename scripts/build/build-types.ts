import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { textAt } from '../../src/base/json.js';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** Declarations to build. */
interface Types {
  /** The configuration for the compiler, from the project's folder. */
  readonly project: string;
  /** The folder of the entry, and the entry's declarations in it, from the folder that the configuration compiles. */
  readonly folder: string;
  readonly entry: string;
  /** The folder for what the entry's folder has. */
  readonly outdir: string;
}

/** Compiles the declarations of everything an entry imports, and keeps those that its own refer to. */
export async function buildTypes(root: string, { project, folder, entry, outdir }: Types): Promise<void> {
  const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
  const types = `${outdir}-types`;
  const options = ['--project', join(root, project), '--outDir', types];
  await run(process.execPath, [tsc, ...options]).catch((cause: unknown) => {
    throw new Error(`Cannot declare the package's types: ${textAt(cause, 'stdout') ?? 'tsc did not run'}`, { cause });
  });
  for (const file of await declarationsFrom(join(types, folder, entry))) {
    const target = join(outdir, relative(join(types, folder), file));
    await mkdir(dirname(target), { recursive: true });
    await copyFile(file, target);
  }
  await rm(types, { recursive: true });
}

/** Resolves to a declaration file together with those that it imports, directly or not. */
async function declarationsFrom(file: string, known: Set<string> = new Set()): Promise<ReadonlySet<string>> {
  known.add(file);
  const imports = (await readFile(file, 'utf8')).matchAll(/from '(\.[^']+)\.js'/g);
  for (const [, path] of imports) {
    const imported = join(dirname(file), `${path}.d.ts`);
    if (!known.has(imported)) await declarationsFrom(imported, known);
  }
  return known;
}
