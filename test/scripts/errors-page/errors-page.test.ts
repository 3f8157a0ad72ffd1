import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SAMPLE_TOKEN } from '../../../local/secrets-manager/sample-secret.js';
import { ERRORS_FILES, errorsPage } from '../../../scripts/errors-page/errors-page.js';
import { ERRORS, type ErrorId } from '../../../scripts/errors-page/rows.js';
import { LANGUAGES, type Language } from '../../../src/text/words.js';
import { type DeployedFunction, startDeployedFunction } from '../../end-to-end/deployed-function.js';
import { type LocalDoor, startLocalDoor } from '../../support/local-door.js';
import { fits } from './fits.js';
import { PROVOCATIONS } from './provoke/provocations.js';
import type { Provoke, Scene } from './provoke/provoke.js';

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

const door: Scene['door'] = async ({ path = '/push', method = 'POST', token = SAMPLE_TOKEN, headers = {}, body }) => {
  const init = {
    method,
    headers: { authorization: `Bearer ${token}`, ...headers },
    ...(body !== undefined && { body }),
  };
  const answer = await fetch(`${local.url}${path}`, init);
  return `${answer.status} ${await answer.text()}`;
};

/** Resolves to the words of an error: those that are thrown, or returned to be printed. */
async function wordsOf(provoke: Provoke, language: Language): Promise<string> {
  try {
    return String(await provoke({ door, deployed, language }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const IDS = Object.keys(ERRORS) as readonly ErrorId[]; // Its keys are the ids: that is how ErrorId is declared.
/** Every row in the languages in which it is said. */
const SAID = IDS.flatMap((id) => {
  const { message } = ERRORS[id];
  return LANGUAGES.filter((language) => language === 'en' || message[language] !== message.en).map(
    (language) => [id, language] as const,
  );
});
const readFile = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../${name}`, import.meta.url)), 'utf8');

describe('docs/errors.md', () => {
  test.each(SAID)('errors: %s is said as the table has it, in %s', async (id, language) => {
    const [provoke, row] = [PROVOCATIONS[id], ERRORS[id].message[language]];
    if (typeof provoke !== 'function') {
      expect(readFile(provoke.file)).toContain(provoke.words);
      expect(row).toContain(provoke.words.trim());
      return;
    }
    const [said = ''] = (await wordsOf(provoke, language)).split('\n');
    // A door's reason is a text within JSON.
    const plain = said.replaceAll('\\"', '"');
    expect(fits(plain, row) ? row : plain).toBe(row);
  });

  test.each(LANGUAGES)('errors: the page in %s is the one that npm run errors writes', (language) => {
    expect(readFileSync(ERRORS_FILES[language], 'utf8')).toBe(errorsPage(language));
  });

  test('errors: no two rows say the same, and each says what to do in both languages', () => {
    const messages = Object.values(ERRORS).map(({ message }) => message.en);
    expect(messages.filter((message, index) => messages.indexOf(message) !== index)).toEqual([]);
    for (const { cause, remedy } of Object.values(ERRORS))
      expect([...Object.values(cause), ...Object.values(remedy)].every((text) => text.trim() !== '')).toBe(true);
  });
});
