import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/domain/notification.js';
import { emptyEvent } from '../../src/sources/envelope.js';
import { composed } from '../support/messages-of.js';
import { header, NOW, renderContext } from '../support/read-context.js';
import { readPayload } from './read-payload.js';

const event = emptyEvent('http', 'http:request-1', NOW);
const read = (value: unknown): Draft => readPayload(value, { event, renderContext, header });

describe("wecom: WeCom's own messages", () => {
  it.each<[string, object, string]>([
    ['text', { content: '第一行\n第二行', mentioned_list: ['@all'] }, '第一行'],
    ['markdown', { content: '## 标题\n> 内容' }, '标题'],
    ['markdown_v2', { content: '| a |' }, '| a |'],
    ['news', { articles: [{ title: '发布说明', url: 'https://x' }] }, '发布说明'],
    ['file', { media_id: 'm' }, '文件'],
    ['voice', { media_id: 'm' }, '语音'],
    ['image', { base64: 'cG5n', md5: 'bff139fa05ac583f685a523ab3d110a0' }, '图片'],
    [
      'template_card',
      { card_type: 'text_notice', sub_title_text: '等待审批', card_action: { type: 1, url: 'https://x' } },
      '等待审批',
    ],
  ])('%s passes unchanged, and has a name for the log', (msgtype, content, title) => {
    const message = { msgtype, [msgtype]: content };
    const draft = read(message);
    expect(draft).toEqual({
      kind: 'native',
      id: 'http:request-1',
      renderer: 'wecom',
      severity: 'info',
      title,
      native: message,
      occurredAt: NOW,
      origin: { source: 'http' },
      overrides: {},
    });
    expect(composed(draft, 'zh-CN', 'text')).toEqual([message]);
  });

  it('what stands beside the message is left out: it could name another chat', () => {
    const message = { msgtype: 'markdown', markdown: { content: 'x' } };
    expect(read({ ...message, chatid: 'c', visible_to_user: 'u', text: { content: 'y' } })).toMatchObject({
      native: message,
    });
  });

  it('a refusal says what WeCom would say', () => {
    expect(() => read({ msgtype: 'text', text: {} })).toThrow(/errcode 44004 \(empty content\)/);
  });
});

describe('wecom: content that is too long', () => {
  it.each([
    ['text', 2048],
    ['markdown', 4096],
    ['markdown_v2', 4096],
  ] as const)('%s is split above %i bytes, and not at them', (msgtype, bytes) => {
    const message = (length: number) => ({ msgtype, [msgtype]: { content: '长'.repeat(length / 3) } });
    expect(read(message(bytes - (bytes % 3))).kind).toBe('native');
    expect(read(message(bytes + 3))).toMatchObject({ kind: 'written', overrides: { format: msgtype } });
  });

  it('keeps whom its lists mention, and mentions them on the last part', () => {
    const lists = { mentioned_list: ['wang', '@all', 'wang'], mentioned_mobile_list: ['13800138000', '@all'] };
    const draft = read({ msgtype: 'text', text: { content: 'x\n'.repeat(2000), ...lists } });
    expect(draft.overrides.mentions).toEqual({ all: true, mobiles: ['13800138000'], userIds: ['wang'], people: [] });
    const texts = composed(draft, 'zh-CN', 'markdown').map((message) =>
      message.msgtype === 'text' ? message.text : {},
    );
    expect(texts).toHaveLength(2);
    expect(texts[0]).not.toHaveProperty('mentioned_list');
    expect(texts[1]).toMatchObject({ mentioned_list: ['wang'], mentioned_mobile_list: ['13800138000', '@all'] });
  });

  it('without lists leaves it to the rules whom to mention', () => {
    expect(read({ msgtype: 'text', text: { content: 'x\n'.repeat(2000), mentioned_list: [] } }).overrides).toEqual({
      format: 'text',
    });
  });
});

describe('wecom: whatever is given', () => {
  it('passes, or is refused by a rule', () => {
    const types = fc.constantFrom('text', 'markdown', 'markdown_v2', 'image', 'news', 'file', 'voice', 'template_card');
    const contents = fc.oneof(
      fc.jsonValue(),
      fc.record({ content: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()) }),
      fc.record({ articles: fc.array(fc.jsonValue()) }),
      fc.record({
        card_type: fc.constantFrom('text_notice', 'news_notice'),
        main_title: fc.jsonValue(),
        card_action: fc.jsonValue(),
      }),
    );
    fc.assert(
      fc.property(types, contents, (msgtype, content) => {
        try {
          expect(['native', 'written']).toContain(read({ msgtype, [msgtype]: content }).kind);
        } catch (error) {
          expect(String(error)).toMatch(/^InvalidInputError: Cannot send the WeCom message/);
        }
      }),
    );
  });
});
