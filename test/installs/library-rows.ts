import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { InstalledPackage } from './installed-package.js';
import { notRun, type Row, rowOf } from './row.js';
import { type Ended, runCommand } from './run-command.js';
import type { Runtime } from './runtimes.js';

const TSC = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
const PUSHED = '信息：企业微信机器人推送成功。\n';

/** What a user's program does: it pushes a message, and meets an error of the library. */
const BODY = `wecomrobot('安装', process.env.WECOM_ROBOT_KEY, 0, '13800138000').then(({ status }) => {
  try {
    createRobot({ accessKey: '' });
  } catch (error) {
    console.log(status, error instanceof InvalidInputError, error.field);
  }
});
`;
const MET = 'delivered true accessKey\n';

/** The programs, by the way in which they load the library. */
const PROGRAMS = {
  'app.mjs': `import { createRobot, InvalidInputError, wecomrobot } from 'wecomrobot';\n${BODY}`,
  'app.cjs': `const { createRobot, InvalidInputError, wecomrobot } = require('wecomrobot');\n${BODY}`,
} as const;

/** Resolves to the rows of one runtime: ES module, CommonJS, TypeScript (the first example of the README), command. */
export async function libraryRows(runtime: Runtime, installed: InstalledPackage): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [file, source] of Object.entries(PROGRAMS)) {
    await writeFile(join(installed.folder, file), source);
    rows.push(await tried(runtime, file, installed, PUSHED + MET));
  }
  rows.push(await typescriptRow(runtime, installed));
  const cli = 'node_modules/wecomrobot/dist/package/cli.js';
  rows.push(await tried(runtime, cli, installed, PUSHED, ['push', '安装']));
  rows.push(await tried(runtime, cli, installed, `${installed.version}\n`, ['--version'], 0));
  return rows;
}

async function tried(
  { name, program }: Runtime,
  file: string,
  { folder, env, shown }: InstalledPackage,
  printed: string,
  args: readonly string[] = [],
  messages = 1,
): Promise<Row> {
  const before = shown();
  const ended = await runCommand(program, [file, ...args], { cwd: folder, env });
  return rowOf(`npm package, ${name}`, [labelOf(program), file, ...args].join(' '), ended, ({ out, err }: Ended) => {
    if (out !== printed) return `printed ${out}`;
    if (err !== '') return `complained ${err}`;
    return shown() - before === messages ? undefined : `${shown() - before} messages were shown`;
  });
}

function labelOf([file, ...args]: readonly string[]): string {
  return [file?.split('/').at(-1), ...args].join(' ');
}

/** Runs the README's first example: as it is, or compiled under `strict` before. */
async function typescriptRow(runtime: Runtime, installed: InstalledPackage): Promise<Row> {
  const { folder, root } = installed;
  const [, example = ''] = /```ts\n(.*?)```/s.exec(await readFile(join(root, 'README.md'), 'utf8')) ?? [];
  await writeFile(join(folder, 'example.mts'), example);
  if (runtime.runsTypeScript) return tried(runtime, 'example.mts', installed, PUSHED);
  const options = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
  const compiled = await runCommand([process.execPath, TSC], [...options, 'example.mts'], { cwd: folder });
  const road = `npm package, ${runtime.name}`;
  if (compiled.code !== 0) return rowOf(road, 'tsc --strict example.mts', compiled, () => undefined);
  const row = await tried(runtime, 'example.mjs', installed, PUSHED);
  const seconds = compiled.seconds + (row.seconds ?? 0);
  return { ...row, command: 'tsc --strict example.mts && node example.mjs', seconds };
}

/** Returns the row of a runtime that is not there. */
export function missingRow(name: string): Row {
  return notRun(
    `npm package, ${name}`,
    name,
    `its package in test/installs is for Linux on x64 and could not be installed`,
  );
}
