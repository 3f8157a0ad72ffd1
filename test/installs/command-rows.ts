import { join } from 'node:path';
import { exists } from '../support/install-once.js';
import type { InstalledPackage } from './installed-package.js';
import { type Row, rowOf } from './row.js';
import { runCommand } from './run-command.js';

/** Commands of the package that need no clone, and the files that each leaves in the folder. */
const COMMANDS = [
  { road: 'CloudFormation, without a clone', args: ['template', '--out', 'template'], files: ['template'] },
  { road: 'the group page, without a clone', args: ['local', '--help'], files: [] },
] as const;

/** Resolves to a row for each command of the installed package, as `npx` starts it. */
export async function commandRows({ folder }: InstalledPackage): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { road, args, files } of COMMANDS) {
    const ended = await runCommand(['npx', '--offline', 'wecomrobot'], args, { cwd: folder });
    const left = await Promise.all(files.map((file) => exists(join(folder, file))));
    const fault = (): string | undefined => (left.every(Boolean) ? undefined : `left no ${files.join(', ')}`);
    rows.push(rowOf(road, ['npx wecomrobot', ...args].join(' '), ended, fault));
  }
  return rows;
}
