import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/domain/notification.js';
import { SEVERITY } from '../../src/text/severity.js';
import { composed, textOf } from '../support/messages-of.js';
import { BODIES, type DocumentedBody } from './bodies/bodies.js';
import { BODIES_FOLDER, postBody } from './bodies/post-body.js';

/** The fewest bodies that must be told rightly. */
const MIN_RIGHT = 80;
const MAX_OF_A_TOOL = 5;
/** Marks of JSON, XML and forms as a program reads them. */
const SOURCE_TEXT = /"\s*:|[{[]\s*["{]|"\s*[}\]]|<\/?[a-z]+>|=%[\dA-F]{2}|Content-Disposition/;

/** Returns the drafts of a body that is posted to `/push`. */
async function post(body: DocumentedBody): Promise<readonly Draft[]> {
  const { drafts, skipped, unread } = await postBody(body);
  expect([...skipped, ...(unread ?? [])], body.file).toEqual([]);
  return drafts;
}

function shown(drafts: readonly Draft[]): string {
  return drafts.flatMap((draft) => composed(draft, 'zh-CN', 'text').map(textOf)).join('\n');
}

/** Returns what is wrong about the message of a body. */
async function faultsOf(body: DocumentedBody): Promise<readonly string[]> {
  const drafts = await post(body);
  const text = shown(drafts);
  const colours = drafts.map(({ severity }) => SEVERITY[severity].emoji);
  const missing = body.must.filter((fact) => (typeof fact === 'string' ? !text.includes(fact) : !fact.test(text)));
  const links = drafts.map((draft) =>
    draft.kind === 'rendered' ? (draft.link ?? draft.details ?? '') : draft.kind === 'written' ? draft.body : '',
  );
  const hasLink =
    body.link === undefined
      ? !links.some((link) => link.includes('://'))
      : links.some((link) => link.includes(body.link ?? ''));
  return [
    ...colours.filter((colour) => !body.colours.includes(colour)).map((colour) => `colour ${colour}`),
    ...missing.map((fact) => `without ${fact}`),
    ...(hasLink ? [] : [`link ${links.join(' ') || 'missing'}`]),
  ];
}

describe('documented bodies at /push', () => {
  it('every file is in the list, once', () => {
    const files = readdirSync(BODIES_FOLDER).filter((file) => !file.endsWith('.ts'));
    expect(BODIES.map(({ file }) => file).sort()).toEqual(files.sort());
  });

  it(`a tool has at most ${MAX_OF_A_TOOL} of them`, () => {
    const tools = BODIES.map(({ tool }) => tool);
    const countOf = (tool: string): number => tools.filter((other) => other === tool).length;
    expect(tools.filter((tool) => countOf(tool) > MAX_OF_A_TOOL)).toEqual([]);
  });

  it.each(BODIES.map((body) => [body.file, body] as const))(
    '%s is shown, and never as source text',
    async (_, body) => {
      const drafts = await post(body);
      expect(drafts.length).toBeGreaterThan(0);
      expect(shown(drafts)).not.toMatch(SOURCE_TEXT);
    },
  );

  it('all but the listed ones tell colour, facts and link', async () => {
    const judged = await Promise.all(BODIES.map(async (body) => [body, await faultsOf(body)] as const));
    const unlisted = judged.filter(([{ notYet }, faults]) => notYet === undefined && faults.length > 0);
    expect(unlisted.map(([{ file }, faults]) => `${file}: ${faults.join(', ')}`)).toEqual([]);
    // What has become right leaves the list.
    const mended = judged.filter(([{ notYet }, faults]) => notYet !== undefined && faults.length === 0);
    expect(mended.map(([{ file }]) => file)).toEqual([]);
    expect(judged.filter(([, faults]) => faults.length === 0).length).toBeGreaterThanOrEqual(MIN_RIGHT);
  });
});
