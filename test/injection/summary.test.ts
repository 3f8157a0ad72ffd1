import { describe, expect, test } from 'vitest';
import type { SummaryCase } from '../../local/summary/cases.js';
import { playSummary } from '../../local/summary/play-summary.js';
import { wordsOf } from '../../src/text/words.js';
import { MAX_CONTENT_BYTES } from '../../src/wecom/api/limits.js';
import { compose } from '../../src/wecom/compose/compose.js';
import { FORMATS, textOf } from '../support/messages-of.js';
import { sampleContext } from '../support/render-sample.js';
import { FAKE_LINKS, FORMS, TOKEN } from './attack.js';
import { fakedLines, hiddenHosts } from './findings.js';

const TOPIC = 'arn:aws-cn:sns:cn-north-1:111122223333:ops';
/** Longest name of an alarm, in characters. */
const MAX_NAME = 255;

/** A night in which alarms, mute rules and those who have alarms are called so. */
const nightOf = (names: readonly string[]): SummaryCase => ({
  parked: 1,
  play: (alarms, at) => {
    for (const name of names) {
      const arn = `arn:aws:cloudwatch:cn-north-1:111122223333:alarm:${name}`;
      for (const AlarmName of [name, `muted ${name}`])
        alarms.put('MetricAlarm', { AlarmName, AlarmActions: [TOPIC], Namespace: 'AWS/RDS' });
      alarms.mute(name, [`muted ${name}`], { Expression: 'at(2026-11-30T00:00)', Duration: 'P1D' });
      at('11-30 03:00');
      alarms.setState(name, 'ALARM', name);
      alarms.setState(`muted ${name}`, 'ALARM', name);
      alarms.tag(arn, { 'wecom:ack': `${name} 2026-11-30T03:05+08:00` });
    }
  },
});
const shownOf = async (names: readonly string[], format: (typeof FORMATS)[number]): Promise<string> => {
  const told = await playSummary(nightOf(names), sampleContext('zh-CN'), 'zh-CN', format);
  return told
    .flatMap((one) => compose(one, wordsOf('zh-CN')))
    .map(textOf)
    .join('\n');
};
const pages = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, page) => all.slice(page * size, (page + 1) * size));

describe.each(FORMATS)('a summary in %s', (format) => {
  test('has no line of an alarm, a mute rule or a person that looks like another of ours', async () => {
    for (const names of pages(
      FORMS.map((form) => `${form}${TOKEN}`.trim()),
      4,
    )) {
      const content = await shownOf(names, format);
      expect(content).toContain(TOKEN);
      expect(fakedLines(content)).toEqual([]);
    }
  });

  test('hides no host of a link', async () => {
    for (const names of pages(FAKE_LINKS, 4)) expect(hiddenHosts(await shownOf(names, format), format)).toEqual([]);
  });

  test.each(['<@all>', '](https://a.example)', '**', '`x`', '𠮷', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '\u202e', '> ', '|'])(
    'of names of nothing but %j is one message that WeCom takes, and counts what it cuts',
    async (piece) => {
      const count = Math.floor(MAX_NAME / piece.length) - 2;
      const names = Array.from({ length: 40 }, (_, index) => piece.repeat(count) + index);
      const content = (await shownOf(names, format)).slice(`[${format}]\n`.length);
      expect(Buffer.byteLength(content)).toBeLessThanOrEqual(MAX_CONTENT_BYTES[format]);
      expect(content).not.toMatch(/^(- )?…$/m);
      expect(content).toMatch(/另有 \d+ 个告警中/);
    },
  );
});
