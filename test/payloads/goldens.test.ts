import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/text/words.js';
import { BODIES } from './bodies/bodies.js';
import { goldenOf } from './bodies/golden-of.js';
import { shownBody } from './bodies/shown-body.js';

describe('goldens of documented bodies', () => {
  it.each(LANGUAGES.flatMap((language) => BODIES.map((body) => [body.file, language, body] as const)))(
    '%s in %s reads as in its golden',
    async (_, language, body) => {
      await expect(await shownBody(body, language)).toMatchFileSnapshot(`golden/${goldenOf(body, language)}`);
    },
  );

  it('every golden has its body', () => {
    const files = readdirSync(new URL('golden/', import.meta.url));
    expect(files.sort()).toEqual(BODIES.flatMap((body) => LANGUAGES.map((one) => goldenOf(body, one))).sort());
  });
});
