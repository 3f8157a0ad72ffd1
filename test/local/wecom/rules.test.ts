import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { judgeMessage } from '../../../local/wecom/rules.js';
import { at } from '../../../src/base/json.js';

const context = { maxTextBytes: 2048, hasMedia: (mediaId: string) => mediaId === 'media-1' };
const judge = (message: unknown) => judgeMessage(JSON.stringify(message), context);

const png = Buffer.from('iVBORw0KGgo=', 'base64');
const image = (over: object = {}) => ({
  msgtype: 'image',
  image: { base64: png.toString('base64'), md5: createHash('md5').update(png).digest('hex'), ...over },
});
const article = (over: object = {}) => ({ title: '日报', url: 'https://example.com/', ...over });
const news = (...articles: object[]) => ({ msgtype: 'news', news: { articles } });
const card = (over: object = {}) => ({
  msgtype: 'template_card',
  template_card: {
    card_type: 'text_notice',
    main_title: { title: '发布完成' },
    card_action: { type: 1, url: 'https://example.com/' },
    ...over,
  },
});
const items = (count: number, item: object) => Array.from({ length: count }, () => item);

const ACCEPTED: readonly [string, object][] = [
  ['text of 2048 bytes', { msgtype: 'text', text: { content: 'x'.repeat(2048) } }],
  [
    'text with mentions',
    { msgtype: 'text', text: { content: '好', mentioned_list: ['@all'], mentioned_mobile_list: [] } },
  ],
  ['markdown of 4096 bytes', { msgtype: 'markdown', markdown: { content: 'x'.repeat(4096) } }],
  ['markdown_v2 of 4096 bytes', { msgtype: 'markdown_v2', markdown_v2: { content: 'x'.repeat(4096) } }],
  ['an image with its md5', image()],
  ['eight articles', news(...items(8, article()))],
  ['a url without scheme, as in the official sample', news(article({ url: 'www.qq.com' }))],
  ['a file this robot uploaded', { msgtype: 'file', file: { media_id: 'media-1' } }],
  ['a voice this robot uploaded', { msgtype: 'voice', voice: { media_id: 'media-1' } }],
  ['a text_notice', card()],
  ['a text_notice with a sub title alone', card({ main_title: {}, sub_title_text: '说明' })],
  ['a card that opens a mini program', card({ card_action: { type: 2, appid: 'wx1' } })],
  ['six horizontal items', card({ horizontal_content_list: items(6, { keyname: '负责人', value: '王芳' }) })],
  ['a news_notice', card({ card_type: 'news_notice', card_image: { url: 'https://example.com/a.png' } })],
];

test.each(ACCEPTED)('judgeMessage: accepts %s', (_name, message) => {
  expect(judge(message)).toEqual({ accepted: true, message });
});

