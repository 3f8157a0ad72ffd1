import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../scripts/template/assets.js';
import { runRoutesLayer, runTemplate } from '../../../scripts/template/run-template.js';
import { readZip } from '../../support/read-zip.js';

const ROUTES = 'rules:\n  - { name: 库, match: { service: rds }, robots: [dba] }\n';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecomrobot-template-'));
  await mkdir(join(folder, 'function'));
  await writeFile(join(folder, 'function/notify.mjs'), 'export const handler = 1;');
  await writeFile(
    join(folder, 'guide.md'),
    '# Guide\n\n[中文](guide.zh-CN.md)\n\nA [road](deploy.md), a [page](https://example.com).\n',
  );
  await writeFile(join(folder, 'routes.yml'), ROUTES);
});
afterEach(() => rm(folder, { recursive: true }));

async function run(program: typeof runTemplate, ...argv: readonly string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const code = await program(argv, {
    command: 'wecomrobot template',
    language: 'en',
    functionFolder: async () => join(folder, 'function'),
    guides: [join(folder, 'guide.md')],
    print: (line) => out.push(line),
    complain: (line) => errors.push(line),
  });
  return { code, out: out.join('\n'), errors: errors.join('\n') };
}

describe('wecomrobot template', () => {
  test('runTemplate: writes the template, what it includes, the zip with the rules, its checksum and the guide', async () => {
    const made = join(folder, 'made');
    const { code, out } = await run(runTemplate, '--routes', join(folder, 'routes.yml'), '--out', made);
    expect(code).toBe(0);
    const file = (name: string) => readFile(join(made, name));
    const zip = await file('wecomrobot.zip');
    const packed = readZip(zip);
    expect([...packed.keys()].sort()).toEqual(['dist/function/notify.mjs', 'dist/function/routes.json']);
    expect(JSON.parse(String(packed.get('dist/function/routes.json')))).toMatchObject({ rules: [{ robots: ['dba'] }] });
    expect(String(await file('wecomrobot.zip.sha256'))).toBe(`${sha256(zip)}  wecomrobot.zip\n`);
    expect(String(await file('template.yml'))).toMatch(/Code: wecomrobot\.zip[\s\S]*Location: resources\.json/);
    expect(Object.keys(JSON.parse(String(await file('resources.json'))))).toContain('TopicSubscription5');
    expect(String(await file('GUIDE.md'))).toBe('# Guide\n\nA road, a [page](https://example.com).\n');
    expect(out).toContain('wecomrobot.zip');
  });

  test('runTemplate: a wrong rule is refused with its line, and a wrong option with the way to help', async () => {
    await writeFile(join(folder, 'routes.yml'), 'rules:\n  - { name: 库, robot: dba }\n');
    const wrong = await run(runTemplate, '--routes', join(folder, 'routes.yml'), '--out', join(folder, 'made'));
    expect(wrong).toMatchObject({ code: 1, errors: expect.stringContaining('routes.yml:2: Cannot use rules') });
    expect(await run(runTemplate, '--rules', 'x')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('--help'),
    });
    expect(await run(runTemplate, '--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('wecomrobot template'),
    });
  });
});

describe('wecomrobot routes', () => {
  test('runRoutesLayer: the layer has the rules where the function looks for them', async () => {
    const out = join(folder, 'layer.zip');
    const made = await run(runRoutesLayer, '--layer', '--routes', join(folder, 'routes.yml'), '--out', out);
    expect(made).toMatchObject({ code: 0, out: expect.stringContaining(`fileb://${out}`) });
    const files = readZip(await readFile(out));
    expect([...files.keys()]).toEqual(['wecomrobot/routes.json']);
    expect(JSON.parse(String(files.get('wecomrobot/routes.json')))).toMatchObject({ rules: [{ name: '库' }] });
  });

  test('runRoutesLayer: without --layer it says what it is for', async () => {
    expect(await run(runRoutesLayer)).toMatchObject({ code: 2, errors: expect.stringContaining('--layer') });
  });
});
