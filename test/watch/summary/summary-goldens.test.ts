import { describe, expect, test } from 'vitest';
import { SUMMARY_CASES } from '../../../local/summary/cases.js';
import { playSummary } from '../../../local/summary/play-summary.js';
import { FORMATS } from '../../../src/domain/notification.js';
import { LANGUAGES, wordsOf } from '../../../src/text/words.js';
import { MAX_CONTENT_BYTES } from '../../../src/wecom/api/limits.js';
import { compose } from '../../../src/wecom/compose/compose.js';
import { textOf } from '../../support/messages-of.js';
import { sampleContext } from '../../support/render-sample.js';

describe('golden: a morning’s summary', () => {
  const variants = LANGUAGES.flatMap((language) => FORMATS.map((format) => [language, format] as const));
  describe.each(Object.entries(SUMMARY_CASES))('%s', (name, morning) => {
    test.each(variants)(`summary: ${name} in %s as %s, one message that WeCom takes`, async (language, format) => {
      const told = await playSummary(morning, sampleContext(language), language, format);
      const messages = told.flatMap((one) => compose(one, wordsOf(language)));
      const shown = messages.map(textOf);
      expect(shown).toHaveLength(1);
      const content = shown[0]?.slice(`[${format}]\n`.length) ?? '';
      expect(Buffer.byteLength(content)).toBeLessThanOrEqual(MAX_CONTENT_BYTES[format]);
      // What is cut is counted: the layout had nothing to cut.
      expect(content).not.toMatch(/^…$/m);
      await expect(`${shown.join('\n')}\n`).toMatchFileSnapshot(
        `../../golden/summary/${name}.${language}.${format}.txt`,
      );
    });
  });
});
