import { describe, expect, test } from 'vitest';
import { alarmBySns } from '../../../local/samples/alarm-events.js';
import { type Script, stormAlarms } from '../../../local/samples/storm-alarms.js';
import { columnsOf } from '../../../src/base/columns.js';
import { FORMATS, type Format } from '../../../src/domain/format.js';
import { NOBODY } from '../../../src/domain/mentions.js';
import type { Notification } from '../../../src/domain/notification.js';
import { LANGUAGES, type Language, wordsOf } from '../../../src/text/words.js';
import { MAX_CONTENT_BYTES } from '../../../src/wecom/api/limits.js';
import { ROW_COLUMNS } from '../../../src/wecom/compose/columns.js';
import type { Mergeable } from '../../../src/wecom/compose/digest-line.js';
import { merge } from '../../../src/wecom/compose/merge.js';
import { textOf } from '../../support/messages-of.js';
import { readSample } from '../../support/render-sample.js';

const SIZES = [3, 12, 100, 500] as const;
const START = Date.UTC(2026, 10, 22, 12, 3, 37);
const TIME_ZONE = 'Asia/Shanghai';

/** Names as each group has them: half Chinese for a group that reads Chinese. */
const SCRIPTS: Readonly<Record<Language, Script>> = { 'zh-CN': 'both', en: 'latin' };

/** Alarms of ten minutes, and the recovery of every tenth a minute after it. */
function eventsOf(count: number, script: Script): readonly object[] {
  return stormAlarms(count, script).flatMap((alarm, index) => {
    const at = START + Math.floor((index * 600_000) / count);
    const event = alarmBySns({ ...alarm, at });
    return index % 10 === 9 ? [event, alarmBySns({ ...alarm, at: at + 60_000, state: 'OK' })] : [event];
  });
}

async function waitingOf(events: readonly object[], language: Language, format: Format): Promise<readonly Mergeable[]> {
  const read = await Promise.all(events.map((event) => readSample(event, language)));
  return read
    .flatMap(({ drafts }) => drafts)
    .map(({ overrides: _, ...content }, index) => {
      const mentions = { ...NOBODY, mobiles: content.severity === 'critical' ? ['13800138000'] : [] };
      const notification: Notification = { ...content, id: String(index), robot: 'default', format, mentions };
      return { notification, whom: mentions.mobiles.length > 0 ? '@王芳' : '' };
    });
}

const contentsOf = (texts: readonly string[]): readonly string[] =>
  texts.map((text) => text.replace(/^\[.*\n/, '')).filter((text) => text.includes('\n'));

describe.each(LANGUAGES)('a storm in %s', (language) => {
  describe.each(FORMATS)('as %s', (format) => {
    test.each(SIZES)(`golden: %i alarms in ${language} as ${format}`, async (count) => {
      const waiting = await waitingOf(eventsOf(count, SCRIPTS[language]), language, format);
      const merged = merge(waiting, wordsOf(language), TIME_ZONE);
      const texts = merged.flatMap(({ messages }) => messages.map(textOf));
      expect(merged.flatMap(({ indexes }) => indexes).toSorted((a, b) => a - b)).toEqual([...waiting.keys()]);
      await expect(`${texts.join('\n\n')}\n`).toMatchFileSnapshot(
        `../../golden/storms/${count}-alarms.${language}.${format}.txt`,
      );
    });
  });
});

/** Of names half Chinese and half Latin, half of them at most 20 columns wide and nine of ten at most 40. */
const TARGETS = [
  ['text', 500, 20],
  ['markdown', 500, 24],
  ['markdown_v2', 500, 24],
  ['text', 100, 5],
  ['markdown', 100, 5],
] as const;

describe.each<Script>(['both', 'chinese', 'latin'])('storms of names: %s', (script) => {
  test.each(TARGETS)(
    'as %s, %i alarms at once are at most %i messages, each named in a row of a phone',
    async (...target) => {
      const [format, count, most] = target;
      const alarms = stormAlarms(count, script);
      expect(new Set(alarms.map(({ name }) => name)).size).toBe(count);
      const events = alarms.map((alarm) => alarmBySns({ ...alarm, at: START }));
      const merged = merge(await waitingOf(events, 'zh-CN', format), wordsOf('zh-CN'), TIME_ZONE);
      expect(merged.length).toBeLessThanOrEqual(most);
      const contents = contentsOf(merged.flatMap(({ messages }) => messages.map(textOf)));
      expect(contents).toHaveLength(merged.length);
      for (const content of contents) expect(Buffer.byteLength(content)).toBeLessThanOrEqual(MAX_CONTENT_BYTES[format]);
      const rows = contents.flatMap((content) =>
        content.split('\n').filter((line) => /^(- )?🔴 (?!告警 \d)/.test(line)),
      );
      expect(rows).toHaveLength(count);
      expect(new Set(rows).size).toBe(count);
      const lines = contents.flatMap((content) => content.split('\n')).filter((line) => line !== '');
      const short = lines.filter((line) => columnsOf(line.replace(/^- /, '')) <= ROW_COLUMNS);
      expect(short.length / lines.length).toBeGreaterThanOrEqual(0.8);
    },
  );
});

test('stormAlarms: half of the names are at most 20 columns wide, nine of ten at most 40, half of them are Chinese', () => {
  const names = stormAlarms(500).map(({ name }) => name);
  const widths = names.map(columnsOf).toSorted((a, b) => a - b);
  expect(Math.abs((widths[250] ?? 0) - 20)).toBeLessThanOrEqual(3);
  expect(Math.abs((widths[450] ?? 0) - 40)).toBeLessThanOrEqual(3);
  expect(names.filter((name) => /\p{Script=Han}/u.test(name))).toHaveLength(250);
});
