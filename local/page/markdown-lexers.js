/**
 * WeCom's two kinds of markdown as tokens: marked, with everything switched off that WeCom does not document.
 * @see https://developer.work.weixin.qq.com/document/path/99110
 */
import { Marked, Tokenizer } from 'marked';

/** Syntax that neither kind supports: it stays text. */
const NEITHER = /** @type {const} */ (['code', 'html', 'def', 'lheading', 'escape', 'tag', 'del', 'autolink', 'url']);
/** Syntax that only `markdown_v2` supports. */
const ONLY_V2 = /** @type {const} */ (['fences', 'hr', 'list', 'table']);

/**
 * Removes these methods from the tokenizer: if one finds nothing, marked continues as text.
 * @param {Tokenizer} tokenizer
 * @param {readonly (keyof Tokenizer)[]} names
 * @returns {Tokenizer}
 */
function without(tokenizer, names) {
  for (const name of names) Object.defineProperty(tokenizer, name, { value: () => undefined });
  return tokenizer;
}

/** `<font color="warning">…</font>`: three colours, and nothing else. */
const font = {
  name: 'font',
  level: /** @type {const} */ ('inline'),
  start: (/** @type {string} */ source) => source.indexOf('<font'),
  /** @this {import('marked').TokenizerThis} @param {string} source */
  tokenizer(source) {
    const [raw, color, text = ''] = /^<font color="(info|comment|warning)">([\s\S]*?)<\/font>/.exec(source) ?? [];
    return raw === undefined ? undefined : { type: 'font', raw, color, tokens: this.lexer.inlineTokens(text) };
  },
};

/** `<@userid>` */
const mention = {
  name: 'mention',
  level: /** @type {const} */ ('inline'),
  start: (/** @type {string} */ source) => source.indexOf('<@'),
  tokenizer(/** @type {string} */ source) {
    const [raw, userId] = /^<@([^<>\s]+)>/.exec(source) ?? [];
    return raw === undefined ? undefined : { type: 'mention', raw, userId };
  },
};

/** Reads quotes line by line: the line after a quote is not part of it unless it begins with `>` itself. */
class V1Tokenizer extends Tokenizer {
  /** @override @param {string} source @returns {import('marked').Tokens.Blockquote | undefined} */
  blockquote(source) {
    const [raw] = /^(?: *>[^\n]*(?:\n|$))+/.exec(source) ?? [];
    if (raw === undefined) return undefined;
    const text = raw.replace(/^ *> ?/gm, '').trimEnd();
    return { type: 'blockquote', raw, text, tokens: this.lexer.blockTokens(text, []) };
  }

  /** @override @param {string} source @param {string} masked @param {string} [before] */
  emStrong(source, masked, before) {
    const token = super.emStrong(source, masked, before);
    return token?.type === 'strong' && token.raw.startsWith('**') ? token : undefined;
  }

  /** Reads code on one line. @override @param {string} source */
  codespan(source) {
    const token = super.codespan(source);
    return token?.raw.includes('\n') ? undefined : token;
  }

  /** Reads a link. An image is not one. @override @param {string} source */
  link(source) {
    return source.startsWith('!') ? undefined : super.link(source);
  }
}

/** `markdown`: headings, bold, links, inline code, quotes, three colours, mentions. */
export const v1 = new Marked({ gfm: true, breaks: true });
v1.use({ extensions: [font, mention] });
v1.setOptions({ tokenizer: without(new V1Tokenizer(), [...NEITHER, ...ONLY_V2]) });

/** `markdown_v2`: without colours and mentions, with italics, lists, tables, images, rules and fenced code. */
export const v2 = new Marked({ gfm: true, breaks: true });
v2.setOptions({ tokenizer: without(new Tokenizer(), NEITHER) });
