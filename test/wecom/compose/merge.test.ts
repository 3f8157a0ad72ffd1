import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOBODY, type Notification, type Severity } from '../../../src/domain/notification.js';
import { wordsOf } from '../../../src/text/words.js';
import { MAX_CONTENT_BYTES } from '../../../src/wecom/api/limits.js';
import type { WecomMessage } from '../../../src/wecom/api/message.js';
import type { Mergeable } from '../../../src/wecom/compose/digest.js';
import { merge } from '../../../src/wecom/compose/merge.js';
import { writtenNotification } from '../../support/queue-item.js';

const words = wordsOf('zh-CN');
const STATUS: Readonly<Record<Severity, string>> = {
  critical: '紧急',
  error: '告警',
  warning: '警告',
  info: '信息',
  recovery: '恢复',
};

type Rendered = Extract<Notification, { kind: 'rendered' }>;

const alarm = (title: string, severity: Severity = 'error', over: Partial<Rendered> = {}): Notification => ({
  kind: 'rendered',
  id: `alarm:${title}`,
  robot: 'default',
  renderer: 'cloudwatch-alarm',
  severity,
  status: STATUS[severity],
  title,
  where: '生产 ap-southeast-1',
  fields: [{ label: '条件', value: 'CPUUtilization > 80' }],
  occurredAt: 0,
  origin: { source: 'sns', account: '111122223333', region: 'ap-southeast-1', alarmName: title },
  mentions: NOBODY,
  format: 'text',
  ...over,
});

const of = (...notifications: Notification[]): Mergeable[] =>
  notifications.map((notification) => ({ notification, whom: '' }));
const contentOf = (message: WecomMessage | undefined): string => {
  if (message?.msgtype === 'text') return message.text.content;
  if (message?.msgtype === 'markdown') return message.markdown.content;
  return message?.msgtype === 'markdown_v2' ? message.markdown_v2.content : '';
};

