import { describe, expect, test } from 'vitest';
import { readSamples } from '../../local/samples/samples.js';
import { LANGUAGES } from '../../src/text/words.js';
import { FORMATS, messagesOf } from '../support/messages-of.js';

/** What a person reads: a change of wording is seen in the diff. `vitest -u` writes them anew. */
describe('golden', async () => {
  for (const { name, samples } of (await readSamples()).filter(({ samples }) => samples.length > 0)) {
    describe(name, () => {
      for (const { file, event } of samples) {
        const stem = file.slice(name.length + 1, -'.json'.length);
        test.each(LANGUAGES.flatMap((language) => FORMATS.map((format) => [language, format] as const)))(
          `${stem} in %s as %s`,
          async (language, format) => {
            const shown = await messagesOf(event, language, format);
            await expect(`${shown.join('\n\n')}\n`).toMatchFileSnapshot(
              `../golden/${name}/${stem}.${language}.${format}.txt`,
            );
          },
        );
      }
    });
  }
});
