import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textAt } from '../../../src/base/json.js';
import { type PackedLibrary, packLibrary } from '../../support/packed-library.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const TSC = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

let library: PackedLibrary;
beforeAll(async () => {
  library = await packLibrary();
});
afterAll(() => library.remove());

/** Runs a file of the user's and resolves to what it prints. */
async function run(name: string, source: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  await writeFile(join(library.folder, name), source);
  const { stdout } = await promisify(execFile)(process.execPath, [name], { cwd: library.folder, env });
  return stdout.trim();
}

/** Compiles files of the user's as strictly as `tsc --strict` does, and resolves to what it says. */
async function compile(files: Readonly<Record<string, string>>, ...options: readonly string[]): Promise<string> {
  for (const [name, source] of Object.entries(files)) await writeFile(join(library.folder, name), source);
  const args = ['--strict', '--noEmit', '--target', 'es2022', '--types', 'node', ...options, ...Object.keys(files)];
  return promisify(execFile)(process.execPath, [TSC, ...args], { cwd: library.folder }).then(
    ({ stdout }) => stdout,
    (error: unknown) => textAt(error, 'stdout') ?? String(error),
  );
}

async function firstExample(readme: string): Promise<string> {
  const [, example] = /```ts\n(.*?)```/s.exec(await readFile(join(ROOT, readme), 'utf8')) ?? [];
  if (example === undefined) throw new Error(`${readme} has no example in TypeScript`);
  return example;
}

describe('the library: as an ES module and by require, in one process', () => {
  const BOTH = `import { createRequire } from 'node:module';
import * as imported from 'wecomrobot';
const required = createRequire(import.meta.url)('wecomrobot');
const thrownBy = ({ createRobot }, options) => { try { createRobot(options); } catch (error) { return error; } };
`;

  test('both have the same names', async () => {
    const names = 'ConfigError InvalidInputError createRobot wecomrobot';
    expect(await run('names.mjs', `${BOTH}console.log(Object.keys(imported).join(' '));`)).toBe(names);
    expect(await run('names.cjs', "console.log(Object.keys(require('wecomrobot')).sort().join(' '));")).toBe(names);
  });

  test('an error of one is an instance of the class of the other', async () => {
    const source = `${BOTH}
const invalid = thrownBy(imported, { accessKey: undefined });
const config = thrownBy(required, { accessKey: 'a-robot-key', baseUrl: 'nowhere' });
console.log(invalid instanceof required.InvalidInputError, config instanceof imported.ConfigError,
  invalid instanceof imported.ConfigError, invalid.field, invalid.name, config.name);`;
    expect(await run('errors.mjs', source)).toBe('true true false accessKey InvalidInputError ConfigError');
  });
});

describe('the library: what stands behind a proxy', () => {
  const source = `require('wecomrobot').wecomrobot('x', 'a-robot-key', 0, '', { baseUrl: 'https://127.0.0.1:9' })
  .then(() => console.log(Object.keys(require.cache).filter((file) => file.endsWith('proxied-pool.js')).length));`;

  test.each([
    ['', 0],
    ['http://127.0.0.1:9', 1],
  ])('with HTTPS_PROXY %j it loads %i file for it', async (HTTPS_PROXY, count) => {
    expect(await run('proxy.cjs', source, { HTTPS_PROXY })).toMatch(new RegExp(`^异常：网络错误，.+\n${count}$`));
  });
});

describe('the library: in the hands of other programs', () => {
  const PUSH = "wecomrobot('x', 'a-robot-key', 0, '', { baseUrl: 'https://127.0.0.1:9' })";
  const REFUSED = '异常：网络错误，PROXY_ECONNREFUSED';
  const env = { HTTPS_PROXY: 'http://127.0.0.1:9' };

  test.each(['esm', 'cjs'] as const)('esbuild makes a bundle of it that runs by itself: %s', async (format) => {
    const name = `bundled.${format === 'esm' ? 'mjs' : 'cjs'}`;
    const { outputFiles } = await build({
      stdin: { contents: `import { wecomrobot } from 'wecomrobot';\n${PUSH};`, resolveDir: library.folder },
      bundle: true,
      platform: 'node',
      write: false,
      format,
    });
    expect(await run(name, outputFiles[0]?.text ?? '', env)).toBe(REFUSED);
  });

  test('it runs if its loader knows no import(), as Jest does not', async () => {
    const source = `const file = require.resolve('wecomrobot');
const loaded = { exports: {} };
const load = require('node:vm').compileFunction(require('node:fs').readFileSync(file, 'utf8'), ['module', 'exports', 'require']);
load(loaded, loaded.exports, require('node:module').createRequire(file));
loaded.exports.${PUSH};`;
    expect(await run('loader.cjs', source, env)).toBe(REFUSED);
  });
});

describe('the types', () => {
  test.each(['README.md', 'README.zh-CN.md'])('the first example of %s compiles under strict', async (readme) => {
    const files = { 'example.mts': await firstExample(readme) };
    expect(await compile(files, '--module', 'nodenext', '--exactOptionalPropertyTypes')).toBe('');
  });

  test.each([
    ['nodenext', ['--module', 'nodenext']],
    ['bundler', ['--module', 'esnext', '--moduleResolution', 'bundler']],
  ])('a robot, its results and its errors, resolved as %s does', async (_, options) => {
    const source = `import { createRobot, InvalidInputError, type DeliveryResult, type Robot } from 'wecomrobot';
export const robot: Robot = createRobot({ accessKey: process.env['KEY'], paced: true });
export async function push(): Promise<DeliveryResult['status']> {
  return (await robot.push('x', { atMobiles: [13800138000] })).status;
}
export const fieldOf = (error: unknown): string => (error instanceof InvalidInputError ? error.field : '');
`;
    expect(await compile({ 'use.mts': source, 'use.cts': source }, ...options)).toBe('');
  });

  test('they need no types of Node', async () => {
    const source =
      "import { createRobot } from 'wecomrobot';\nexport const robot = createRobot({ accessKey: 'a-robot-key' });\n";
    expect(await compile({ 'plain.mts': source }, '--module', 'nodenext', '--types', '')).toBe('');
  });

  test('a wrong argument does not compile', async () => {
    const source = "import { wecomrobot } from 'wecomrobot';\nwecomrobot(42, 'key');\n";
    expect(await compile({ 'wrong.mts': source }, '--module', 'nodenext')).toContain('wrong.mts(2,12): error TS2345');
  });
});
