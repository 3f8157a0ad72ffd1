import { describe, expect, it } from 'vitest';
import { LIST_KEY } from '../../../src/base/lenient-json.js';
import type { RenderedContent } from '../../../src/domain/content.js';
import { allHold, type Condition, type Conditions } from '../../../src/payloads/toolkit/conditions.js';
import { valueAt } from '../../../src/payloads/toolkit/excerpt.js';
import type { Tool } from '../../../src/payloads/toolkit/tool.js';
import { isOfTool, TOOLS } from '../../../src/payloads/tools/tools.js';
import { BODIES } from '../bodies/bodies.js';
import { textOfBody } from '../bodies/post-body.js';
import { readToolBody } from './read-tool-body.js';

/** A sentence that a sender wrote. */
const SENTENCE = 'Backup of db-7 broke off at 40 %';
/** Bad news that senders write beside whatever else, each with its certainty that something failed. */
const FAILURES: readonly Record<string, unknown>[] = [
  { status: 'failed' },
  { result: 'ERROR' },
  { state: '失败' },
  { success: false },
  { exit_code: 1 },
  { error: 'disk full' },
  { checks: [{ name: 'disk', status: 'FAILED' }] },
];

type Body = Record<string, unknown>;

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null;
}

/** Puts a value at a path; a step that is a number makes a list. */
function put(body: Body, path: string, value: unknown): void {
  const [step = '', next, ...rest] = path.split('.');
  if (next === undefined) {
    body[step] = value;
    return;
  }
  const inner = body[step] ?? (/^\d+$/.test(next) ? [] : {});
  body[step] = inner;
  if (isBody(inner)) put(inner, [next, ...rest].join('.'), value);
}

function valueFor(path: string, condition: Condition): unknown {
  if (condition === null) return null;
  if (typeof condition === 'boolean') return /message|msg|output$/i.test(path) ? SENTENCE : 'x';
  return [condition].flat().at(-1)?.replace('*', 'x');
}

/** Returns the least body that a tool claims, of a kind that nobody knows. */
function leastBody({ event, within }: Tool, keys: Conditions): Body {
  const body: Body = {};
  for (const [path, condition] of Object.entries(keys))
    if (condition !== false) put(body, path, valueFor(path, condition));
  const kind = [event ?? []].flat().find((path) => !path.startsWith('header:') && keys[path] === true);
  if (kind !== undefined) put(body, kind, 'unheard.of');
  const inside = [within ?? []].flat().find((path) => isBody(body[path]));
  if (inside === undefined) put(body, 'message', SENTENCE);
  else put(body, `${inside}.message`, SENTENCE);
  return body;
}

/** Returns true for a form that a row knows whatever the event is called. */
function hasKnownForm({ rows = {} }: Tool, body: Body): boolean {
  return Object.values(rows).some(({ when, test }) => when && !test && allHold(when, (path) => valueAt(body, path)));
}

const LEAST = TOOLS.flatMap((tool) =>
  [tool.match.keys]
    .flat()
    .filter((keys) => [tool.event ?? []].flat().every((path) => typeof keys[path] !== 'string'))
    .map((keys) => [tool.name, leastBody(tool, keys)] as const)
    .filter(([, body]) => !hasKnownForm(tool, body)),
);

function textOf({ title, details = '', fields, rows = [] }: RenderedContent): string {
  return [title, details, ...fields.map(({ value }) => value), ...rows.map(({ text }) => text)].join('\n');
}

const GREEN = BODIES.filter(({ colours, file }) => colours === '🟢' && file.endsWith('.json')).flatMap((documented) => {
  const given: unknown = JSON.parse(textOfBody(documented));
  const body: Body = Array.isArray(given) ? { [LIST_KEY]: given } : isBody(given) ? given : {};
  return TOOLS.some((tool) => isOfTool(tool, body)) ? [[documented.file, body] as const] : [];
});

describe('every tool', () => {
  it.each(LEAST)(
    '%s: a body of a kind that nobody knows is bad news if anything in it says failure: %j',
    async (name, body) => {
      for (const failure of FAILURES) {
        const content = (await readToolBody({ ...failure, ...body, ...failure })) as RenderedContent;
        expect(['critical', 'error', 'warning'], JSON.stringify(failure)).toContain(content.severity);
        expect([name, 'generic']).toContain(content.renderer);
        expect(textOf(content)).toContain(SENTENCE);
      }
    },
  );

  it.each(LEAST)('%s: a body without a word of good news is not green: %j', async (_, body) => {
    const { severity } = (await readToolBody(body)) as RenderedContent;
    expect(severity).not.toBe('recovery');
  });

  // An alert that is over may tell what it was.
  it.each(GREEN)('%s: good news is not green beside a failure', async (_, body) => {
    const { thing, severity, status } = (await readToolBody(body)) as RenderedContent;
    expect(severity).toBe('recovery');
    for (const failure of thing === undefined && status !== '恢复' ? FAILURES : []) {
      const content = (await readToolBody({ ...body, ...failure })) as RenderedContent;
      expect(['critical', 'error', 'warning'], JSON.stringify(failure)).toContain(content.severity);
    }
  });
});
