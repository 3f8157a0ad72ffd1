import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/base/columns.js';
import { NOBODY } from '../../../src/domain/mentions.js';
import type { Notification } from '../../../src/domain/notification.js';
import type { Severity } from '../../../src/domain/severity.js';
import { wordsOf } from '../../../src/text/words.js';
import { MAX_CONTENT_BYTES } from '../../../src/wecom/api/limits.js';
import type { WecomMessage } from '../../../src/wecom/api/message.js';
import { ROW_COLUMNS } from '../../../src/wecom/compose/columns.js';
import type { Mergeable } from '../../../src/wecom/compose/digest-line.js';
import { merge as mergeIn } from '../../../src/wecom/compose/merge.js';
import { writtenNotification } from '../../support/queue-item.js';

const words = wordsOf('zh-CN');
const merge = (mergeables: readonly Mergeable[]) => mergeIn(mergeables, words, 'Asia/Shanghai');
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
  thing: title,
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

/** An alarm that fires twice and recovers twice. */
const flapping = (title: string, over: Partial<Rendered>) =>
  (['error', 'recovery', 'error', 'recovery'] as const).map((severity, index) =>
    alarm(title, severity, { ...over, occurredAt: index }),
  );

describe('merge: links to logs', () => {
  it('merge: among other alarms they are left out, so that two full texts stay full texts', () => {
    const logsLink = `https://console.amazonaws.cn/${'l'.repeat(900)}`;
    const both = ['a', 'b'].map((title) => ({
      notification: alarm(title, 'error', { logsLink }),
      notice: '',
      whom: '',
    }));
    const [merged] = merge(both);
    const plain = merge(both.map((one) => ({ ...one, notification: alarm(one.notification.title) })));
    expect([merged?.messages]).toEqual([plain[0]?.messages]);
  });
});

