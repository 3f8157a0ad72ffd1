import { pictureInPlace } from './markdown.js';
import { element, link } from './node.js';

/**
 * @typedef {import('./node.js').PageNode} PageNode
 * @typedef {import('./bubble.js').Bubble} Bubble
 * @typedef {Readonly<Record<string, unknown>>} Content
 */

/** @param {unknown} value @returns {Content} */
const objectOf = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? /** @type {Content} */ (value) : {};

/** @param {unknown} value @returns {readonly Content[]} */
const objectsOf = (value) => (Array.isArray(value) ? value.map(objectOf) : []);

/** @param {unknown} value */
const textOf = (value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/**
 * A line of a card, or nothing if it would be empty.
 * @param {string} className
 * @param {unknown} text
 * @returns {readonly PageNode[]}
 */
const line = (className, text) => (textOf(text) === '' ? [] : [element('div', className, [textOf(text)])]);

/**
 * Whole lines as a link.
 * @param {string} className
 * @param {unknown} url
 * @param {readonly PageNode[]} children
 */
const leading = (className, url, children) => ({ ...link(textOf(url), children), className });

/**
 * Shows articles: the first with a large picture, the others in one row each.
 * @param {Content} content
 * @returns {Bubble}
 */
export function newsBubble(content) {
  const articles = objectsOf(content['articles']);
  const [first, ...others] = articles;
  if (!first) return { shape: 'card', children: [] };
  const picture = first['picurl'] ? [pictureInPlace(textOf(first['picurl']), '')] : [];
  const lead = leading('news-lead', first['url'], [
    ...picture,
    ...line('news-title', first['title']),
    ...(others.length === 0 ? line('news-text', first['description']) : []),
  ]);
  const rows = others.map((article) =>
    leading('news-row', article['url'], [
      ...line('news-title', article['title']),
      ...(article['picurl'] ? [pictureInPlace(textOf(article['picurl']), '')] : []),
    ]),
  );
  return { shape: 'card', children: [lead, ...rows] };
}

const SOURCE_COLOURS = ['grey', 'black', 'red', 'green'];

/** @param {Content} card @returns {readonly PageNode[]} */
function sourceLine(card) {
  const source = objectOf(card['source']);
  const colour = SOURCE_COLOURS[Number(source['desc_color'] ?? 0)] ?? 'grey';
  return line(`card-source card-source-${colour}`, source['desc']);
}

/** @param {Content} card @returns {readonly PageNode[]} */
function rows(card) {
  const items = objectsOf(card['horizontal_content_list']).map((item) => {
    const value = textOf(item['value']) || textOf(item['userid']);
    const shown = item['type'] === 1 ? link(textOf(item['url']), [value]) : value;
    return element('div', 'card-row', [
      element('dt', '', [textOf(item['keyname'])]),
      element('dd', item['type'] === 3 ? 'mention' : '', [shown]),
    ]);
  });
  return items.length === 0 ? [] : [element('dl', 'card-rows', items)];
}

/** @param {Content} card @returns {readonly PageNode[]} */
function quote(card) {
  const area = objectOf(card['quote_area']);
  const lines = [...line('card-quote-title', area['title']), ...line('', area['quote_text'])];
  return lines.length === 0 ? [] : [leading('card-quote', area['url'], lines)];
}

/** @param {Content} card @returns {readonly PageNode[]} */
function emphasis(card) {
  const { title, desc } = objectOf(card['emphasis_content']);
  const lines = [...line('card-number', title), ...line('card-number-text', desc)];
  return lines.length === 0 ? [] : [element('div', 'card-emphasis', lines)];
}

/** @param {Content} card @returns {readonly PageNode[]} */
function picture(card) {
  const { url } = objectOf(card['card_image']);
  return url ? [pictureInPlace(textOf(url), '')] : [];
}

/** @param {Content} card @returns {readonly PageNode[]} */
function beside(card) {
  const area = objectOf(card['image_text_area']);
  const lines = [...line('news-title', area['title']), ...line('news-text', area['desc'])];
  return lines.length === 0 ? [] : [leading('card-quote', area['url'], lines)];
}

/** Shows a `text_notice` or `news_notice` card. @param {Content} card @returns {Bubble} */
export function cardBubble(card) {
  const main = objectOf(card['main_title']);
  const paragraphs = objectsOf(card['vertical_content_list']).flatMap((item) => [
    ...line('card-title-small', item['title']),
    ...line('card-text', item['desc']),
  ]);
  const jumps = objectsOf(card['jump_list']).map((jump) => leading('card-jump', jump['url'], [textOf(jump['title'])]));
  const face = leading('card-face', objectOf(card['card_action'])['url'], [
    ...line('card-title', main['title']),
    ...line('card-text', main['desc']),
    ...emphasis(card),
    ...picture(card),
    ...line('card-text', card['sub_title_text']),
    ...paragraphs,
  ]);
  return {
    shape: 'card',
    children: [...sourceLine(card), face, ...beside(card), ...quote(card), ...rows(card), ...jumps],
  };
}
