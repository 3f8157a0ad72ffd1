import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readSamples } from '../../../local/samples/samples.js';
import { SAMPLE_TOKEN } from '../../../local/secrets-manager/sample-secret.js';
import { textAt } from '../../../src/base/json.js';

const folders = await readSamples();
const samples = folders.flatMap((folder) => folder.samples);

test('readSamples: reads every file of events/, each in the folder of its source or service', async () => {
  const files = (await readdir('events', { recursive: true })).filter((file) => file.includes('.'));
  expect(files.sort()).toEqual(samples.map(({ file }) => file).sort());
});

test.each(['eventbridge', 'http', 'plain', 'scenarios', 'sns'])('events/%s: is there', (name) => {
  expect(folders.find((folder) => folder.name === name)?.samples.length).toBeGreaterThan(3);
});

/** No account number, access key, webhook key or token in a sample may be one that somebody could own. */
test.each(samples)('events/$file: names no account, address or secret of anybody', ({ event }) => {
  const text = JSON.stringify(event);
  const accounts = [...text.matchAll(/(?<=arn:[\w-]+:[\w-]*:[\w-]*:|"account(?:Id)?":")\d{12}/g)].map(([id]) => id);
  expect(accounts.filter((id) => !/^(111122223333|444455556666)$/.test(id))).toEqual([]);
  expect(text).not.toMatch(/AKIA[A-Z2-7]{9}(?!EXAMPLE)[A-Z2-7]{7}|qyapi\.weixin\.qq\.com|BEGIN [A-Z ]*PRIVATE KEY/);
});

test('events/http: every request carries the token of the samples', () => {
  const http = folders.find(({ name }) => name === 'http')?.samples ?? [];
  const tokens = http.map(
    ({ event }) => textAt(event, 'headers', 'authorization') ?? textAt(event, 'headers', 'Authorization'),
  );
  expect(new Set(tokens)).toEqual(new Set([`Bearer ${SAMPLE_TOKEN}`]));
});
