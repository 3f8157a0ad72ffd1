import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildTemplate } from '../../../scripts/build/build-template.js';
import { SHARED } from '../../../scripts/build.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Most bytes of the two programs, which nothing but themselves loads. */
const MAX_BYTES = 700_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecomrobot-packaged-'));
  await buildTemplate(ROOT, SHARED, folder);
  await mkdir(join(folder, 'function'));
  await writeFile(join(folder, 'function/notify.mjs'), 'export const handler = 1;');
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs one of the programs as the command does, in a folder where nothing is installed. */
async function run(program: string, ...argv: readonly string[]) {
  const code = `import(${JSON.stringify(join(folder, 'template', program))}).then(async ({ run }) => { process.exitCode = await run(process.argv.slice(1)); })`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', code, '--', ...argv], { cwd: folder });
  return stdout;
}

describe('the npm package', () => {
  test('the npm package: wecomrobot template and wecomrobot routes work with what is in them', async () => {
    await writeFile(join(folder, 'routes.yml'), 'rules: []\n');
    expect(await run('template.js', '--routes', 'routes.yml', '--out', 'made', '--language', 'en')).toContain(
      'GUIDE.md',
    );
    const names = ['GUIDE.md', 'resources.json', 'template.yml', 'wecomrobot.zip', 'wecomrobot.zip.sha256'];
    expect((await readdir(join(folder, 'made'))).sort()).toEqual(names);
    expect(await run('routes.js', '--layer', '--routes', 'routes.yml')).toContain('publish-layer-version');
  });

  test('the npm package: the programs are no larger than they have to be', async () => {
    const files = (await readdir(join(folder, 'template'))).filter((name) => name.endsWith('.js'));
    const sizes = await Promise.all(files.map(async (name) => (await stat(join(folder, 'template', name))).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_BYTES);
  });
});