const REFUSED: readonly [number, string, string, object][] = [
  [40008, 'no msgtype', 'invalid message type', { text: { content: 'hi' } }],
  [40008, 'an unknown msgtype', 'invalid message type', { msgtype: 'textcard' }],
  [40008, 'a msgtype that is a property of every object', 'invalid message type', { msgtype: 'constructor' }],
  [44004, 'no content', 'empty content', { msgtype: 'text', text: {} }],
  [44004, 'empty content', 'empty content', { msgtype: 'markdown', markdown: { content: '' } }],
  [44004, 'text under the wrong name', 'empty content', { msgtype: 'markdown', text: { content: 'hi' } }],
  [40058, 'content that is no string', 'invalid Request Parameter', { msgtype: 'text', text: { content: { a: 1 } } }],
  [
    40058,
    '2049 bytes of text',
    'text.content exceed max length 2048. invalid Request Parameter',
    { msgtype: 'text', text: { content: `${'中'.repeat(682)}xxx` } },
  ],
  [
    40058,
    '4097 bytes of markdown',
    'markdown.content exceed max length 4096. invalid Request Parameter',
    { msgtype: 'markdown', markdown: { content: 'x'.repeat(4097) } },
  ],
  [
    40058,
    '4098 bytes of markdown_v2',
    'markdown_v2.content exceed max length 4096. invalid Request Parameter',
    { msgtype: 'markdown_v2', markdown_v2: { content: '中'.repeat(1366) } },
  ],
  [
    40058,
    'mentions joined by bars',
    'invalid Request Parameter',
    { msgtype: 'text', text: { content: 'a', mentioned_list: 'a|b' } },
  ],
  [
    40058,
    'mobiles that are numbers',
    'invalid Request Parameter',
    { msgtype: 'text', text: { content: 'a', mentioned_mobile_list: [13800138000] } },
  ],
  [44001, 'an image without bytes', 'empty media data', image({ base64: '' })],
  [301019, 'an image with another md5', 'media md5 not match', image({ md5: '0'.repeat(32) })],
  [
    40009,
    'an image over 2 MB',
    'invalid image size',
    image({ base64: Buffer.alloc(2 * 1024 * 1024 + 1).toString('base64') }),
  ],
  [40058, 'news without articles', 'invalid Request Parameter', news()],
  [45008, 'nine articles', 'article count out of limit', news(...items(9, article()))],
  [41016, 'an article without title', 'missing title', news(article(), article({ title: '' }))],
  [41010, 'an article without url', 'missing url', news(article({ url: undefined }))],
  [40039, 'a url of 1025 bytes', 'invalid url size', news(article({ url: `https://${'a'.repeat(1017)}` }))],
  [40058, 'a picurl that is null', 'invalid Request Parameter', news(article({ picurl: null }))],
  [41006, 'a file without media_id', 'media_id missing', { msgtype: 'file', file: {} }],
  [40007, "another robot's media", 'invalid media_id', { msgtype: 'voice', voice: { media_id: 'media-2' } }],
  [40058, 'a card with buttons', 'invalid Request Parameter', card({ card_type: 'button_interaction' })],
  [41016, 'a card without any title', 'missing title', card({ main_title: {} })],
  [
    41016,
    'a news_notice with a sub title alone',
    'missing title',
    card({ card_type: 'news_notice', main_title: {}, sub_title_text: 'a' }),
  ],
  [41010, 'a news_notice without image', 'missing url', card({ card_type: 'news_notice' })],
  [
    40058,
    'an image too wide',
    'invalid Request Parameter',
    card({ card_type: 'news_notice', card_image: { url: 'a', aspect_ratio: 2.3 } }),
  ],
  [40058, 'a card without action', 'invalid Request Parameter', card({ card_action: undefined })],
  [41010, 'a card that opens no url', 'missing url', card({ card_action: { type: 1 } })],
  [40058, 'a mini program without appid', 'invalid Request Parameter', card({ card_action: { type: 2 } })],
  [
    40058,
    'seven horizontal items',
    'invalid Request Parameter',
    card({ horizontal_content_list: items(7, { keyname: 'a' }) }),
  ],
  [
    40058,
    'a jump without title',
    'invalid Request Parameter',
    card({ jump_list: [{ type: 1, url: 'https://example.com/' }] }),
  ],
];

test.each(REFUSED)('judgeMessage: %i for %s', (errcode, _name, reason, message) => {
  expect(judge(message)).toEqual({ accepted: false, refusal: { errcode, reason } });
});

test.each(['', 'null', '[]', '"text"', '{"msgtype":"text"', 'msgtype=text'])(
  'judgeMessage: 40008 with a warning for a body that is no JSON object: %j',
  (body) => {
    expect(judgeMessage(body, context)).toEqual({
      accepted: false,
      refusal: { errcode: 40008, reason: 'Warning: wrong json format. invalid message type' },
    });
  },
);

test('judgeMessage: cuts the titles and descriptions of news without a word, at whole characters', () => {
  const verdict = judge(news(article({ title: '长'.repeat(50), description: '述'.repeat(200) })));
  expect(at(verdict, 'message', 'news', 'articles', 0)).toEqual({
    title: '长'.repeat(42),
    description: '述'.repeat(170),
    url: 'https://example.com/',
  });
});

test('judgeMessage: takes text up to the size it is told', () => {
  const body = JSON.stringify({ msgtype: 'text', text: { content: 'x'.repeat(5120) } });
  expect(judgeMessage(body, { ...context, maxTextBytes: 5120 }).accepted).toBe(true);
});