describe('merge', () => {
  it('merge: full texts go in one message where they fit', () => {
    const [only, ...rest] = merge(of(alarm('a'), writtenNotification('b')));
    expect(rest).toEqual([]);
    expect(only?.indexes).toEqual([0, 1]);
    expect(contentOf(only?.messages[0])).toBe(
      '🔴 告警 | a | 生产 ap-southeast-1\n条件：CPUUtilization > 80\n\nbody of b',
    );
  });

  it('merge: else a row each under a headline with what is common, most severe first, then by time', () => {
    const long = { fields: [{ label: '条件', value: 'x'.repeat(150) }], details: '说明。'.repeat(40) };
    const notifications = [
      alarm('恢复了', 'recovery', long),
      alarm('后来的', 'error', { ...long, occurredAt: 2 }),
      alarm('最坏的', 'critical', { ...long, occurredAt: 9 }),
      alarm('先来的', 'error', { ...long, occurredAt: 1, brief: '93.2 > 90%' }),
      writtenNotification('b', { title: '日报', body: '日报\n'.repeat(100) }),
    ];
    const [only, ...rest] = merge(of(...notifications));
    expect(rest).toEqual([]);
    expect(contentOf(only?.messages[0])).toBe(
      [
        '🔴 紧急 1 · 告警 2 · ⚪ 信息 1 · 🟢 恢复 1 | 生产 ap-southeast-1 | 08:00',
        '🔴 最坏的：紧急',
        '🔴 先来的：93.2 > 90%',
        '🔴 后来的：告警',
        '⚪ 日报',
        '🟢 1 个告警已恢复',
        '· 恢复了',
      ].join('\n'),
    );
  });

  it('merge: repeats of one alarm alone are its last state in full, with how often it fired', () => {
    const details = '说明。'.repeat(90);
    const [only, ...rest] = merge(of(...flapping('抖动', { details })));
    expect(rest).toEqual([]);
    expect(only?.indexes).toEqual([0, 1, 2, 3]);
    expect(contentOf(only?.messages[0])).toMatch(/^🟢 恢复 \| 抖动（触发 2 次） \| 生产 ap-southeast-1\n/);
  });

  it('merge: what fired and recovered meanwhile is one row, and counts once', () => {
    const details = '说明。'.repeat(90);
    const merged = merge(of(...flapping('抖动', { details }), alarm('别的', 'error', { details, occurredAt: 9 })));
    expect(merged.map(({ indexes }) => indexes)).toEqual([[0, 1, 2, 3, 4]]);
    expect(contentOf(merged[0]?.messages[0]).split('\n')).toEqual([
      '🔴 告警 1 · 🟢 恢复 1 | 生产 ap-southeast-1 | 08:00',
      '🔴 别的：告警',
      '🟢 1 个告警已恢复',
      '· 抖动（触发 2 次）',
    ]);
  });

  it('merge: only recoveries are a green message, which calls nobody but whom a recovery calls', () => {
    const details = '说明。'.repeat(90);
    const wang = { ...NOBODY, mobiles: ['13800138000'] };
    const over = [
      alarm('曾触发', 'error', { details, mentions: { ...NOBODY, all: true } }),
      ...['曾触发', 'a', 'b', 'c'].map((name, index) => alarm(name, 'recovery', { details, occurredAt: index + 1 })),
    ];
    const content = ['🟢 4 个告警已恢复 | 生产 ap-southeast-1 | 08:00', '· 曾触发（曾触发）', '· a', '· b', '· c'].join(
      '\n',
    );
    expect(merge(of(...over))[0]?.messages).toEqual([{ msgtype: 'text', text: { content } }]);
    const called = merge(of(...over, alarm('d', 'recovery', { details, occurredAt: 9, mentions: wang })));
    expect(called[0]?.messages[0]).toMatchObject({ text: { mentioned_mobile_list: ['13800138000'] } });
  });

  it('merge: names that would read alike when cut are cut where they differ, equal names told apart by their place', () => {
    const details = '说明。'.repeat(50);
    const names = Array.from(
      { length: 10 },
      (_, n) => `${'支付网关响应慢'.repeat(9)} 节点${n} ${'延迟过高'.repeat(9)}`,
    );
    const elsewhere = { details, where: '测试 cn-north-1', origin: { source: 'sns', region: 'cn-north-1' } as const };
    const alarms = [...names, '磁盘'].map((name) => alarm(name, 'error', { details }));
    const merged = merge(of(...alarms, alarm('磁盘', 'error', elsewhere)));
    expect(merged).toHaveLength(1);
    const lines = contentOf(merged[0]?.messages[0]).split('\n');
    for (const n of names.keys()) expect(lines).toContain(`🔴 支付网…节点${n} 延迟过…高延迟过高`);
    expect(lines).toContain('🔴 磁盘（生产 ap-southeast-1）：告警');
    expect(lines).toContain('🔴 磁盘（测试 cn-north-1）：告警');
  });

  it('merge: several places are headings, or stand in the rows if hardly two in a row have one', () => {
    const details = '说明。'.repeat(90);
    const at = (name: string, where: string) => alarm(name, 'error', { details, where });
    const grouped = merge(of(at('a', '生产 x-1'), at('b', '测试 y-1'), at('c', '生产 x-1'), at('d', '测试 y-1')));
    expect(contentOf(grouped[0]?.messages[0]).split('\n').slice(1)).toEqual([
      '【测试 y-1】',
      '🔴 b：告警',
      '🔴 d：告警',
      '【生产 x-1】',
      '🔴 a：告警',
      '🔴 c：告警',
    ]);
    const single = merge(of(at('a', '生产 x-1'), at('b', '生产 y-1'), at('c', '生产 z-1'), at('d', '生产 z-1')));
    expect(contentOf(single[0]?.messages[0]).split('\n')).toEqual([
      '🔴 告警 4 | 生产 | 08:00',
      '🔴 c：告警 | z-1',
      '🔴 d：告警 | z-1',
      '🔴 a：告警 | x-1',
      '🔴 b：告警 | y-1',
    ]);
  });

  it('merge: what all names begin and end with is said once', () => {
    const details = '说明。'.repeat(90);
    const names = ['orders', 'payment', 'stock'].map((name) => `prod-shop-${name}-5xx-high`);
    const [only] = merge(of(...names.map((name) => alarm(name, 'error', { details }))));
    expect(contentOf(only?.messages[0]).split('\n')).toEqual([
      '🔴 告警 3 | 生产 ap-southeast-1 | prod-shop-…-5xx-high | 08:00',
      '🔴 orders：告警',
      '🔴 payment：告警',
      '🔴 stock：告警',
    ]);
  });

  it('merge: a row without room drops its time, then its value, then the middle of its name', () => {
    const details = '说明。'.repeat(90);
    const row = (name: string, occurredAt: number) =>
      alarm(name, 'error', { details, brief: '93.2 > 90%', occurredAt });
    const names = [
      '磁盘',
      'a-name-of-twenty-col',
      'a-name-of-thirty-one-columns---',
      'a-name-of-forty-one-columns--------------',
    ];
    const [only] = merge(of(...names.map((name, index) => row(name, index * 3_600_000))));
    expect(contentOf(only?.messages[0]).split('\n')).toEqual([
      '🔴 告警 4 | 生产 ap-southeast-1 | 08:00–11:00',
      '🔴 磁盘：93.2 > 90%，08:00',
      '🔴 a-name-of-twenty-col：93.2 > 90%',
      '🔴 a-name-of-thirty-one-columns---',
      '🔴 a-name-of-forty…s--------------',
    ]);
  });

  it('merge: at most two links, to the lists that most are on, none in a row', () => {
    const rows = (region: string, count: number) =>
      Array.from({ length: count }, (_, index) =>
        alarm(`${region} ${index}`, 'error', {
          format: 'markdown',
          details: '说明。'.repeat(90),
          link: 'https://console.aws.amazon.com/one',
          listLink: `https://${region}.console.aws.amazon.com/list`,
          origin: { source: 'sns', region },
        }),
      );
    const merged = merge(of(...rows('us-east-1', 2), ...rows('us-west-2', 3), ...rows('eu-west-1', 4)));
    const content = contentOf(merged[0]?.messages[0]);
    expect(content.match(/https:/g)).toHaveLength(2);
    expect(content.split('\n').at(-1)).toBe(
      '[告警列表 eu-west-1](https://eu-west-1.console.aws.amazon.com/list) · [告警列表 us-west-2](https://us-west-2.console.aws.amazon.com/list)',
    );
  });

  it('merge: mentions are the union, and each row says for whom it is if they differ', () => {
    const details = '说明。'.repeat(300);
    const notifications = [
      alarm('a', 'error', { details, mentions: { ...NOBODY, mobiles: ['13800138000'] } }),
      alarm('b', 'error', { details, mentions: { ...NOBODY, all: true, mobiles: ['13900139000', '13800138000'] } }),
    ];
    const [only] = merge(
      notifications.map((notification, index) => ({ notification, whom: index === 0 ? '@王芳' : '' })),
    );
    expect(only?.messages).toHaveLength(1);
    expect(only?.messages[0]).toMatchObject({
      text: { mentioned_mobile_list: ['13800138000', '13900139000', '@all'] },
    });
    expect(contentOf(only?.messages[0])).toContain('🔴 a @王芳：告警\n');
  });

  it('merge: people whom all rows call are said once, in the headline', () => {
    const details = '说明。'.repeat(300);
    const both = (format: 'text' | 'markdown') =>
      merge(['a', 'b'].map((name) => ({ notification: alarm(name, 'error', { details, format }), whom: '@王芳' })));
    const headline = /^(\*\*)?🔴 告警 2 \| 生产 ap-southeast-1 \| @王芳 \| 08:00(\*\*)?\n/;
    for (const format of ['text', 'markdown'] as const) {
      const content = contentOf(both(format)[0]?.messages[0]);
      expect(content).toMatch(headline);
      expect(content.match(/@王芳/g)).toHaveLength(1);
    }
  });

  it('merge: of a storm the first message counts all by kind, the others are continued, recoveries come last', () => {
    const alarms = Array.from({ length: 150 }, (_, n) =>
      alarm(`支付网关后端节点 ${n} 响应过慢`, n % 10 === 0 ? 'recovery' : 'error', {
        occurredAt: n * 60_000,
        category: n % 3 === 0 ? 'RDS 磁盘' : '5xx',
      }),
    );
    const contents = merge(of(...alarms)).map(({ messages }) => contentOf(messages[0]));
    expect(contents[0]?.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(
        /^🔴 告警 135 · 🟢 恢复 15，本条 \d+ \| 生产 ap-southeast-1 \| 支付网关后端节点 … 响应过慢 \| 08:00–10:29$/,
      ),
      '5xx 90 · RDS 磁盘 45',
    ]);
    for (const content of contents.slice(1)) expect(content).toMatch(/^[^\n]+（续） \| 生产/);
    const rows = contents.flatMap((content) => content.split('\n'));
    expect(rows.findIndex((row) => row.startsWith('🟢'))).toBeGreaterThan(
      rows.findLastIndex((row) => /^🔴 \d/.test(row)),
    );
  });

  it('merge: a summary goes alone, whole, and what is before and after it is merged without it', () => {
    const rows = [{ text: 'the first row' }, { text: 'the last row' }];
    const summary = { ...alarm('summary'), isWhole: true, rows } as Notification;
    const merged = merge(of(alarm('a'), alarm('b'), summary, alarm('c')));
    expect(merged.map(({ indexes }) => indexes)).toEqual([[0, 1], [2], [3]]);
    expect(JSON.stringify(merged[1]?.messages)).toContain('the last row');
  });

  it('merge: native messages and parts go alone, in order', () => {
    const part = writtenNotification('p', { part: { number: 1, of: 2 } });
    const native: Notification = {
      ...writtenNotification('n'),
      kind: 'native',
      native: { msgtype: 'text', text: { content: 'x' } },
    };
    const merged = merge(of(alarm('a'), alarm('b'), native, alarm('c'), part, alarm('d')));
    expect(merged.map(({ indexes }) => indexes)).toEqual([[0, 1], [2], [3], [4], [5]]);
  });

  it('merge: whatever waits, each is in exactly one message, no message is too long, no two rows read alike', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 400 });
    const similar = fc
      .tuple(fc.constantFrom('生产环境 支付网关 ', 'prod-'), fc.nat(40), fc.nat(9))
      .map(([start, length, n]) => `${start}${'慢-'.repeat(length)}${n}${'x'.repeat(length)}`);
    const format = fc.constantFrom('text', 'markdown', 'markdown_v2');
    const one = fc
      .record({
        title: fc.oneof(text, similar),
        details: text,
        where: fc.oneof(text, fc.constantFrom('生产 cn-north-1', '测试 cn-north-1')),
        brief: fc.oneof(text, fc.constant('93.2 > 90%')),
        severity: fc.constantFrom<Severity>('critical', 'error', 'warning', 'info', 'recovery'),
        occurredAt: fc.nat(1e9),
      })
      .map(({ title, severity, ...over }) => alarm(title || 'x', severity, over));
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 60 }), format, (alarms, chosen) => {
        const notifications = alarms.map((notification) => ({ ...notification, format: chosen as 'text' }));
        const merged = merge(of(...notifications));
        expect(merged.flatMap(({ indexes }) => indexes).sort((a, b) => a - b)).toEqual([...notifications.keys()]);
        for (const { messages, indexes } of merged) {
          const content = contentOf(messages[0]);
          expect(Buffer.byteLength(content)).toBeLessThanOrEqual(MAX_CONTENT_BYTES[chosen as 'text']);
          expect(content.trim()).not.toBe('');
          expect(indexes.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('merge: counts in the headlines add up to the rows, and no row is there twice', () => {
    const name = fc
      .tuple(fc.nat(300), fc.constantFrom('磁盘', 'prod-backend-orders-latency-p99-high'))
      .map(([n, what]) => `${what} 节点${n} ${'过载'.repeat(n % 12)}`);
    const one = fc
      .tuple(name, fc.constantFrom<Severity>('error', 'warning', 'recovery'), fc.nat(1e7))
      .map(([title, severity, occurredAt]) =>
        alarm(title, severity, { occurredAt, details: '说明。'.repeat(400), brief: '93.2 > 90%' }),
      );
    const things = (alarms: readonly Notification[]): number => new Set(alarms.map(({ title }) => title)).size;
    const several = fc.array(one, { minLength: 2, maxLength: 200 }).filter((alarms) => things(alarms) > 1);
    fc.assert(
      fc.property(several, (alarms) => {
        const contents = merge(of(...alarms)).map(({ messages }) => contentOf(messages[0]));
        const rows = contents.flatMap((content) => content.split('\n').slice(1)).filter((row) => !/^🟢/.test(row));
        expect(new Set(rows).size).toBe(rows.length);
        expect(rows).toHaveLength(things(alarms));
        const [counts = ''] = (contents[0] ?? '').split(/，| \| /);
        const counted = [...counts.matchAll(/ (\d+)(?= ·| 个|$)/g)];
        expect(counted.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(things(alarms));
        for (const row of rows) expect(columnsOf(row)).toBeLessThanOrEqual(ROW_COLUMNS + '（触发 10 次）'.length * 2);
      }),
      { numRuns: 60 },
    );
  });
});
