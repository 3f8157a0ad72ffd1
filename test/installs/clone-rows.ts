import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { objectAt } from '../../src/base/json.js';
import { exists } from '../support/install-once.js';
import { notRun, type Row, rowOf } from './row.js';
import { type Ended, runCommand } from './run-command.js';

/** Versions of npm, each with the Node that it needs, by the names under which `package.json` installs them. */
const NPM = [
  { name: 'npm 10', npm: 'npm-10', node: 'node-20' },
  { name: 'npm 11', npm: 'npm-11', node: 'node-24' },
  { name: 'npm 12', npm: 'npm-12', node: 'node-24' },
] as const;

/** A road from a clone, and the script that goes it as far as it can without AWS. */
interface Road {
  readonly road: string;
  readonly script: string;
  readonly args?: readonly string[];
}

const ROADS: readonly Road[] = [
  { road: 'osls, from a clone', script: 'package' },
  { road: 'CloudFormation, from a clone', script: 'template' },
  { road: 'all assets of a release', script: 'release', args: ['--', '--dry-run'] },
  {
    road: 'Terraform, its variables, parameters and outputs',
    script: 'unit',
    args: ['--', 'test/deploy/derived.test.ts'],
  },
  { road: 'CDK, synthesised from the packed package', script: 'test:template', args: ['--', 'cdk'] },
];

/** Resolves to the rows of a clean clone: `npm ci` by each npm, and each road. */
export async function cloneRows(root: string, modules: string): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'wecomrobot-clone-'));
  try {
    const cloned = await runCommand(['git', 'clone'], ['--quiet', '--depth', '1', `file://${root}`, folder], {
      cwd: root,
    });
    if (cloned.code !== 0) return [notRun('clone', 'git clone', cloned.err)];
    const rows: Row[] = [];
    for (const one of NPM) rows.push(await installRow(one, modules, folder));
    for (const one of ROADS) rows.push(await roadRow(one, folder));
    rows.push(notRun('Terraform', 'terraform validate', 'Terraform is a program of its own, which no npm package has'));
    return rows;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function installRow({ name, npm, node }: (typeof NPM)[number], modules: string, folder: string): Promise<Row> {
  const [program, cli] = [join(modules, node, 'bin/node'), join(modules, npm, 'bin/npm-cli.js')];
  const road = `clone, ${name}`;
  if (!(await exists(program)) || !(await exists(cli))) return notRun(road, 'npm ci', 'not installed');
  await rm(join(folder, 'node_modules'), { recursive: true, force: true });
  const env = { PATH: [dirname(program), process.env['PATH']].join(delimiter) };
  const ended = await runCommand([program, cli], ['ci'], { cwd: folder, env });
  return rowOf(road, 'npm ci', ended, warningOf);
}

/** Returns npm's warnings, but for those of this machine's own settings. */
function warningOf({ out, err }: Ended): string | undefined {
  const warnings = `${out}\n${err}`.split('\n').filter((line) => /\bwarn/i.test(line));
  return warnings.find((line) => !/Unknown (user|env|cli) config/.test(line));
}

async function roadRow({ road, script, args = [] }: Road, folder: string): Promise<Row> {
  const command = ['npm', 'run', script, ...args].join(' ');
  const { scripts }: { scripts?: unknown } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  if (objectAt(scripts)[script] === undefined) return notRun(road, command, `package.json has no script ${script}`);
  return rowOf(road, command, await runCommand(['npm', 'run', script], args, { cwd: folder }), () => undefined);
}
