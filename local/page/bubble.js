import { cardBubble, newsBubble } from './bubble-cards.js';
import { showMarkdown } from './markdown.js';
import { element, link } from './node.js';

/**
 * The facts from which a bubble is drawn besides the message.
 * @typedef {object} BubbleContext
 * @property {Readonly<Record<string, string>>} people names by mobile
 * @property {boolean} asWechat as the ordinary WeChat app shows it
 * @property {typeof import('./words.js').WORDS.zh} words
 *
 * @typedef {import('./node.js').PageNode} PageNode
 *
 * @typedef {object} Bubble
 * @property {'bubble' | 'card' | 'picture'} shape
 * @property {readonly PageNode[]} children
 */
/** Addresses in a message's text. Characters that an address cannot end with are left out. */
const URLS = /https?:\/\/[!-~]*[!-~](?<![.,;:!?)\]}'"])/g;
const MENTIONS = /<@([^<>\s]+)>/g;

/** Message types that the ordinary WeChat app cannot show. */
const WECHAT_CANNOT = new Set(['markdown', 'markdown_v2']);

/**
 * Splits a text at the matches of a pattern, and shows the matches in another way.
 * @param {string} text
 * @param {RegExp} pattern
 * @param {(match: RegExpMatchArray) => PageNode} show
 * @returns {readonly PageNode[]}
 */
function replaced(text, pattern, show) {
  /** @type {PageNode[]} */
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    nodes.push(text.slice(end, match.index), show(match));
    end = match.index + match[0].length;
  }
  return [...nodes, text.slice(end)].filter((node) => node !== '');
}

/** @param {string} who */
const mention = (who) => element('span', 'mention', [`@${who}`]);

/**
 * Returns plain text with its addresses as links.
 * @param {string} text
 * @returns {readonly PageNode[]}
 */
export function textWithLinks(text) {
  return replaced(text, URLS, ([url]) => link(url, [url]));
}

/** @param {unknown} list @returns {readonly string[]} */
const strings = (list) => (Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []);

/**
 * @param {Readonly<Record<string, unknown>>} text
 * @param {BubbleContext} context
 * @returns {Bubble}
 */
function textBubble(text, { people, words }) {
  const content = String(text['content'] ?? '');
  const mobiles = strings(text['mentioned_mobile_list']);
  const named = [...strings(text['mentioned_list']), ...mobiles].map((who) =>
    who === '@all' ? words.everybody : (people[who] ?? who),
  );
  const mentions = [...new Set(named)].flatMap((who) => [mention(who), ' ']);
  const inline = replaced(content, MENTIONS, ([, userId = '']) => mention(userId));
  const body = inline.flatMap((node) => (typeof node === 'string' ? textWithLinks(node) : [node]));
  return { shape: 'bubble', children: [...body, ...(mentions.length > 0 ? ['\n', ...mentions] : [])] };
}

/** Bytes of a PNG's beginning up to its size, and of each number in it. */
const SIZE_AT = 16;
const NUMBER_BYTES = 4;

/**
 * Returns a PNG's width and height, so that its room is kept before it is decoded: what is below stays in sight.
 * @param {string} base64
 * @returns {Readonly<Record<string, string>>}
 */
function sizeOf(base64) {
  const head = base64.startsWith('iVBORw0KGgo') ? atob(base64.slice(0, 32)) : '';
  const numberAt = (/** @type {number} */ start) =>
    [...head.slice(start, start + NUMBER_BYTES)].reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0);
  const [width, height] = [numberAt(SIZE_AT), numberAt(SIZE_AT + NUMBER_BYTES)];
  return width > 0 && height > 0 ? { width: String(width), height: String(height) } : {};
}

/** @param {Readonly<Record<string, unknown>>} image @param {BubbleContext} context @returns {Bubble} */
function imageBubble(image, { words }) {
  const base64 = String(image['base64'] ?? '');
  const type = base64.startsWith('/9j/') ? 'jpeg' : 'png';
  const src = `data:image/${type};base64,${base64}`;
  return { shape: 'picture', children: [element('img', '', [], { src, alt: words.picture, ...sizeOf(base64) })] };
}

/**
 * Returns a function that shows a file or a recording, of which WeCom's message holds only the id.
 * @param {'file' | 'voice'} kind
 * @returns {(content: Readonly<Record<string, unknown>>, context: BubbleContext) => Bubble}
 */
function mediaBubble(kind) {
  return (content, { words }) => ({
    shape: 'bubble',
    children: [
      element('span', `media media-${kind}`, [
        element('span', 'media-icon', [kind === 'file' ? '📄' : '🔈']),
        element('span', '', [words[kind], element('small', '', [String(content['media_id'] ?? '')])]),
      ]),
    ],
  });
}

/** @param {'markdown' | 'markdown_v2'} kind @returns {(content: Readonly<Record<string, unknown>>) => Bubble} */
function markdownBubble(kind) {
  return (content) => ({
    shape: 'bubble',
    children: [element('div', `md ${kind}`, showMarkdown(kind, String(content['content'] ?? '')))],
  });
}

/** @type {Readonly<Record<string, (content: Readonly<Record<string, unknown>>, context: BubbleContext) => Bubble>>} */
const BUBBLES = {
  text: textBubble,
  markdown: markdownBubble('markdown'),
  markdown_v2: markdownBubble('markdown_v2'),
  image: imageBubble,
  news: newsBubble,
  file: mediaBubble('file'),
  voice: mediaBubble('voice'),
  template_card: cardBubble,
};

/**
 * Returns a message as it appears in the group.
 * @param {Readonly<Record<string, unknown>>} message the JSON that was posted
 * @param {BubbleContext} context
 * @returns {Bubble}
 */
export function bubbleOf(message, context) {
  const kind = String(message['msgtype'] ?? '');
  const content = message[kind];
  const show = Object.hasOwn(BUBBLES, kind) ? BUBBLES[kind] : undefined;
  if (!show || typeof content !== 'object' || content === null) return { shape: 'bubble', children: [`[${kind}]`] };
  if (context.asWechat && WECHAT_CANNOT.has(kind))
    return { shape: 'bubble', children: [element('span', 'unsupported', [context.words.unsupported])] };
  return show(/** @type {Readonly<Record<string, unknown>>} */ (content), context);
}
