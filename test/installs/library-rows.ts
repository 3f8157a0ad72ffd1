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

/** Resolves to the rows of one runtime: ES module, CommonJS, a proxy, TypeScript (the first example of the README), command. */
export async function libraryRows(runtime: Runtime, installed: InstalledPackage): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [file, source] of Object.entries(PROGRAMS)) {
    await writeFile(join(installed.folder, file), source);
    rows.push(await tried(runtime, installed, { file, printed: PUSHED + MET }));
  }
  rows.push(await proxyRow(runtime, installed));
  rows.push(await typescriptRow(runtime, installed));
  const file = 'node_modules/wecomrobot/dist/package/cli.js';
  rows.push(await tried(runtime, installed, { file, args: ['push', '安装'], printed: PUSHED }));
  rows.push(
    await tried(runtime, installed, { file, args: ['--version'], printed: `${installed.version}\n`, messages: 0 }),
  );
  return rows;
}

async function proxyRow(runtime: Runtime, installed: InstalledPackage): Promise<Row> {
  const file = 'app.mjs';
  if (runtime.noProxy === undefined) return tried(runtime, installed, { file, printed: PUSHED + MET, isProxied: true });
  return notRun(roadOf(runtime), `HTTPS_PROXY=… ${labelOf(runtime.program)} ${file}`, runtime.noProxy);
}

/** A program to run, and what it prints and sends. */
interface Trial {
  readonly file: string;
  readonly args?: readonly string[];
  readonly printed: string;
  /** Messages that the group shows. Default 1. */
  readonly messages?: number;
  /** Sends the messages through a proxy if true. */
  readonly isProxied?: boolean;
}

async function tried(
  runtime: Runtime,
  { folder, env, proxy, wecom }: InstalledPackage,
  { file, args = [], printed, messages = 1, isProxied = false }: Trial,
): Promise<Row> {
  // Its limit of 20 messages a minute is not what is tried.
  wecom.reset();
  const tunnels = proxy.asked.length;
  const behind = isProxied ? { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` } : {};
  const ended = await runCommand(runtime.program, [file, ...args], { cwd: folder, env: { ...env, ...behind } });
  const command = [...(isProxied ? ['HTTPS_PROXY=…'] : []), labelOf(runtime.program), file, ...args].join(' ');
  return rowOf(roadOf(runtime), command, ended, ({ out, err }: Ended) => {
    if (out !== printed) return `printed ${out}`;
    if (err !== '') return `complained ${err}`;
    if (wecom.shown.length !== messages) return `${wecom.shown.length} messages were shown`;
    return proxy.asked.length > tunnels === isProxied
      ? undefined
      : `${proxy.asked.length - tunnels} tunnels were opened`;
  });
}

function roadOf({ name }: Pick<Runtime, 'name'>): string {
  return `npm package, ${name}`;
}

function labelOf([file, ...args]: readonly string[]): string {
  return [file?.split('/').at(-1), ...args].join(' ');
}

/** Runs the README's first example: as it is, or compiled under `strict` before. */
async function typescriptRow(runtime: Runtime, installed: InstalledPackage): Promise<Row> {
  const { folder, root } = installed;
  const [, example = ''] = /```ts\n(.*?)```/s.exec(await readFile(join(root, 'README.md'), 'utf8')) ?? [];
  await writeFile(join(folder, 'example.mts'), example);
  if (runtime.runsTypeScript) return tried(runtime, installed, { file: 'example.mts', printed: PUSHED });
  const options = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
  const compiled = await runCommand([process.execPath, TSC], [...options, 'example.mts'], { cwd: folder });
  const road = roadOf(runtime);
  if (compiled.code !== 0) return rowOf(road, 'tsc --strict example.mts', compiled, () => undefined);
  const row = await tried(runtime, installed, { file: 'example.mjs', printed: PUSHED });
  const seconds = compiled.seconds + (row.seconds ?? 0);
  return { ...row, command: 'tsc --strict example.mts && node example.mjs', seconds };
}

/** Returns the row of a runtime that is not there. */
export function missingRow(name: string): Row {
  return notRun(roadOf({ name }), name, `its package in test/installs is for Linux on x64 and could not be installed`);
}
