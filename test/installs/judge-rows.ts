import { join } from 'node:path';
import type { InstalledPackage } from './installed-package.js';
import { type Row, rowOf } from './row.js';
import { runCommand } from './run-command.js';

/** The judges of a package's metadata, with their arguments. Each fails by its exit code. */
const JUDGES = [
  { name: 'publint', file: 'publint/src/cli.js', args: ['run', '--strict'] },
  { name: 'attw', file: '@arethetypeswrong/cli/dist/index.js', args: ['--no-color', '--no-emoji'] },
] as const;

/** Resolves to a row for each judge of the packed package. */
export async function judgeRows(modules: string, { folder, tarball }: InstalledPackage): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { name, file, args } of JUDGES) {
    const ended = await runCommand([process.execPath, join(modules, file)], [...args, tarball], { cwd: folder });
    rows.push(rowOf('npm package, metadata', [name, ...args].join(' '), ended, () => undefined));
  }
  return rows;
}
