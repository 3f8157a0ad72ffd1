import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { readSamples } from '../../../local/samples/samples.js';
import { at, parseObject, textAt } from '../../../src/base/json.js';
import { LIST_KEY } from '../../../src/base/lenient-json.js';
import type { ToolRow } from '../../../src/payloads/toolkit/tool.js';
import { isOfTool, TOOLS } from '../../../src/payloads/tools/tools.js';
import { isValueKind } from '../../../src/renderers/toolkit/event-fields.js';
import { parseForm } from '../../../src/sources/http/form.js';
import { BODIES } from '../bodies/bodies.js';
import { postBody, textOfBody } from '../bodies/post-body.js';

const FOLDER = new URL('../../../src/payloads/tools/', import.meta.url);
/** The largest of all tool files together, in bytes as they are loaded; the longest that most of them are, in lines. */
const MAX_BYTES = 40_000;
const MAX_LINES = 25;
const MIN_SHORT_SHARE = 0.8;

/** Returns the tool files, not their list. */
function toolFiles(): readonly { readonly name: string; readonly text: string }[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && file !== 'tools.ts')
    .map((file) => ({ name: basename(file, '.ts'), text: readFileSync(new URL(file, FOLDER), 'utf8') }));
}

/** Returns the size of a file as it is deployed: without its comments, types and white space. */
function loadedBytes(text: string): number {
  return Buffer.byteLength(transformSync(text, { loader: 'ts', minify: true }).code);
}

/** Returns a body as tools see it. */
function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return parseForm(text);
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? { [LIST_KEY]: value } : value;
}

const claimsOf = (body: unknown): readonly string[] =>
  TOOLS.filter((tool) => isOfTool(tool, body)).map(({ name }) => name);

const rowsOf = ({ common, rows = {}, other }: (typeof TOOLS)[number]): readonly ToolRow[] =>
  [common, ...Object.values(rows), other].filter((row) => row !== undefined);

describe('match', () => {
  it.each(BODIES.map((body) => [body.file, body] as const))(
    '%s is of one tool at most, and of its own',
    (file, body) => {
      const claims = claimsOf(parsed(textOfBody(body)));
      expect(claims.length).toBeLessThanOrEqual(1);
      expect(claims.filter((name) => !file.startsWith(name))).toEqual([]);
    },
  );

  it.each(TOOLS.map((tool) => [tool.name, tool] as const))(
    '%s: several keys together are its own, or one within an object of its name',
    (name, { match }) => {
      const sets = [match.keys].flat().map((keys) => Object.keys(keys));
      expect(sets.filter((keys) => keys.length < 2 && !keys.every((key) => key.startsWith(`${name}.`)))).toEqual([]);
    },
  );

  it.each([
    { object_kind: 'backup', status: 'failed', severity: 'critical', message: 'Backup of db failed' },
    { sender: { login: 'li.wen', username: 'li.wen' }, status: 'failed', message: 'Backup of db failed' },
    { msg: [{ taskName: 'load', status: 'failed' }] },
  ])('%j is of nobody: its keys are anybody’s', (body) => {
    expect(claimsOf(body)).toEqual([]);
  });

  it('every tool has a documented body that it shows', async () => {
    const shown = await Promise.all(BODIES.map(async (body) => (await postBody(body)).drafts[0]?.renderer));
    expect(TOOLS.map(({ name }) => name).filter((name) => !shown.includes(name))).toEqual([]);
  });

  it('no event of AWS is of a tool, nor what is inside it', async () => {
    const samples = (await readSamples()).flatMap((folder) => folder.samples);
    const claimed = samples.flatMap(({ file, event }) => {
      const message = textAt(event, 'Records', 0, 'Sns', 'Message') ?? textAt(event, 'Records', 0, 'body') ?? '';
      const insides = [event, at(event, 'detail'), parseObject(message)];
      return insides.flatMap((body) => claimsOf(body).map((name) => `${file}: ${name}`));
    });
    expect(samples.length).toBeGreaterThan(100);
    expect(claimed).toEqual([]);
  });
});

describe('tool files', () => {
  it('each tool is in a file of its name, and every file is of a tool in the list', () => {
    const names = toolFiles().map(({ name }) => name);
    expect(TOOLS.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([]);
    const exported = toolFiles().filter(({ text }) => text.includes('= webhook({'));
    expect(exported.map(({ name }) => name).sort()).toEqual(TOOLS.map(({ name }) => name).sort());
  });

  it.each(TOOLS.map((tool) => [tool.name, tool] as const))(
    '%s: names its documentation and kinds that exist',
    (name, tool) => {
      const file = toolFiles().find((one) => one.name === name);
      expect(file?.text).toMatch(/ @see https:\/\/\S+\s+\*\/\nexport const /);
      const values = rowsOf(tool).flatMap(({ fields = {} }) => Object.values(fields).flat());
      const kinds = values.flatMap((value) => value.split(' as ').slice(1));
      expect(kinds.filter((kind) => !isValueKind(kind))).toEqual([]);
    },
  );

  it(`have at most ${MAX_BYTES} bytes, most of them at most ${MAX_LINES} lines`, () => {
    const files = toolFiles();
    expect(files.reduce((sum, { text }) => sum + loadedBytes(text), 0)).toBeLessThanOrEqual(MAX_BYTES);
    const short = files.filter(({ text }) => text.trimEnd().split('\n').length <= MAX_LINES);
    expect(short.length / files.length).toBeGreaterThanOrEqual(MIN_SHORT_SHARE);
  });
});
