import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleFunction, inAscii } from '../../scripts/build.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecomrobot-build-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function routesFile(text: string): Promise<string> {
  const file = join(folder, 'routes.yml');
  await writeFile(file, text);
  return file;
}

it('bundleFunction: the rules of routes.yml are in the bundle, and the YAML parser is not', async () => {
  const file = await routesFile('rules:\n  - { name: 数据库值班, match: { renderer: [rds] }, robots: [dba] }\n');
  const outfile = join(folder, 'function.mjs');
  const { inputs } = await bundleFunction(outfile, file);
  expect(await readFile(outfile, 'utf8')).toMatch(/数据库值班|\\u6570\\u636E\\u5E93\\u503C\\u73ED/);
  expect(Object.keys(inputs).filter((input) => input.includes('/yaml/'))).toEqual([]);
});

it('inAscii: a pattern says the same, in ASCII', () => {
  expect(inAscii('/[，。\\\\中]|(🔥)/u')).toBe('/[\\uff0c\\u3002\\\\\\u4e2d]|(\\ud83d\\udd25)/u');
  expect(new RegExp(inAscii('^[，🔥]+$'), 'u').test('🔥，')).toBe(true);
});

it('inAscii: what cannot be written otherwise stops the build', () => {
  expect(() => inAscii('/\\中/')).toThrow('Cannot escape \\中 as a backslash stands before it');
});

it('inAscii: no tagged template of the program needs it', async () => {
  const files = (await readdir('src', { recursive: true })).filter((file) => file.endsWith('.ts'));
  const tagged = /\bString\.raw`[^`]*[^\0-\x7f`][^`]*`/;
  const found = files.map(async (file) => (tagged.test(await readFile(join('src', file), 'utf8')) ? [file] : []));
  expect((await Promise.all(found)).flat()).toEqual([]);
});

it('bundleFunction: a rule that is wrong stops the build and is named', async () => {
  const file = await routesFile('rules:\n  - { name: 值班, match: { renderer: [rds] }, robot: 7 }\n');
  await expect(bundleFunction(join(folder, 'wrong.mjs'), file)).rejects.toMatchObject({
    name: 'RouteError',
    message: expect.stringContaining(`${file}:2`),
  });
});
