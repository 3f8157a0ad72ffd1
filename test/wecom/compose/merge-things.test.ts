import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../src/domain/format.js';
import { NOBODY } from '../../../src/domain/mentions.js';
import type { Notification } from '../../../src/domain/notification.js';
import type { Severity } from '../../../src/domain/severity.js';
import { LANGUAGES, wordsOf } from '../../../src/text/words.js';
import { MAX_CONTENT_BYTES } from '../../../src/wecom/api/limits.js';
import type { Mergeable } from '../../../src/wecom/compose/digest-line.js';
import { type Merged, merge } from '../../../src/wecom/compose/merge.js';
import { textOf } from '../../support/messages-of.js';
import { readSample } from '../../support/render-sample.js';

const MOBILE = '13800138000';
const WANG = { ...NOBODY, mobiles: [MOBILE] };
const LONG = '说明。'.repeat(300);

type Rendered = Extract<Notification, { kind: 'rendered' }>;

/** A message about a run, a task or a finding: nothing with a state of its own. */
const told = (id: string, over: Partial<Rendered> = {}): Rendered => ({
  kind: 'rendered',
  id,
  robot: 'default',
  renderer: 'batch',
  severity: 'error',
  status: '失败',
  title: 'daily-settlement',
  where: '生产 ap-southeast-1',
  fields: [],
  occurredAt: 0,
  origin: { source: 'eventbridge', account: '111122223333', region: 'ap-southeast-1' },
  mentions: NOBODY,
  format: 'text',
  ...over,
});

const shownOf = (...notifications: readonly Notification[]): readonly Merged[] =>
  merge(
    notifications.map((notification) => ({ notification, whom: '' })),
    wordsOf('zh-CN'),
    'Asia/Shanghai',
  );
