import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtinModules } from '../../../scripts/build/builtin-modules.js';
import { SHARED } from '../../../scripts/build.js';

const run = promisify(execFile);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecomrobot-builtin-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What a bundled source prints, run as a process of its own; `loadedSince()` are Node's modules that it has loaded. */
async function printed(source: string): Promise<unknown> {
  const { outputFiles } = await build({
    ...SHARED,
    plugins: [builtinModules],
    stdin: { contents: source, resolveDir: process.cwd() },
    write: false,
  });
  const file = join(folder, 'program.mjs');
  const started = 'const before = new Set(process.moduleLoadList);';
  const loadedSince = 'const loadedSince = () => process.moduleLoadList.filter((name) => !before.has(name));';
  await writeFile(file, [started, loadedSince, outputFiles?.[0]?.text].join('\n'));
  return JSON.parse((await run(process.execPath, [file])).stdout);
}

test('builtinModules: a function of node:crypto works, imported by name and by default', async () => {
  const source = `import crypto, { createHash } from 'node:crypto';
    const hex = (make) => make('sha256').update('a').digest('hex');
    console.log(JSON.stringify(hex(createHash) === hex(crypto.createHash)));`;
  expect(await printed(source)).toBe(true);
});

test('builtinModules: a class behind a getter tells its own objects from others', async () => {
  const source = `import { createReadStream, ReadStream } from 'node:fs';
    import { devNull } from 'node:os';
    const stream = createReadStream(devNull);
    console.log(JSON.stringify([stream instanceof ReadStream, {} instanceof ReadStream, 'a' instanceof ReadStream]));`;
  expect(await printed(source)).toEqual([true, false, false]);
});

test('builtinModules: a class behind a getter is not loaded by being imported', async () => {
  const source = `import { ReadStream } from 'node:fs';
    globalThis.kept = ReadStream;
    console.log(JSON.stringify(loadedSince().filter((name) => /streams|readline/.test(name))));`;
  expect(await printed(source)).toEqual([]);
});

test('builtinModules: a function of node:fs/promises works when it is called', async () => {
  const source = `import { readFile } from 'node:fs/promises';
    import { devNull } from 'node:os';
    console.log(JSON.stringify((await readFile(devNull, 'utf8')) === ''));`;
  expect(await printed(source)).toBe(true);
});
