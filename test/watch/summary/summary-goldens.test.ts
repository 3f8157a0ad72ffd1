import { describe, expect, test } from 'vitest';
import { createWatchedAlarms } from '../../../local/cloudwatch/watched-alarms.js';
import { SUMMARY_CASES, SUMMARY_PLACE } from '../../../local/summary/cases.js';
import { playSummary } from '../../../local/summary/play-summary.js';
import { FORMATS } from '../../../src/domain/format.js';
import { LANGUAGES, wordsOf } from '../../../src/text/words.js';
import { MAX_CONTENT_BYTES } from '../../../src/wecom/api/limits.js';
import { compose } from '../../../src/wecom/compose/compose.js';
import { textOf } from '../../support/messages-of.js';
import { sampleContext } from '../../support/render-sample.js';

describe('golden: a morning’s summary', () => {
  const variants = LANGUAGES.flatMap((language) => FORMATS.map((format) => [language, format] as const));
  test.each(Object.entries(SUMMARY_CASES))('%s: what is played comes one after another', (_, { play }) => {
    const times: string[] = [];
    play(createWatchedAlarms(SUMMARY_PLACE, Date.now), (time) => times.push(time));
    expect(times).toEqual(times.toSorted());
  });

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
