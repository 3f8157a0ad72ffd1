import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LICENCES } from '../../scripts/build/licences.js';
import { bundleFunction, inAscii } from '../../scripts/build.js';
import { readRoutes } from '../../scripts/routes-file/read-routes.js';

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

it('bundleFunction: the rules of routes.yml lie beside the bundle, which holds neither them nor what checks them', async () => {
  const file = await routesFile('rules:\n  - { name: nightwatch, match: { renderer: [rds] }, robots: [dba] }\n');
  const { metafiles } = await bundleFunction(join(folder, 'function'), file);
  expect(await readdir(join(folder, 'function'))).toEqual([
    'THIRD-PARTY-LICENCES.txt',
    'deliver.mjs',
    'direct.mjs',
    'logs.mjs',
    'look-ups.mjs',
    'message-words-en.mjs',
    'message-words-zh-CN.mjs',
    'notify.mjs',
    'renderers.mjs',
    'routes.json',
    'tools.mjs',
    'watch.mjs',
    'words-en.mjs',
    'words-zh-CN.mjs',
  ]);
  expect(JSON.parse(await readFile(join(folder, 'function/routes.json'), 'utf8'))).toEqual(readRoutes(file));
  for (const [name, { inputs }] of Object.entries(metafiles)) {
    expect(await readFile(join(folder, 'function', name), 'utf8')).not.toContain('nightwatch');
    expect(Object.keys(inputs).filter((input) => /\/(yaml|zod)\//.test(input))).toEqual([]);
  }
});

it('bundleFunction: the licence of every package in the bundle lies beside it', async () => {
  const { metafiles } = await bundleFunction(join(folder, 'licensed'));
  const licences = await readFile(join(folder, 'licensed', LICENCES), 'utf8');
  const files = Object.values(metafiles).flatMap(({ inputs }) => Object.keys(inputs));
  const packages = new Set(files.flatMap((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []));
  expect(packages).toContain('@aws-sdk/client-cloudwatch');
  expect([...packages].filter((name) => !licences.includes(`${name} `))).toEqual([]);
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

it('bundleFunction: a rule that is wrong is named, and nothing is built', async () => {
  const file = await routesFile('rules:\n  - { name: 值班, match: { renderer: [rds] }, robot: 7 }\n');
  await expect(bundleFunction(join(folder, 'wrong'), file)).rejects.toMatchObject({
    name: 'RouteError',
    message: expect.stringContaining(`${file}:2`),
  });
  expect(existsSync(join(folder, 'wrong'))).toBe(false);
});
