import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at } from '../../../src/base/json.js';
import { InvalidInputError } from '../../../src/domain/errors.js';
import type { Format } from '../../../src/domain/format.js';
import { type Mentions, NOBODY } from '../../../src/domain/mentions.js';
import { wordsOf } from '../../../src/text/words.js';
import { MAX_CONTENT_BYTES } from '../../../src/wecom/api/limits.js';
import type { WecomMessage } from '../../../src/wecom/api/message.js';
import { compose } from '../../../src/wecom/compose/compose.js';
import { native, rendered, written } from '../notifications.js';

const zh = wordsOf('zh-CN');
const FORMATS = ['text', 'markdown', 'markdown_v2'] as const;
const mentions = (changes: Partial<Mentions>): { mentions: Mentions } => ({ mentions: { ...NOBODY, ...changes } });
const contentOf = (message: WecomMessage | undefined): string => String(at(message, message?.msgtype ?? '', 'content'));

describe('compose: the link to the logs', () => {
  const logsLink =
    'https://cn-north-1.console.amazonaws.cn/cloudwatch/home?region=cn-north-1#logsV2:logs-insights$3FqueryDetail$3D~%28editorString~%27a*20b%29';
  const LINK = 'https://console.amazonaws.cn/cloudwatch/home?region=cn-north-1#alarmsV2:alarm/a';
  const lastLines = (format: Format) =>
    contentOf(compose(rendered({ format, logsLink }), zh)[0])
      .split('\n')
      .slice(-2);

  test('stands before that of the alarm in a text, which stays the last line', () => {
    expect(lastLines('text')).toEqual([`日志：${logsLink}`, LINK]);
  });

  test('stands beside it in markdown, its asterisks encoded', () => {
    const links = `[详情](${LINK}) · [日志](${logsLink.replaceAll('*', '%2A')})`;
    expect(lastLines('markdown').at(-1)).toBe(links);
    expect(lastLines('markdown_v2').at(-1)).toBe(links);
  });

  test('is the first thing that a message without room does without', () => {
    const details = '超过阈值。'.repeat(80);
    const room = MAX_CONTENT_BYTES.text - Buffer.byteLength(contentOf(compose(rendered({ details }), zh)[0]));
    expect(room).toBeGreaterThan(0);
    const long = `${logsLink}${'x'.repeat(Math.max(0, room))}`.slice(0, 1024);
    const content = contentOf(compose(rendered({ details, logsLink: long }), zh)[0]);
    expect(content).not.toContain('日志');
    expect(content).toBe(contentOf(compose(rendered({ details }), zh)[0]));
  });
});

describe('compose: an alarm as the group reads it', () => {
  test('text', () => {
    expect(contentOf(compose(rendered(), zh)[0])).toBe(
      [
        '🔴 告警 | 支付网关 5xx > 10 | 生产 ap-southeast-1',
        '指标：HTTPCode_Target_5XX_Count',
        '当前值：42',
        '时间：2026-11-22 20:03:37',
        '> 五分钟内超过阈值。',
        '> 请先看发布记录。',
        'https://console.amazonaws.cn/cloudwatch/home?region=cn-north-1#alarmsV2:alarm/a',
      ].join('\n'),
    );
  });

  test('markdown', () => {
    expect(contentOf(compose(rendered({ format: 'markdown' }), zh)[0])).toBe(
      [
        '🔴 <font color="warning">告警</font> | **支付网关 5xx > 10** | 生产 ap-southeast-1',
        '指标：HTTPCode_Target_5XX_Count',
        '当前值：42',
        '时间：2026-11-22 20:03:37',
        '> 五分钟内超过阈值。',
        '> 请先看发布记录。',
        '[详情](https://console.amazonaws.cn/cloudwatch/home?region=cn-north-1#alarmsV2:alarm/a)',
      ].join('\n'),
    );
  });

  test('markdown_v2 has no colours', () => {
    expect(contentOf(compose(rendered({ format: 'markdown_v2' }), zh)[0])).toBe(
      [
        '🔴 告警 | **支付网关 5xx > 10** | 生产 ap-southeast-1',
        '- 指标：HTTPCode_Target_5XX_Count',
        '- 当前值：42',
        '- 时间：2026-11-22 20:03:37',
        '> 五分钟内超过阈值。',
        '> 请先看发布记录。',
        '',
        '[详情](https://console.amazonaws.cn/cloudwatch/home?region=cn-north-1#alarmsV2:alarm/a)',
      ].join('\n'),
    );
  });

  test('what is not known is not shown', () => {
    const { details, link, ...bare } = rendered({ fields: [], where: '' });
    for (const format of FORMATS) {
      expect(contentOf(compose({ ...bare, format }, zh)[0])).toMatch(/^🔴 .*告警.* \| .*支付网关 5xx > 10\**$/);
    }
  });
});

