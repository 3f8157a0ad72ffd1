import { describe, expect, it } from 'vitest';
import { showMarkdown } from '../../../local/page/markdown.js';
import { link, type PageNode } from '../../../local/page/node.js';

/** A node as a short text, to be compared: `strong(…)`, `span.md-info(…)`, `a[https://…](…)`. */
function brief(node: PageNode): string {
  if (typeof node === 'string') return node;
  const name = node.className ? `${node.tag}.${node.className.replaceAll(' ', '.')}` : node.tag;
  const href = node.attributes?.['href'];
  return `${name}${href ? `[${href}]` : ''}(${node.children.map(brief).join('')})`;
}

const shown = (kind: 'markdown' | 'markdown_v2', content: string) => showMarkdown(kind, content).map(brief).join('|');

describe('showMarkdown', () => {
  it.each([
    ['a heading', '# 标题', 'p.md-heading.md-heading-1(标题)'],
    ['bold', '**粗**', 'p(strong(粗))'],
    ['a link', '[详情](https://example.com/a?b=1#c%20d)', 'p(a[https://example.com/a?b=1#c%20d](详情))'],
    ['code', '`a < b`', 'p(code(a < b))'],
    ['a colour', '<font color="warning">132例</font>，请注意', 'p(span.md-warning(132例)，请注意)'],
    ['a mention', '<@wangfang> 请看', 'p(span.mention(@wangfang) 请看)'],
    ['bold in a colour', '<font color="info">**好**</font>', 'p(span.md-info(strong(好)))'],
    ['a colour in bold', '**<font color="comment">灰</font>**', 'p(strong(span.md-comment(灰)))'],
    ['a line end', '一\n二', 'p(一br()二)'],
    ['a quote that ends with its lines', '> 一\n> 二\n三', 'blockquote(p(一br()二))|p(三)'],
    ['a quote behind spaces', '          >一', 'blockquote(p(一))'],
    ['a heading in a quote', '> # 一', 'blockquote(p.md-heading.md-heading-1(一))'],
  ])('markdown shows %s', (_, content, expected) => {
    expect(shown('markdown', content)).toBe(expected);
  });

  it.each([
    ['italics', '*斜*'],
    ['underscores', 'a_b_c __d__'],
    ['a list', '- 一'],
    ['a numbered list', '1. 一'],
    ['a rule', '---'],
    ['struck text', '~~一~~'],
    ['an escape', '\\*'],
    ['a bare address', 'https://example.com'],
    ['an address in brackets', '<https://example.com>'],
    ['a fourth colour', '<font color="red">红</font>'],
    ['a script', '<script>alert(1)</script>'],
    ['an entity', '&lt;b&gt;'],
  ])('markdown leaves %s as it is written', (_, content) => {
    expect(shown('markdown', content)).toBe(`p(${content})`);
  });

  it('markdown leaves tables and fenced code as they are written', () => {
    expect(shown('markdown', '| a |\n|---|\n| 1 |')).toBe('p(| a |br()|---|br()| 1 |)');
    expect(shown('markdown', '```\na\n```')).toBe('p(```br()abr()```)');
  });

  it.each([
    ['italics', '*斜* 字', 'p(em(斜) 字)'],
    ['nested lists', '- 一\n  - 二', 'ul(li(一ul(li(二))))'],
    ['a numbered list', '3. 一\n4. 二', 'ol(li(一)li(二))'],
    ['nested quotes', '> 一\n>> 二', 'blockquote(p(一)blockquote(p(二)))'],
    ['fenced code', '```js\n1 < 2\n```', 'pre(code(1 < 2))'],
    ['a rule', '一\n\n---', 'p(一)|div.md-gap()|hr()'],
    [
      'a table with its alignment',
      '| 服务 | 数 |\n|:--|--:|\n| 支付 | **1** |',
      'div.md-table(table(thead(tr(th.md-left(服务)th.md-right(数)))tbody(tr(td.md-left(支付)td.md-right(strong(1))))))',
    ],
    [
      'a picture by its name and host, without loading it',
      '![图](https://example.com/x.png)',
      'p(span.picture(span.picture-name(图)span.picture-host(example.com)))',
    ],
  ])('markdown_v2 shows %s', (_, content, expected) => {
    expect(shown('markdown_v2', content)).toBe(expected);
  });

  it.each(['<font color="info">绿</font>', '<@wangfang>', '<script>alert(1)</script>', '~~一~~'])(
    'markdown_v2 leaves %s as it is written',
    (content) => {
      expect(shown('markdown_v2', content)).toBe(`p(${content})`);
    },
  );

  it('thousands of quotes in one another are shown as their source', () => {
    const content = '>'.repeat(4096);
    expect(() => showMarkdown('markdown_v2', content)).not.toThrow();
  });
});

describe('link', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', '//example.com', ' https://example.com', ''])(
    'is no link for %j',
    (url) => {
      expect(link(url, ['x'])).toMatchObject({ tag: 'span' });
    },
  );

  it('opens a page of its own that does not know where it came from', () => {
    expect(link('https://example.com', ['x']).attributes).toEqual({
      href: 'https://example.com',
      target: '_blank',
      rel: 'noopener noreferrer',
    });
  });
});
