import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { objectAt } from '../../src/base/json.js';
import { ROOT } from './code-files.js';

/** The files that lie in a folder itself, without those below. */
function flatFiles(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}

/** The files of `scripts/` that npm's scripts start. */
function startedByNpm(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: unknown };
  const started = Object.values(objectAt(scripts)).flatMap((command) => [
    ...String(command).matchAll(/\bscripts\/([\w-]+\.ts)\b/g),
  ]);
  return [...new Set(started.map(([, file]) => file ?? ''))].sort();
}

test.each([
  ['src', ['cli.ts', 'index.ts']],
  ['local', []],
  ['src/renderers', ['render.ts', 'renderer.ts', 'renderers.ts']],
  ['src/payloads', ['amazon-q.ts', 'payload.ts', 'payloads.ts', 'push.ts', 'text.ts', 'unrecognised.ts', 'wecom.ts']],
])('%s/: holds nothing beside its folders but %s', (folder, files) => {
  expect(flatFiles(folder)).toEqual(files);
});

test('scripts/: holds nothing beside its folders but what package.json starts', () => {
  expect(flatFiles('scripts')).toEqual(startedByNpm());
});
