import { expect, test } from 'vitest';
import { showMessage, textOf } from '../../../local/wecom/show.js';
import { mentionsIn } from '../../../local/wecom/shown-message.js';
import type { JsonObject } from '../../../src/base/json.js';

const show = (message: JsonObject) => showMessage({ robot: 'default', message, mentions: mentionsIn(message) });

const CASES: readonly [string, JsonObject, string][] = [
  [
    'text with its mentions',
    { msgtype: 'text', text: { content: '第一行\n\n第二行', mentioned_mobile_list: ['13800138000', '@all'] } },
    '┌ 🤖 default\n│ 第一行\n│\n│ 第二行\n└ @所有人 @13800138000',
  ],
  ['text that mentions nobody', { msgtype: 'text', text: { content: '好' } }, '┌ 🤖 default\n│ 好\n└'],
  [
    'markdown as a phone shows it',
    {
      msgtype: 'markdown',
      markdown: {
        content: '# <font color="warning">告警</font>\n**支付网关** [详情](https://example.com/) <@wangfang>',
      },
    },
    '┌ 🤖 default · markdown\n│ 告警\n│ 支付网关 详情 https://example.com/ @wangfang\n└ @wangfang',
  ],
  [
    'an image by its size',
    { msgtype: 'image', image: { base64: 'AAAA', md5: '' } },
    '┌ 🤖 default · image\n│ [图片 1 KB]\n└',
  ],
  [
    'news',
    { msgtype: 'news', news: { articles: [{ title: '日报', description: '正常', url: 'https://example.com/' }] } },
    '┌ 🤖 default · news\n│ 日报\n│ 正常\n│ https://example.com/\n└',
  ],
  ['a file', { msgtype: 'file', file: { media_id: 'media-1' } }, '┌ 🤖 default · file\n│ [文件 media-1]\n└'],
  [
    'a card',
    {
      msgtype: 'template_card',
      template_card: {
        main_title: { title: '发布完成', desc: 'v1.2' },
        horizontal_content_list: [{ keyname: '负责人', value: '王芳' }],
        card_action: { type: 1, url: 'https://example.com/' },
      },
    },
    '┌ 🤖 default · template_card\n│ 发布完成\n│ v1.2\n│ 负责人  王芳\n│ https://example.com/\n└',
  ],
  ['a type it does not know', { msgtype: 'other' }, '┌ 🤖 default · other\n│ [other]\n└'],
  [
    'text without what could drive a terminal',
    { msgtype: 'text', text: { content: 'a\u001b[31mb\r' } },
    '┌ 🤖 default\n│ a[31mb\n└',
  ],
];

test.each(CASES)('showMessage: shows %s', (_name, message, shown) => {
  expect(show(message)).toBe(shown);
});

test.each([
  [{ msgtype: 'text', text: { content: '好', mentioned_list: ['@all'] } }, '好\n@所有人'],
  [{ msgtype: 'markdown', markdown: { content: '**好**' } }, '好'],
])('textOf: %j', (message, text) => {
  expect(textOf(message)).toBe(text);
});

test('mentionsIn: finds each once, in lists and inline, and only where WeCom looks', () => {
  const text = {
    content: '请 <@wangfang> 与 <@liqiang> 处理',
    mentioned_list: ['wangfang', '@all'],
    mentioned_mobile_list: ['13800138000', '13800138000'],
  };
  expect(mentionsIn({ msgtype: 'text', text })).toEqual({
    all: true,
    mobiles: ['13800138000'],
    userIds: ['wangfang', 'liqiang'],
  });
  expect(mentionsIn({ msgtype: 'markdown', markdown: text })).toEqual({
    all: false,
    mobiles: [],
    userIds: ['wangfang', 'liqiang'],
  });
  expect(mentionsIn({ msgtype: 'markdown_v2', markdown_v2: text })).toEqual({ all: false, mobiles: [], userIds: [] });
});
