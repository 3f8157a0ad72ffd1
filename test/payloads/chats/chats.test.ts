import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/domain/notification.js';
import { payloadOf } from '../../../src/payloads/payloads.js';
import { emptyEvent } from '../../../src/sources/envelope.js';
import { header, NOW, renderContext } from '../../support/read-context.js';
import { readPayload } from '../read-payload.js';

const event = emptyEvent('http', 'http:request-1', NOW);
const read = (value: unknown): Draft => readPayload(value, { event, renderContext, header });

describe('dingtalk', () => {
  it.each<[string, object, string]>([
    ['text', { msgtype: 'text', text: { content: '构建失败 @13800138000' }, at: {} }, '构建失败 @13800138000'],
    [
      'a title that the text repeats',
      { msgtype: 'markdown', markdown: { title: '告警', text: '### 告警\n内存' } },
      '### 告警\n内存',
    ],
    ['a title of its own', { msgtype: 'markdown', markdown: { title: '告警', text: '内存满' } }, '**告警**\n内存满'],
    [
      'an image',
      { msgtype: 'markdown', markdown: { title: '图', text: '图 ![a](https://x/a.png)' } },
      '图 [a](https://x/a.png)',
    ],
    [
      'colours',
      {
        msgtype: 'markdown',
        markdown: { title: 'a', text: '<font color="#FF0000">a</font> <font color=green>b</font>' },
      },
      '<font color="warning">a</font> <font color="info">b</font>',
    ],
    [
      'link',
      { msgtype: 'link', link: { title: '发布', text: 'v1.2', messageUrl: 'https://ci/1', picUrl: '' } },
      '发布\nv1.2\nhttps://ci/1',
    ],
    [
      'actionCard of one button',
      {
        msgtype: 'actionCard',
        actionCard: { title: 'a', text: 'a 失败', singleTitle: '查看', singleURL: 'https://ci/1' },
      },
      'a 失败\n[查看](https://ci/1)',
    ],
    [
      'actionCard of several',
      {
        msgtype: 'actionCard',
        actionCard: { title: 'a', text: 'a', btns: [{ title: '好', actionURL: 'https://ci/1' }] },
      },
      'a\n[好](https://ci/1)',
    ],
    [
      'feedCard',
      { msgtype: 'feedCard', feedCard: { links: [{ title: '一', messageURL: 'https://a', picURL: '' }] } },
      '[一](https://a)',
    ],
  ])('dingtalk: %s becomes the text that people read', (_, message, body) => {
    expect(read(message)).toMatchObject({ renderer: 'dingtalk', kind: 'written', body });
  });

  it.each([
    ['查看', 'javascript:alert(1)', '查看'],
    ['查看', 'dtmd://dingtalkclient/sendMessage?content=1', '查看'],
    [
      'https://bank.example.com',
      'https://evil.example.net/a',
      '[https://evil.example.net/a](https://evil.example.net/a)',
    ],
    ['bank.example.com 登录', 'https://evil.example.net/a', '[https://evil.example.net/a](https://evil.example.net/a)'],
    ['a](https://evil.example.net) [b', 'https://ci/1', '[https://ci/1](https://ci/1)'],
    ['[v1] 好', 'https://ci/1', '[［v1］ 好](https://ci/1)'],
  ])('dingtalk: a button %s to %s leads where it says: %s', (title, url, shown) => {
    const card = (actionCard: object) =>
      read({ msgtype: 'actionCard', actionCard: { title: 'a', text: 'a', ...actionCard } });
    expect(card({ singleTitle: title, singleURL: url })).toMatchObject({ body: `a\n${shown}` });
    expect(card({ btns: [{ title, actionURL: url }] })).toMatchObject({ body: `a\n${shown}` });
    const links = [{ title, messageURL: url }];
    expect(read({ msgtype: 'feedCard', feedCard: { links } })).toMatchObject({ body: shown });
  });

  it('dingtalk: a link in the text leads where it says', () => {
    const text = 'x [查看](javascript:alert) [https://bank.example.com](https://evil.example.net/a) [好](https://ci/1)';
    expect(read({ msgtype: 'markdown', markdown: { title: 'x', text } })).toMatchObject({
      body: 'x 查看 [https://evil.example.net/a](https://evil.example.net/a) [好](https://ci/1)',
    });
  });

  it('dingtalk: those in at are called', () => {
    const text = { msgtype: 'text', text: { content: 'x' } };
    const at = { atMobiles: ['13800138000', '+86-13900139000', 13800138000], atUserIds: ['u1'], isAtAll: false };
    expect(read({ ...text, at }).overrides.mentions).toMatchObject({
      all: false,
      mobiles: ['13800138000', '13900139000'],
      userIds: [],
    });
    expect(read({ ...text, at: { isAtAll: true } }).overrides.mentions).toMatchObject({ all: true });
    expect(read({ ...text, at: {} }).overrides).toEqual({});
  });

  it('dingtalk: a message that WeCom writes alike is WeCom’s', () => {
    expect(payloadOf({ msgtype: 'markdown', markdown: { content: 'x' } })?.name).toBe('wecom');
    expect(payloadOf({ msgtype: 'text', text: { content: 'x' } })?.name).toBe('wecom');
  });

  it('dingtalk: without anything to read it is refused by name', () => {
    expect(() => read({ msgtype: 'link', link: {} })).toThrow('Cannot send link');
  });
});