describe('compose: who is mentioned, and by which message', () => {
  const everybody = mentions({ all: true, mobiles: ['13800138000'], userIds: ['zhangsan', 'lisi'] });
  const seeAbove = '🔴 支付网关 5xx > 10，详情见上一条';

  test('text: nobody, and no list', () => {
    expect(compose(written('你好'), zh)).toEqual([{ msgtype: 'text', text: { content: '你好' } }]);
  });

  test('text: by its own lists, @all after the mobiles', () => {
    expect(compose(written('你好', everybody), zh)).toEqual([
      {
        msgtype: 'text',
        text: {
          content: '你好',
          mentioned_list: ['zhangsan', 'lisi'],
          mentioned_mobile_list: ['13800138000', '@all'],
        },
      },
    ]);
  });

  test('text: @all alone', () => {
    expect(compose(written('你好', mentions({ all: true })), zh)).toEqual([
      { msgtype: 'text', text: { content: '你好', mentioned_mobile_list: ['@all'] } },
    ]);
  });

  test('markdown: user ids inline, the others by a text that repeats the title', () => {
    const [main, follow, ...more] = compose(rendered({ format: 'markdown', ...everybody }), zh);
    expect(contentOf(main)).toMatch(/\n<@zhangsan> <@lisi>$/);
    expect(follow).toEqual({
      msgtype: 'text',
      text: { content: seeAbove, mentioned_mobile_list: ['13800138000', '@all'] },
    });
    expect(more).toEqual([]);
  });

  test('markdown: user ids alone need no second message', () => {
    expect(compose(written('# 你好', { format: 'markdown', ...mentions({ userIds: ['zhangsan'] }) }), zh)).toEqual([
      { msgtype: 'markdown', markdown: { content: '# 你好\n<@zhangsan>' } },
    ]);
  });

  test('markdown: user ids for whom there is no room are mentioned by the second message', () => {
    const full = 'x'.repeat(MAX_CONTENT_BYTES.markdown);
    const [main, follow] = compose(written(full, { format: 'markdown', ...mentions({ userIds: ['zhangsan'] }) }), zh);
    expect(contentOf(main)).toBe(full);
    expect(follow).toEqual({
      msgtype: 'text',
      text: { content: '⚪ 每日报告，详情见上一条', mentioned_list: ['zhangsan'] },
    });
  });

  test('markdown_v2: everybody by the second message', () => {
    const messages = compose(rendered({ format: 'markdown_v2', ...everybody }), zh);
    expect(messages).toHaveLength(2);
    expect(contentOf(messages[0])).not.toContain('zhangsan');
    expect(messages[1]).toEqual({
      msgtype: 'text',
      text: {
        content: seeAbove,
        mentioned_list: ['zhangsan', 'lisi'],
        mentioned_mobile_list: ['13800138000', '@all'],
      },
    });
  });

  test.each(FORMATS)('%s: a person nobody registered is named in the last line', (format) => {
    const messages = compose(rendered({ format, ...mentions({ people: ['王芳', '<@李雷>'] }) }), zh);
    expect(messages).toHaveLength(1);
    expect(contentOf(messages[0]).split('\n').at(-1)).toBe('@王芳（未登记） @＜@李雷>（未登记）');
  });

  test('a person for whom there is no room is named in a second message', () => {
    const full = 'x'.repeat(MAX_CONTENT_BYTES.text);
    const messages = compose(written(full, mentions({ people: ['王芳'] })), zh);
    expect(messages.map(contentOf)).toEqual([full, '⚪ 每日报告，详情见上一条\n@王芳（未登记）']);
  });

  test('English', () => {
    const [main, follow] = compose(
      rendered({ format: 'markdown_v2', ...mentions({ all: true, people: ['Ann'] }) }),
      wordsOf('en'),
    );
    expect(contentOf(main)).toContain('[Details](https://');
    expect(contentOf(main)).toMatch(/@Ann \(not registered\)$/);
    expect(contentOf(follow)).toBe('🔴 支付网关 5xx > 10: details in the message above');
  });
});

