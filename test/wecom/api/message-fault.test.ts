import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { judgeMessage } from '../../../local/wecom/rules.js';
import type { JsonObject } from '../../../src/base/json.js';
import { INVALID_JSON, messageFault } from '../../../src/wecom/api/message-fault.js';

const image = (bytes: Buffer, md5 = createHash('md5').update(bytes).digest('hex')) => ({
  msgtype: 'image',
  image: { base64: bytes.toString('base64'), md5 },
});
const article = { title: 't', url: 'https://x' };
const news = (...articles: readonly unknown[]) => ({ msgtype: 'news', news: { articles } });
const action = { type: 1, url: 'https://x' };
const notice = (changed: object = {}) => ({
  msgtype: 'template_card',
  template_card: { card_type: 'text_notice', main_title: { title: 't' }, card_action: action, ...changed },
});
const picture = { card_type: 'news_notice', card_image: { url: 'https://x' } };
const list = (length: number, entry: object) => Array.from({ length }, () => entry);

const TAKEN: readonly (readonly [string, JsonObject])[] = [
  ['text', { msgtype: 'text', text: { content: 'x', mentioned_list: ['a', '@all'], mentioned_mobile_list: ['1'] } }],
  ['text without mentions', { msgtype: 'text', text: { content: 'x' } }],
  ['markdown', { msgtype: 'markdown', markdown: { content: 'x' } }],
  ['markdown_v2', { msgtype: 'markdown_v2', markdown_v2: { content: 'x' } }],
  ['an image', image(Buffer.from('png'))],
  ['an image of 2 MiB', image(Buffer.alloc(2 * 1024 * 1024))],
  [
    'an image whose md5 is in capitals',
    image(Buffer.from('png'), createHash('md5').update('png').digest('hex').toUpperCase()),
  ],
  ['an article', news(article)],
  ['eight articles', news(...list(8, article))],
  ['a file', { msgtype: 'file', file: { media_id: 'm' } }],
  ['a voice message', { msgtype: 'voice', voice: { media_id: 'm' } }],
  ['a text notice', notice()],
  ['a text notice by its sub-title', notice({ main_title: {}, sub_title_text: 's' })],
  ['a text notice of a mini program', notice({ card_action: { type: 2, appid: 'a' } })],
  [
    'a text notice with full lists',
    notice({ horizontal_content_list: list(6, { keyname: 'k' }), jump_list: list(3, { title: 't' }) }),
  ],
  ['a news notice', notice({ ...picture, vertical_content_list: list(4, { title: 't' }) })],
];

const REFUSED: readonly (readonly [number, string, JsonObject])[] = [
  [40008, 'no type', {}],
  [40008, 'an unknown type', { msgtype: 'html', html: { content: 'x' } }],
  [40008, 'a type of the prototype', { msgtype: 'constructor' }],
  [40008, 'a type that is no text', { msgtype: ['text'], text: { content: 'x' } }],
  [44004, 'no content', { msgtype: 'text', text: {} }],
  [44004, 'an empty content', { msgtype: 'markdown', markdown: { content: '' } }],
  [44004, 'nothing under its type', { msgtype: 'markdown_v2' }],
  [44004, 'the content beside its type', { msgtype: 'text', content: 'x' }],
  [40058, 'a content that is no text', { msgtype: 'text', text: { content: 7 } }],
  [40058, 'a list of mentions that is a text', { msgtype: 'text', text: { content: 'x', mentioned_list: 'a|b' } }],
  [40058, 'a mobile that is a number', { msgtype: 'text', text: { content: 'x', mentioned_mobile_list: [138] } }],
  [44001, 'an image without bytes', { msgtype: 'image', image: { md5: 'x' } }],
  [40009, 'an image over 2 MiB', image(Buffer.alloc(2 * 1024 * 1024 + 1))],
  [301019, 'a wrong md5', image(Buffer.from('png'), 'x')],
  [40058, 'no article', news()],
  [45008, 'nine articles', news(...list(9, article))],
  [41016, 'an article without title', news({ url: 'https://x' })],
  [41010, 'an article without url', news({ title: 't' })],
  [40039, 'an article with an endless url', news({ title: 't', url: `https://${'x'.repeat(1024)}` })],
  [40058, 'an article whose picture is null', news({ ...article, picurl: null })],
  [41006, 'no media_id', { msgtype: 'file', file: {} }],
  [40058, 'a card for applications', notice({ card_type: 'button_interaction' })],
  [41016, 'a card without title', notice({ main_title: {} })],
  [40058, 'a card without action', notice({ card_action: undefined })],
  [41010, 'a card whose action has no url', notice({ card_action: { type: 1 } })],
  [40058, 'a card whose mini program has no appid', notice({ card_action: { type: 2 } })],
  [40058, 'seven rows', notice({ horizontal_content_list: list(7, { keyname: 'k' }) })],
  [40058, 'four jumps', notice({ jump_list: list(4, { title: 't' }) })],
  [40058, 'a row without its name', notice({ horizontal_content_list: [{ value: 'v' }] })],
  [41010, 'a news notice without picture', notice({ ...picture, card_image: {} })],
  [40058, 'a picture out of proportion', notice({ ...picture, card_image: { url: 'https://x', aspect_ratio: 3 } })],
  [40058, 'five paragraphs', notice({ ...picture, vertical_content_list: list(5, { title: 't' }) })],
];

/** What the stand-in for WeCom makes of it, which has rules of its own. */
function standInFault(message: JsonObject): number {
  const verdict = judgeMessage(JSON.stringify(message), { maxTextBytes: 2048, hasMedia: () => true });
  return verdict.accepted ? 0 : verdict.refusal.errcode;
}

describe('messageFault: the limits that WeCom documents', () => {
  it.each(TAKEN)('%s has none', (_, message) => {
    expect([messageFault(message), standInFault(message)]).toEqual([undefined, 0]);
  });

  it.each(REFUSED)('%i: %s, as the stand-in says too', (errcode, _, message) => {
    expect([messageFault(message)?.errcode, standInFault(message)]).toEqual([errcode, errcode]);
  });

  it('a content that is too long is none: it is sent in parts', () => {
    expect(messageFault({ msgtype: 'text', text: { content: 'x'.repeat(100_000) } })).toBeUndefined();
  });

  it('a null among the mentions is none: clients that mention nobody write one', () => {
    expect(messageFault({ msgtype: 'text', text: { content: 'x', mentioned_list: [null] } })).toBeUndefined();
  });

  it("broken JSON has the stand-in's errcode", () => {
    const verdict = judgeMessage('{"msgtype":', { maxTextBytes: 2048, hasMedia: () => true });
    expect(verdict).toMatchObject({ accepted: false, refusal: { errcode: INVALID_JSON.errcode } });
  });
});
