import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ERRORS_FILES, errorsPage } from '../../../scripts/errors-page/errors-page.js';
import { ERRORS, type ErrorId } from '../../../scripts/errors-page/rows.js';
import { LANGUAGES } from '../../../src/text/words.js';
import { type DeployedFunction, startDeployedFunction } from '../../end-to-end/deployed-function.js';
import { type LocalDoor, startLocalDoor } from '../../support/local-door.js';
import { type Door, PROVOCATIONS, SAMPLE_TOKEN } from './provocations.js';

let deployed: DeployedFunction;
let local: LocalDoor;
beforeAll(async () => {
  deployed = await startDeployedFunction();
  local = await startLocalDoor((event) => deployed.invoke(event));
});
afterAll(async () => {
  await local.close();
  await deployed.close();
});

const door: Door = async ({ path = '/push', method = 'POST', token = SAMPLE_TOKEN, headers = {}, body }) => {
  const init = {
    method,
    headers: { authorization: `Bearer ${token}`, ...headers },
    ...(body !== undefined && { body }),
  };
  const answer = await fetch(`${local.url}${path}`, init);
  return `${answer.status} ${await answer.text()}`;
};

/** Resolves to the words of an error: those that are thrown, or returned to be printed. */
async function wordsOf(id: ErrorId): Promise<string> {
  try {
    return String(await PROVOCATIONS[id](door));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Returns true if a text is that of a row, in which each `…` stands for any text. */
function fits(text: string, row: string): boolean {
  const [first = '', ...others] = row.split('…');
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of others) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.endsWith(others.at(-1) ?? first);
}

describe('docs/errors.md', () => {
  const rows = Object.keys(ERRORS) as readonly ErrorId[]; // Its keys are the ids: that is how ErrorId is declared.
  test.each(rows)('errors: %s is said as the table has it', async (id) => {
    const [said = ''] = (await wordsOf(id)).split('\n');
    // A door's reason is a text within JSON.
    const plain = said.replaceAll('\\"', '"');
    expect(fits(plain, ERRORS[id].message) ? ERRORS[id].message : plain).toBe(ERRORS[id].message);
  });

  test.each(LANGUAGES)('errors: the page in %s is the one that npm run errors writes', (language) => {
    expect(readFileSync(ERRORS_FILES[language], 'utf8')).toBe(errorsPage(language));
  });

  test('errors: no two rows say the same, and each says what to do in both languages', () => {
    const messages = Object.values(ERRORS).map(({ message }) => message);
    expect(new Set(messages).size).toBe(messages.length);
    for (const { cause, remedy } of Object.values(ERRORS))
      expect([...Object.values(cause), ...Object.values(remedy)].every((text) => text.trim() !== '')).toBe(true);
  });
});

test.each([
  ['Cannot read a as b', 'Cannot read … as b', true],
  ['Cannot read a as b: c', 'Cannot read … as b', false],
  ['Cannot write a as b', 'Cannot read … as b', false],
])('fits: %s is %s: %s', (text, row, expected) => {
  expect(fits(text, row)).toBe(expected);
});