describe("compose: a caller's own text", () => {
  test.each(FORMATS)('%s: is sent as written', (format) => {
    const body = '**粗体** <@zhangsan> [链接](https://a.example) `代码`\r\n| a |\n|---|';
    expect(contentOf(compose(written(body, { format }), zh)[0])).toBe(body);
  });

  test('colours of a terminal are left out', () => {
    expect(contentOf(compose(written('\u001b[31mFAILED\u001b[0m test_a'), zh)[0])).toBe('FAILED test_a');
  });

  test('null bytes and lone surrogates, which WeCom cannot carry, are cleaned', () => {
    expect(contentOf(compose(written('a\0b\ud83d'), zh)[0])).toBe('ab\ufffd');
  });

  test('a part shows which one it is; in markdown_v2 apart from a table', () => {
    const part = { number: 2, of: 3 };
    expect(contentOf(compose(written('二', { part }), zh)[0])).toBe('二\n(2/3)');
    expect(contentOf(compose(written('| 二 |', { part, format: 'markdown_v2' }), zh)[0])).toBe('| 二 |\n\n(2/3)');
  });
});

describe('compose: a notice of ours', () => {
  const notice = '⚠️ 未找到机器人“dba”，已发到默认群';

  test('stands above the message', () => {
    expect(contentOf(compose(rendered(), zh, notice)[0])).toMatch(new RegExp(`^${notice}\n🔴 告警`));
    expect(contentOf(compose(written('你好'), zh, notice)[0])).toBe(`${notice}\n你好`);
  });
  test('is a message of its own where there is no room', () => {
    const full = 'x'.repeat(MAX_CONTENT_BYTES.text);
    expect(compose(written(full), zh, notice).map(contentOf)).toEqual([notice, full]);
  });
  test('is a message of its own before a native one', () => {
    const message = { msgtype: 'file', file: { media_id: 'm' } };
    expect(compose(native(message), zh, notice)).toEqual([{ msgtype: 'text', text: { content: notice } }, message]);
  });
  test('is said once, not on every part', () => {
    expect(contentOf(compose(written('二', { part: { number: 2, of: 2 } }), zh, notice)[0])).toBe('二\n(2/2)');
  });
});

describe('compose: native messages', () => {
  test.each([
    [{ msgtype: 'text', text: { content: '你好', mentioned_list: ['a'] } }],
    [{ msgtype: 'markdown', markdown: { content: '<@a>' } }],
    [{ msgtype: 'news', news: { articles: [{ title: 't', url: 'https://a.example' }] }, extra: 1 }],
    [{ msgtype: 'template_card', template_card: { card_type: 'text_notice' } }],
  ])('pass unchanged: %j', (message) => {
    expect(compose(native(message), zh)).toEqual([message]);
  });

  test('a text takes further mentions into its own lists', () => {
    const text = { content: '你好', mentioned_mobile_list: ['13800138000'] };
    const added = mentions({ mobiles: ['13800138000', '13900139000'], all: true });
    expect(compose(native({ msgtype: 'text', text }, added), zh)).toEqual([
      {
        msgtype: 'text',
        text: { content: '你好', mentioned_mobile_list: ['13800138000', '13900139000', '@all'] },
      },
    ]);
  });

  test('others are followed by a text that mentions', () => {
    const message = { msgtype: 'markdown', markdown: { content: '# 你好' } };
    expect(compose(native(message, mentions({ all: true })), zh)).toEqual([
      message,
      { msgtype: 'text', text: { content: '⚪ 图文，详情见上一条', mentioned_mobile_list: ['@all'] } },
    ]);
  });

  test.each([
    [{}],
    [{ msgtype: 'toString' }],
    [{ msgtype: 'text' }],
    [{ msgtype: 'text', text: 'x' }],
    [{ msgtype: 1 }],
  ])('without a message outline is invalid: %j', (message) => {
    expect(() => compose(native(message), zh)).toThrow(InvalidInputError);
  });
});

