import { v1, v2 } from './markdown-lexers.js';
import { element, link } from './node.js';

/**
 * @typedef {import('marked').Token} Token
 * @typedef {import('./node.js').PageNode} PageNode
 * @typedef {(token: Token) => readonly PageNode[]} Show
 */

/** @param {readonly Token[] | undefined} tokens @returns {readonly PageNode[]} */
const showAll = (tokens = []) =>
  tokens.flatMap((token) => (Object.hasOwn(SHOWN, token.type) ? SHOWN[token.type]?.(token) : undefined) ?? [token.raw]);

/** @param {Token} token @returns {readonly PageNode[]} */
const inside = (token) => showAll('tokens' in token ? token.tokens : []);

/**
 * Functions that show each kind of token. A kind that is missing here is shown as written.
 * @type {Readonly<Record<string, Show>>}
 */
const SHOWN = {
  space: () => [element('div', 'md-gap', [])],
  paragraph: (token) => [element('p', '', inside(token))],
  heading: (token) => [element('p', `md-heading md-heading-${'depth' in token ? token.depth : 1}`, inside(token))],
  blockquote: (token) => [element('blockquote', '', inside(token))],
  strong: (token) => [element('strong', '', inside(token))],
  em: (token) => [element('em', '', inside(token))],
  codespan: (token) => [element('code', '', [textOf(token)])],
  code: (token) => [element('pre', '', [element('code', '', [textOf(token)])])],
  br: () => [element('br', '', [])],
  hr: () => [element('hr', '', [])],
  text: (token) => ('tokens' in token && token.tokens ? inside(token) : [textOf(token)]),
  link: (token) => [link('href' in token ? token.href : '', inside(token))],
  image: (token) => [pictureInPlace('href' in token ? token.href : '', textOf(token))],
  font: (token) => [element('span', `md-${'color' in token ? token.color : ''}`, inside(token))],
  mention: (token) => [element('span', 'mention', [`@${'userId' in token ? token.userId : ''}`])],
  list: (token) => [list(/** @type {import('marked').Tokens.List} */ (token))],
  table: (token) => [table(/** @type {import('marked').Tokens.Table} */ (token))],
};

/** @param {Token} token */
function textOf(token) {
  return 'text' in token ? token.text : token.raw;
}

/** @param {import('marked').Tokens.List} token */
function list({ ordered, start, items }) {
  const first = ordered && start !== 1 && start !== '' ? { start: String(start) } : undefined;
  const children = items.map(({ tokens }) => element('li', '', showAll(tokens)));
  return element(ordered ? 'ol' : 'ul', '', children, first);
}

/** @param {import('marked').Tokens.Table} token */
function table({ header, rows }) {
  const cell =
    (/** @type {string} */ tag) =>
    (/** @type {import('marked').Tokens.TableCell} */ { tokens, align }) =>
      element(tag, align ? `md-${align}` : '', showAll(tokens));
  const body = rows.map((row) => element('tr', '', row.map(cell('td'))));
  const head = element('tr', '', header.map(cell('th')));
  // A table wider than the bubble can be scrolled, by keyboard too.
  const whole = element('table', '', [element('thead', '', [head]), element('tbody', '', body)]);
  return element('div', 'md-table', [whole], { tabindex: '0' });
}

/**
 * Stands in for a picture from elsewhere: nothing is loaded from outside this machine.
 * @param {string} url
 * @param {string} alt
 */
export function pictureInPlace(url, alt) {
  const host = /^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url;
  return element('span', 'picture', [
    element('span', 'picture-name', [alt || '🖼']),
    element('span', 'picture-host', [host]),
  ]);
}

/**
 * Returns the content of a `markdown` or `markdown_v2` message as WeCom shows it, as far as WeCom documents it.
 * @param {'markdown' | 'markdown_v2'} kind
 * @param {string} content
 * @returns {readonly PageNode[]}
 */
export function showMarkdown(kind, content) {
  try {
    return showAll((kind === 'markdown' ? v1 : v2).lexer(content));
  } catch {
    return [content]; // No person writes thousands of nested quotes: the source will do.
  }
}