describe('merge', () => {
  it('merge: full texts go in one message where they fit', () => {
    const [only, ...rest] = merge(of(alarm('a'), writtenNotification('b')), words);
    expect(rest).toEqual([]);
    expect(only?.indexes).toEqual([0, 1]);
    expect(contentOf(only?.messages[0])).toBe(
      '🔴 告警 | a | 生产 ap-southeast-1\n条件：CPUUtilization > 80\n\nbody of b',
    );
  });

  it('merge: else one line each under a first line that names the worst, most severe first, then by time', () => {
    const long = { fields: [{ label: '条件', value: 'x'.repeat(150) }], details: '说明。'.repeat(40) };
    const notifications = [
      alarm('恢复了', 'recovery', long),
      alarm('后来的', 'error', { ...long, occurredAt: 2 }),
      alarm('最坏的', 'critical', { ...long, occurredAt: 9 }),
      alarm('先来的', 'error', { ...long, occurredAt: 1 }),
      writtenNotification('b', { title: '日报', body: '日报\n'.repeat(100) }),
    ];
    const [only, ...rest] = merge(of(...notifications), words);
    expect(rest).toEqual([]);
    expect(contentOf(only?.messages[0])).toBe(
      [
        '🔴 最坏的 等 5 条（紧急 1 · 告警 2 · 信息 1 · 恢复 1）',
        '🔴 紧急 最坏的 | 生产 ap-southeast-1',
        '🔴 告警 先来的 | 生产 ap-southeast-1',
        '🔴 告警 后来的 | 生产 ap-southeast-1',
        '⚪ 日报',
        '🟢 恢复 恢复了 | 生产 ap-southeast-1',
      ].join('\n'),
    );
  });

  it('merge: repeats of one alarm fold into one line with count and last state', () => {
    const details = '说明。'.repeat(90);
    const flapping = (['error', 'recovery', 'error', 'recovery'] as const).map((severity, index) =>
      alarm('抖动', severity, { details, occurredAt: index }),
    );
    const [only] = merge(of(...flapping), words);
    expect(only?.indexes).toEqual([0, 1, 2, 3]);
    expect(contentOf(only?.messages[0])).toBe(
      '🟢 抖动 等 4 条（告警 2 · 恢复 2）\n🟢 恢复 抖动 ×4 | 生产 ap-southeast-1',
    );
  });

  it('merge: ten alarms with names of 255 characters are one message, each name cut in the middle', () => {
    const names = Array.from({ length: 10 }, (_, n) => `${n}${'支付网关响应慢'.repeat(36)}${n}`);
    const merged = merge(of(...names.map((name) => alarm(name, 'error', { details: '说明。'.repeat(50) }))), words);
    expect(merged).toHaveLength(1);
    const lines = contentOf(merged[0]?.messages[0]).split('\n').slice(1);
    expect(lines).toHaveLength(10);
    for (const [n, line] of lines.entries()) expect(line).toMatch(new RegExp(`^🔴 告警 ${n}支付.*….*${n} \\|`));
  });

  it('merge: in markdown the name carries the link', () => {
    const link = 'https://console.aws.amazon.com/x';
    const details = '说明。'.repeat(300);
    const pair = ['a', 'b', 'c', 'd'].map((name) => alarm(name, 'error', { format: 'markdown', link, details }));
    expect(contentOf(merge(of(...pair), words)[0]?.messages[0])).toContain(`🔴 告警 [a](${link}) | 生产`);
  });

  it('merge: mentions are the union, and each line says for whom it is', () => {
    const details = '说明。'.repeat(300);
    const notifications = [
      alarm('a', 'error', { details, mentions: { ...NOBODY, mobiles: ['13800138000'] } }),
      alarm('b', 'error', { details, mentions: { ...NOBODY, all: true, mobiles: ['13900139000', '13800138000'] } }),
    ];
    const [only] = merge(
      notifications.map((notification, index) => ({ notification, whom: index === 0 ? '@王芳' : '' })),
      words,
    );
    expect(only?.messages).toHaveLength(1);
    expect(only?.messages[0]).toMatchObject({
      text: { mentioned_mobile_list: ['13800138000', '13900139000', '@all'] },
    });
    expect(contentOf(only?.messages[0])).toContain('🔴 告警 a | 生产 ap-southeast-1 @王芳\n');
  });

  it('merge: native messages and parts go alone, in order', () => {
    const part = writtenNotification('p', { part: { number: 1, of: 2 } });
    const native: Notification = {
      ...writtenNotification('n'),
      kind: 'native',
      native: { msgtype: 'text', text: { content: 'x' } },
    };
    const merged = merge(of(alarm('a'), alarm('b'), native, alarm('c'), part, alarm('d')), words);
    expect(merged.map(({ indexes }) => indexes)).toEqual([[0, 1], [2], [3], [4], [5]]);
  });

  it('merge: whatever waits, each notification is in exactly one message, and no message is too long', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 400 });
    const format = fc.constantFrom('text', 'markdown', 'markdown_v2');
    const one = fc
      .record({ title: text, body: text, severity: fc.constantFrom(...Object.keys(STATUS)) })
      .map(({ title, body, severity }) => alarm(title || 'x', severity as Severity, { details: body, where: body }));
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 10 }), format, (alarms, chosen) => {
        const notifications = alarms.map((notification) => ({ ...notification, format: chosen as 'text' }));
        const merged = merge(of(...notifications), words);
        expect(merged.flatMap(({ indexes }) => indexes).sort((a, b) => a - b)).toEqual(
          notifications.map((_, index) => index),
        );
        for (const message of merged.flatMap(({ messages }) => messages)) {
          const content = contentOf(message);
          expect(Buffer.byteLength(content)).toBeLessThanOrEqual(MAX_CONTENT_BYTES[message.msgtype as 'text']);
          expect(content.trim()).not.toBe('');
        }
      }),
      { numRuns: 200 },
    );
  });
});