describe('slack', () => {
  it('slack: a text is plain, and @channel calls everybody', () => {
    expect(read({ text: '*构建失败* <https://ci.example.com/1|#1>', username: 'ci' })).toMatchObject({
      renderer: 'slack',
      body: '构建失败 #1 https://ci.example.com/1',
      overrides: {},
    });
    expect(read({ text: '<!channel> 数据库宕机' }).overrides.mentions).toMatchObject({ all: true });
  });

  it('slack: a body with a field that Slack does not have is another tool’s', () => {
    expect(payloadOf({ text: 'x', alertId: 1 })).toBeUndefined();
  });

  it('slack: an attachment is title, text, fields and link, and its colour says how bad it is', () => {
    const attachment = {
      ...{ title: '[FIRING:1] HighCPU', title_link: 'https://am', text: '*web-1* CPU 95%', color: 'danger' },
      fields: [{ title: 'Severity', value: 'critical', short: true }, { value: '没有标题' }],
    };
    expect(read({ channel: '#ops', username: 'alertmanager', attachments: [attachment] })).toMatchObject({
      kind: 'rendered',
      severity: 'error',
      title: '[FIRING:1] HighCPU',
      details: 'web-1 CPU 95%\n没有标题',
      fields: [{ label: 'Severity', value: 'critical' }],
      link: 'https://am',
    });
  });

  it.each([
    ['danger', 'error'],
    ['#a30200', 'error'],
    ['#D63232', 'error'],
    ['warning', 'warning'],
    ['#daa038', 'warning'],
    ['good', 'recovery'],
    ['#36a64f', 'recovery'],
    ['2eb886', 'recovery'],
    ['#439FE0', 'info'],
    ['#cccccc', 'info'],
    ['', 'info'],
  ])('slack: the colour %s is %s', (color, severity) => {
    expect(read({ attachments: [{ text: 'x', color }] })).toMatchObject({ severity });
  });

  it('slack: of several colours the worst counts', () => {
    const attachments = ['good', 'danger', 'warning'].map((color) => ({ text: color, color }));
    expect(read({ attachments })).toMatchObject({ severity: 'error' });
  });

  it('slack: an attachment with nothing but a fallback shows that', () => {
    expect(read({ attachments: [{ fallback: '备份失败', color: 'danger' }] })).toMatchObject({ title: '备份失败' });
  });

  it('slack: blocks are header, sections, context and a button’s link', () => {
    const blocks = [
      { type: 'header', text: { type: 'plain_text', text: '部署失败' } },
      {
        type: 'section',
        text: { type: 'mrkdwn', text: '*payment-api* v1.2' },
        fields: [{ type: 'mrkdwn', text: '*环境*：生产' }],
      },
      { type: 'divider' },
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: '原因：' },
              { type: 'text', text: '超时' },
            ],
          },
        ],
      },
      {
        type: 'context',
        elements: [
          { type: 'image', image_url: 'https://x' },
          { type: 'mrkdwn', text: '由 ci 触发' },
        ],
      },
      { type: 'actions', elements: [{ type: 'button', text: { text: '查看' }, url: 'https://ci/1' }] },
      { type: 'of the future', text: 1 },
    ];
    expect(read({ text: 'a fallback', blocks })).toMatchObject({
      title: '部署失败',
      details: 'payment-api v1.2\n环境：生产\n原因：超时\n由 ci 触发',
      link: 'https://ci/1',
    });
  });
});

describe('feishu', () => {
  it('feishu: a text, with those it names', () => {
    const text = '<at user_id="all">所有人</at> 数据库宕机';
    expect(read({ msg_type: 'text', content: { text } })).toMatchObject({
      renderer: 'feishu',
      body: '@所有人 数据库宕机',
      overrides: { mentions: { all: true } },
    });
  });

  it('feishu: a post is its title and a line for each paragraph, also as a text of JSON', () => {
    const post = {
      zh_cn: {
        title: '发布',
        content: [
          [
            { tag: 'text', text: 'v1.2 ' },
            { tag: 'a', text: '查看', href: 'https://ci/1' },
          ],
          [
            { tag: 'at', user_id: 'ou_1', user_name: '王芳' },
            { tag: 'img', image_key: 'x' },
          ],
        ],
      },
    };
    const body = '发布\nv1.2 查看 https://ci/1\n@王芳';
    expect(read({ msg_type: 'post', content: { post } })).toMatchObject({ body, overrides: {} });
    expect(read({ msg_type: 'post', content: JSON.stringify({ post }) })).toMatchObject({ body });
  });

  it('feishu: a card is its header, its texts and a button’s link; its colour says how bad it is', () => {
    const card = {
      header: { template: 'red', title: { tag: 'plain_text', content: '磁盘满' } },
      elements: [
        {
          tag: 'div',
          text: { tag: 'lark_md', content: '**主机**：web-1 <at id=all></at>' },
          fields: [{ text: { content: '环境：生产' } }],
        },
        { tag: 'hr' },
        { tag: 'markdown', content: '见 [手册](https://wiki/1) <font color="red">93%</font>' },
        { tag: 'action', actions: [{ tag: 'button', text: { content: '查看' }, url: 'https://grafana/1' }] },
        { tag: 'note', elements: [{ tag: 'plain_text', content: '来自夜莺' }] },
      ],
    };
    const expected = {
      kind: 'rendered',
      severity: 'error',
      title: '磁盘满',
      details: '主机：web-1 @all\n环境：生产\n见 手册 https://wiki/1 93%\n来自夜莺',
      link: 'https://grafana/1',
    };
    expect(read({ msg_type: 'interactive', card })).toMatchObject(expected);
    expect(read({ msg_type: 'interactive', card: JSON.stringify(card) })).toMatchObject(expected);
    const { elements, ...rest } = card;
    expect(read({ msg_type: 'interactive', card: { schema: '2.0', ...rest, body: { elements } } })).toMatchObject(
      expected,
    );
  });

  it('feishu: an image alone is refused', () => {
    expect(() => read({ msg_type: 'image', content: { image_key: 'x' } })).toThrow('Cannot send image');
  });
});