describe('compose: an alarm that is too long', () => {
  const long = (format: Format, changes: Parameters<typeof rendered>[0]): string =>
    contentOf(compose(rendered({ format, ...changes }), zh)[0]);

  test('details end at a sentence first', () => {
    const fields = Array.from({ length: 8 }, (_, index) => ({ label: '字段', value: `${index}${'值'.repeat(60)}` }));
    const content = long('text', { fields, details: '数据库主节点的连接数已满，请检查应用的连接池。'.repeat(30) });
    expect(content).toContain(`字段：7${'值'.repeat(60)}\n`);
    expect(content.split('\n').at(-2)).toMatch(/请检查应用的连接池。…$/);
    expect(Buffer.byteLength(content)).toBeGreaterThan(1900);
  });

  test('then long values are cut, then fields go from the last one, marked', () => {
    const fields = Array.from({ length: 40 }, (_, index) => ({
      label: '字段',
      value: `${index}：${'值'.repeat(150)}`,
    }));
    const lines = long('text', { fields }).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '🔴 告警 | 支付网关 5xx > 10 | 生产 ap-southeast-1',
      `字段：0：${'值'.repeat(17)}…`,
      `字段：1：${'值'.repeat(17)}…`,
    ]);
    expect(lines.at(-2)).toBe('…');
    expect(lines.at(-1)).toMatch(/^https:/);
  });

  test('the first line loses the middle of its title over 200 characters', () => {
    const first = long('text', { title: `prod-payment-${'x'.repeat(300)}-5xx` }).split('\n')[0] ?? '';
    expect(first).toMatch(/^🔴 告警 \| prod-payment-x+…x+-5xx \| 生产 ap-southeast-1$/);
    expect([...first].length).toBeLessThanOrEqual(200);
  });

  test('a link over 1024 bytes is left out', () => {
    expect(long('text', { link: `https://a.example/${'x'.repeat(1024)}` })).not.toContain('https');
  });

  test('no line is over 200 characters but one that is a link', () => {
    const link = `https://a.example/${'y'.repeat(300)}`;
    const content = long('markdown', {
      fields: [
        { label: '日志', value: link },
        { label: '原因', value: 'word '.repeat(100) },
      ],
      details: `${'word '.repeat(100)} ${link} 完`,
    });
    for (const line of content.split('\n')) {
      if (!line.includes('https')) expect([...line].length).toBeLessThanOrEqual(210);
    }
    expect(content.split('\n').filter((line) => line.includes(link))).toHaveLength(2);
  });
});

describe('compose: properties', () => {
  const bit = fc.constantFrom(
    '<@all>',
    '<@',
    '](http://e)',
    '**',
    '`',
    '\n',
    '\n\n',
    '|',
    '🇨🇳',
    '支付',
    'a b',
    '。',
    '\u001b[0m',
    '\0',
    '\ud83d',
  );
  const text = (maxLength: number) =>
    fc.array(fc.oneof(bit, fc.string({ unit: 'grapheme', maxLength: 30 })), { maxLength }).map((bits) => bits.join(''));
  const anyRendered = fc.record({
    title: text(40),
    status: text(4),
    where: text(6),
    fields: fc.array(fc.record({ label: text(4), value: text(60) }), { maxLength: 30 }),
    details: fc.option(text(200), { nil: '' }),
    link: fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.integer({ min: 900, max: 1100 }).map((length) => `https://a.example/${'x'.repeat(length)}`),
      text(5),
    ),
    severity: fc.constantFrom('critical', 'error', 'warning', 'info', 'recovery'),
    people: fc.array(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 12 }),
    format: fc.constantFrom(...FORMATS),
  });

  test('any rendered event is one message within its limit, mentions nobody by itself and has no blank line run', () => {
    fc.assert(
      fc.property(anyRendered, fc.boolean(), ({ people, ...content }, hasNotice) => {
        const notice = hasNotice ? zh.phrase.unknownRobot('机'.repeat(40)) : '';
        const messages = compose(rendered({ ...content, ...mentions({ people }) }), zh, notice);
        const shown = contentOf(messages[0]);
        expect(messages.filter(({ msgtype }) => msgtype === content.format && shown !== '')).not.toEqual([]);
        expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(MAX_CONTENT_BYTES[content.format]);
        expect(shown).not.toMatch(/<@|\n\n\n|(?!\n)\p{Cc}|\p{Surrogate}/u);
        expect(shown.startsWith(notice)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('time grows with the content: with its square, it would exceed the time limit of the test', () => {
    for (const format of FORMATS) {
      const fields = Array.from({ length: 2000 }, () => ({ label: '字段', value: '值'.repeat(500) }));
      const messages = compose(
        rendered({ format, fields, details: 'x y。'.repeat(200_000), title: 'z'.repeat(1e6) }),
        zh,
      );
      expect(Buffer.byteLength(contentOf(messages[0]))).toBeLessThanOrEqual(MAX_CONTENT_BYTES[format]);
    }
  });
});