const textsOf = (merged: readonly Merged[]): readonly string[] =>
  merged.flatMap(({ messages }) => messages.map((message) => textOf(message).replace(/^\[.*\n/, '')));

async function drafted(event: unknown, occurredAt: number): Promise<Notification> {
  const [draft] = (await readSample(event, 'zh-CN')).drafts;
  if (draft === undefined) throw new Error('Cannot read the event as it must have one message: current value is none');
  const { overrides: _, ...content } = draft;
  return { ...content, occurredAt, id: String(occurredAt), robot: 'default', format: 'text', mentions: NOBODY };
}

/** An alert as Alertmanager posts it, one webhook call each. */
const alert = (status: 'firing' | 'resolved', instance: string, over: object = {}): object => ({
  version: '4',
  status,
  groupKey: `{}:{instance="${instance}"}`,
  externalURL: 'https://alertmanager.example.com',
  commonLabels: { alertname: 'HighCPU', instance },
  commonAnnotations: { summary: 'CPU 过高' },
  alerts: [
    {
      status,
      labels: { alertname: 'HighCPU', instance },
      annotations: { summary: 'CPU 过高' },
      startsAt: '2026-11-29T10:00:00Z',
      endsAt: status === 'resolved' ? '2026-11-29T10:05:00Z' : '0001-01-01T00:00:00Z',
    },
  ],
  ...over,
});

describe('merge: states of one thing, and things of one name', () => {
  it('merge: a run that failed is red and calls its people, although another run of its name succeeded later', () => {
    const details = LONG;
    const failed = told('1', { details, mentions: WANG, fields: [{ label: '任务', value: 'job-1' }] });
    const succeeded = told('2', {
      details,
      severity: 'recovery',
      status: '成功',
      occurredAt: 1,
      fields: [{ label: '任务', value: 'job-2' }],
    });
    const [only, ...rest] = shownOf(failed, succeeded);
    expect(rest).toEqual([]);
    expect(only?.messages).toEqual([
      {
        msgtype: 'text',
        text: {
          content: [
            '🔴 失败 1 · 🟢 成功 1 | 生产 ap-southeast-1 | 08:00',
            '🔴 daily-settlement（job-1）：失败',
            '🟢 1 项已恢复或正常',
            '· daily-settlement（job-2）：成功',
          ].join('\n'),
          mentioned_mobile_list: [MOBILE],
        },
      },
    ]);
  });

  it('merge: findings of one title are told apart by what they are about, else by their time', () => {
    const findings = [1, 2, 3, 4].map((n) =>
      told(String(n), { title: 'SSH 暴力破解', fields: [{ label: '实例', value: `i-${n}` }], brief: `${n} 次` }),
    );
    expect(
      textsOf(shownOf(...findings))[0]
        ?.split('\n')
        .slice(1),
    ).toEqual([1, 2, 3, 4].map((n) => `🔴 SSH 暴力破解（i-${n}）：${n} 次`));
    const runs = [0, 1, 2, 3].map((n) =>
      told(String(n), { occurredAt: n * 1000, link: `https://console.aws.amazon.com/${n}` }),
    );
    expect(
      textsOf(shownOf(...runs))[0]
        ?.split('\n')
        .slice(1),
    ).toEqual([0, 1, 2, 3].map((n) => `🔴 daily-settlement（08:00:0${n}）`));
  });

  it('merge: what reads alike to the word and is equally bad is one row that says how often, for all its people', () => {
    const others = ['a', 'b', 'c'].map((title) => told(title, { title }));
    const alike = [told('1', { mentions: WANG }), told('2'), told('3', { severity: 'warning' })];
    const [only] = shownOf(...alike, ...others);
    const lines = textsOf(only ? [only] : [])[0]?.split('\n') ?? [];
    expect(lines.filter((line) => line.includes('daily-settlement ×2'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('daily-settlement'))).toHaveLength(2);
    expect(only?.messages[0]).toMatchObject({ text: { mentioned_mobile_list: [MOBILE] } });
    const good = { severity: 'recovery', status: '成功' } as const;
    const [green] = shownOf(told('1', { ...good, mentions: WANG }), told('2', good));
    expect(textsOf(green ? [green] : [])[0]).toMatch(/^🟢 成功 \| daily-settlement ×2 \|/);
    expect(green?.messages[0]).toMatchObject({ text: { mentioned_mobile_list: [MOBILE] } });
  });

  it('merge: an alert and its own recovery are one, those of other labels, or of an unknown number, are not', async () => {
    const textOfTwo = async (first: object, second: object) =>
      textsOf(shownOf(await drafted(first, 1), await drafted(second, 2))).join('\n');
    expect(await textOfTwo(alert('firing', 'web-1'), alert('resolved', 'web-1'))).toMatch(
      /^🟢 恢复 \| CPU 过高（曾触发）/,
    );
    const two = await textOfTwo(alert('firing', 'web-1'), alert('resolved', 'web-2'));
    expect(two).toMatch(/^🔴[\s\S]*web-1[\s\S]*\n🟢[\s\S]*web-2/);
    const partly = { truncatedAlerts: 3 };
    expect(await textOfTwo(alert('firing', 'web-1', partly), alert('resolved', 'web-1'))).toMatch(/^🔴[\s\S]*\n🟢/);
    const elsewhere = { externalURL: 'https://staging.example.com' };
    expect(await textOfTwo(alert('firing', 'web-1'), alert('resolved', 'web-1', elsewhere))).toMatch(/^🔴[\s\S]*\n🟢/);
  });

  it('merge: the full texts of two or three begin with the worst, composite alarms before others', () => {
    const named = (title: string, severity: Severity, isComposite?: true): Notification =>
      told(title, { title, severity, thing: title, origin: { source: 'sns', ...(isComposite && { isComposite }) } });
    const first = named('缓存', 'recovery');
    const texts = textsOf(shownOf(first, named('支付', 'critical'), named('整体', 'critical', true)));
    expect(texts).toHaveLength(1);
    expect(texts[0]?.split('\n\n').map((text) => text.split(' | ')[1])).toEqual(['整体', '支付', '缓存']);
  });

  it('merge: whoever something bad calls is called, unless that very thing has recovered', () => {
    const one = fc.record({
      thing: fc.constantFrom('a', 'b', undefined),
      title: fc.constantFrom('同名', '另一个'),
      severity: fc.constantFrom<Severity>('critical', 'error', 'warning', 'recovery'),
      occurredAt: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), (all) => {
        const notifications = all.map(({ thing, severity, ...rest }, index) => {
          const mentions = severity === 'recovery' ? NOBODY : { ...NOBODY, mobiles: [`1380013${8000 + index}`] };
          return told(String(index), { ...rest, severity, mentions, ...(thing !== undefined && { thing }) });
        });
        const called = shownOf(...notifications)
          .flatMap(({ messages }) => messages)
          .flatMap((message) => (message.msgtype === 'text' ? (message.text.mentioned_mobile_list ?? []) : []));
        for (const { thing, severity, occurredAt, mentions } of notifications) {
          const isOver = notifications.some(
            (other) => other.thing === thing && other.severity === 'recovery' && other.occurredAt >= occurredAt,
          );
          if (severity !== 'recovery' && (thing === undefined || !isOver))
            expect(called).toEqual(expect.arrayContaining([...mentions.mobiles]));
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('merge: many people', () => {
  const everyone = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `@王小明${index}`);

  it('merge: the headline names the first of many and how many they are', () => {
    const rows = ['a', 'b', 'c', 'd'].map((title) => told(title, { title }));
    const firstLine = (language: 'zh-CN' | 'en'): string | undefined => {
      const whom = everyone(60).join(' ');
      const merged = merge(
        rows.map((notification) => ({ notification, whom })),
        wordsOf(language),
        'UTC',
      );
      return textsOf(merged)[0]?.split('\n')[0];
    };
    expect(firstLine('zh-CN')).toBe('🔴 失败 4 | 生产 ap-southeast-1 | @王小明0、@王小明1 等 60 人 | 00:00');
    expect(firstLine('en')).toBe('🔴 失败 4 | 生产 ap-southeast-1 | @王小明0, @王小明1 and 58 more | 00:00');
  });

  it('merge: with 500 people nothing is longer than its format allows, rows share messages, and all are mentioned', () => {
    const person = fc.constantFrom('王小明', 'a', '\u{1F468}\u{200D}\u{1F469}', 'x'.repeat(300), '\u0301'.repeat(300));
    const input = fc.record({
      person,
      count: fc.constantFrom(1, 60, 500),
      rows: fc.integer({ min: 2, max: 30 }),
      format: fc.constantFrom(...FORMATS),
      language: fc.constantFrom(...LANGUAGES),
      isCommon: fc.boolean(),
      title: fc.constantFrom('磁盘', '\u0301'.repeat(1000)),
    });
    fc.assert(
      fc.property(input, ({ person: name, count, rows, format, language, isCommon, title }) => {
        const mobiles = Array.from({ length: count }, (_, index) => String(13_800_138_000 + index));
        const waiting = Array.from({ length: rows }, (_, index): Mergeable => {
          const some = isCommon ? mobiles : mobiles.slice(index);
          const whom = some.map((mobile) => `@${name}${mobile}`).join(' ');
          const mentions = { ...NOBODY, mobiles: some };
          return { whom, notification: told(String(index), { title: `${title}${index}`, format, mentions }) };
        });
        const messages = merge(waiting, wordsOf(language), 'UTC').flatMap((one) => one.messages);
        for (const message of messages)
          expect(Buffer.byteLength(textOf(message).replace(/^\[.*\n/, ''))).toBeLessThanOrEqual(
            MAX_CONTENT_BYTES[message.msgtype as 'text'],
          );
        const called = messages.flatMap((message) =>
          message.msgtype === 'text' ? (message.text.mentioned_mobile_list ?? []) : [],
        );
        expect([...new Set(called)].toSorted()).toEqual(mobiles);
        if (title === '磁盘') expect(messages.length).toBeLessThanOrEqual(4);
      }),
      { numRuns: 25 },
    );
  });
});
