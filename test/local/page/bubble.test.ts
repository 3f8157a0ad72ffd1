import { describe, expect, it } from 'vitest';
import { bubbleOf } from '../../../local/page/bubble.js';
import { type PageNode, textOfNode } from '../../../local/page/node.js';
import { WORDS } from '../../../local/page/words.js';

const context = { people: { '13800138000': '王芳' }, asWechat: false, words: WORDS.zh };

const show = (message: Readonly<Record<string, unknown>>, asWechat = false) =>
  bubbleOf(message, { ...context, asWechat });
const textOf = (children: readonly PageNode[]) => children.map(textOfNode).join('');

/** Every element in it, with what is in them. */
function elements(nodes: readonly PageNode[]): readonly Exclude<PageNode, string>[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...elements(node.children)]));
}
const mentionsIn = (nodes: readonly PageNode[]) =>
  elements(nodes)
    .filter(({ className }) => className === 'mention')
    .map(textOfNode);
const linksIn = (nodes: readonly PageNode[]) => elements(nodes).flatMap(({ attributes }) => attributes?.['href'] ?? []);

describe('bubbleOf', () => {
  it('text: mentions stand after it, people by their names, everybody in words, unknown mobiles as they are', () => {
    const lists = { mentioned_list: ['wangfang'], mentioned_mobile_list: ['13800138000', '13900000000', '@all'] };
    const { shape, children } = show({ msgtype: 'text', text: { content: '主库慢查询', ...lists } });
    expect(shape).toBe('bubble');
    expect(textOf(children)).toBe('主库慢查询\n@wangfang @王芳 @13900000000 @所有人 ');
    expect(mentionsIn(children)).toEqual(['@wangfang', '@王芳', '@13900000000', '@所有人']);
  });

  it('text: <@userid> inside mentions where it stands', () => {
    const { children } = show({ msgtype: 'text', text: { content: '请 <@wangfang> 看' } });
    expect(textOf(children)).toBe('请 @wangfang 看');
    expect(mentionsIn(children)).toEqual(['@wangfang']);
  });

  it.each([
    ['处理手册：https://wiki.example.com/a/b?c=1#d', 'https://wiki.example.com/a/b?c=1#d'],
    ['见 https://example.com/a。然后', 'https://example.com/a'],
    ['(https://example.com/a).', 'https://example.com/a'],
  ])('text: %j links to %s', (content, url) => {
    const { children } = show({ msgtype: 'text', text: { content } });
    expect(linksIn(children)).toEqual([url]);
    expect(textOf(children)).toBe(content);
  });

  it.each(['text', 'markdown', 'markdown_v2'])('%s: a script is text', (msgtype) => {
    const content = '🔴 告警 | <script>alert(1)</script><img src=x onerror=alert(1)>';
    const { children } = show({ msgtype, [msgtype]: { content } });
    expect(textOf(children)).toBe(content);
    expect(elements(children).map(({ tag }) => tag)).not.toContain('script');
  });

  it.each(['markdown', 'markdown_v2'])('%s: ordinary WeChat cannot show it', (msgtype) => {
    const { children } = show({ msgtype, [msgtype]: { content: '**粗**' } }, true);
    expect(textOf(children)).toBe('暂不支持此消息类型');
  });

  it('text: ordinary WeChat shows it', () => {
    expect(textOf(show({ msgtype: 'text', text: { content: '一' } }, true).children)).toBe('一');
  });

  it('image: the picture that is in it, and nothing from elsewhere', () => {
    const { shape, children } = show({ msgtype: 'image', image: { base64: '/9j/AAAA', md5: '' } });
    expect(shape).toBe('picture');
    expect(elements(children)[0]?.attributes?.['src']).toBe('data:image/jpeg;base64,/9j/AAAA');
  });

  it('image: a PNG keeps its room before it is decoded', () => {
    const head = Buffer.from('89504e470d0a1a0a0000000d49484452000001b80000012c0806000000', 'hex');
    const { children } = show({ msgtype: 'image', image: { base64: head.toString('base64'), md5: '' } });
    expect(elements(children)[0]?.attributes).toMatchObject({ width: '440', height: '300' });
  });

  it('news: the first with a picture in its place, the others in rows, all leading to their pages', () => {
    const articles = [
      { title: '一', description: '说明', url: 'https://example.com/1', picurl: 'https://img.example.com/1.png' },
      { title: '二', url: 'https://example.com/2' },
    ];
    const { shape, children } = show({ msgtype: 'news', news: { articles } });
    expect(shape).toBe('card');
    expect(linksIn(children)).toEqual(['https://example.com/1', 'https://example.com/2']);
    expect(textOf(children)).toContain('img.example.com');
    expect(elements(children).some(({ tag }) => tag === 'img')).toBe(false);
  });

  it('template_card: what it says, in the order of the phone', () => {
    const card = {
      card_type: 'text_notice',
      source: { desc: '发布平台', desc_color: 3 },
      main_title: { title: '发布完成', desc: 'payment-api' },
      emphasis_content: { title: '100%', desc: '流量' },
      horizontal_content_list: [{ keyname: '环境', value: '生产' }],
      jump_list: [{ type: 1, title: '回滚', url: 'https://example.com/r' }],
      card_action: { type: 1, url: 'https://example.com' },
    };
    const { children } = show({ msgtype: 'template_card', template_card: card });
    expect(textOf(children)).toBe('发布平台发布完成payment-api100%流量环境生产回滚');
    expect(linksIn(children)).toEqual(['https://example.com', 'https://example.com/r']);
  });

  it.each([
    [{ msgtype: 'text', text: 'no object' }],
    [{ msgtype: 'constructor', constructor: {} }],
    [{}],
    [{ msgtype: 'news', news: { articles: [null, 1] } }],
    [{ msgtype: 'template_card', template_card: { main_title: 7, jump_list: 'x', horizontal_content_list: [null] } }],
  ])('%j is shown without an error', (message) => {
    expect(() => show(message)).not.toThrow();
  });
});
