import { createHash } from 'node:crypto';
import { arrayAt, at, isObject, type JsonObject, objectAt, parseObject, textAt } from '../../src/base/json.js';
import { type Refusal, refusal } from './answer.js';
import { CARD_CHECKS } from './card-rules.js';

/** The decision about a message. `message` is as the group shows it: cut wherever WeCom silently cuts. */
export type Verdict =
  | { readonly accepted: true; readonly message: JsonObject }
  | { readonly accepted: false; readonly refusal: Refusal };

/** The facts that the rules need besides the message. */
export interface RuleContext {
  /** Longest `text.content`, in UTF-8 bytes. */
  readonly maxTextBytes: number;
  /** Returns true if this robot uploaded the media within the last three days. */
  hasMedia(mediaId: string): boolean;
}

/** Checks `message[msgtype]`. */
export type Check = (content: JsonObject, context: RuleContext) => Refusal | undefined;

const MAX_MARKDOWN_BYTES = 4096;
const MAX_IMAGE_BYTES = 2 * 1024 * 1024;
const MAX_ARTICLES = 8;
const MAX_URL_BYTES = 1024;
const MAX_NEWS_TITLE_BYTES = 128;
const MAX_NEWS_DESCRIPTION_BYTES = 512;

function contentWithin(msgtype: string, maxBytes: (context: RuleContext) => number): Check {
  return ({ content }, context) => {
    if (content === undefined || content === '') return refusal(44004, 'empty content');
    if (typeof content !== 'string') return refusal(40058);
    if (Buffer.byteLength(content) <= maxBytes(context)) return undefined;
    return refusal(40058, `${msgtype}.content exceed max length ${maxBytes(context)}. invalid Request Parameter`);
  };
}

const mentionListsAreStrings: Check = (content) => {
  const lists = [content['mentioned_list'], content['mentioned_mobile_list']];
  const sound = lists.every(
    (list) => list === undefined || (Array.isArray(list) && list.every((entry) => typeof entry === 'string')),
  );
  return sound ? undefined : refusal(40058);
};

const imageIsWhole: Check = (image) => {
  const bytes = Buffer.from(textAt(image, 'base64') ?? '', 'base64');
  if (bytes.length === 0) return refusal(44001, 'empty media data');
  if (bytes.length > MAX_IMAGE_BYTES) return refusal(40009, 'invalid image size');
  const md5 = createHash('md5').update(bytes).digest('hex');
  return textAt(image, 'md5')?.toLowerCase() === md5 ? undefined : refusal(301019, 'media md5 not match');
};

function articleRefusal(article: unknown): Refusal | undefined {
  const url = textAt(article, 'url');
  if (textAt(article, 'title') === undefined) return refusal(41016, 'missing title');
  if (url === undefined) return refusal(41010, 'missing url');
  if (Buffer.byteLength(url) > MAX_URL_BYTES) return refusal(40039, 'invalid url size');
  return at(article, 'picurl') === null ? refusal(40058) : undefined;
}

const articlesAreSound: Check = (news) => {
  const articles = arrayAt(news, 'articles');
  if (articles.length === 0) return refusal(40058);
  if (articles.length > MAX_ARTICLES) return refusal(45008, 'article count out of limit');
  return articles.map(articleRefusal).find((found) => found !== undefined);
};

const mediaIsKnown: Check = (content, context) => {
  const mediaId = textAt(content, 'media_id');
  if (mediaId === undefined) return refusal(41006, 'media_id missing');
  return context.hasMedia(mediaId) ? undefined : refusal(40007, 'invalid media_id');
};

/** The checks for every `msgtype` of a group robot. @see https://developer.work.weixin.qq.com/document/path/99110 */
const CHECKS: Readonly<Record<string, readonly Check[]>> = {
  text: [contentWithin('text', (context) => context.maxTextBytes), mentionListsAreStrings],
  markdown: [contentWithin('markdown', () => MAX_MARKDOWN_BYTES)],
  markdown_v2: [contentWithin('markdown_v2', () => MAX_MARKDOWN_BYTES)],
  image: [imageIsWhole],
  news: [articlesAreSound],
  file: [mediaIsKnown],
  voice: [mediaIsKnown],
  template_card: CARD_CHECKS,
};

function cutBytes(text: unknown, maxBytes: number): unknown {
  if (typeof text !== 'string') return text;
  let kept = '';
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > maxBytes) return kept;
    kept += character;
  }
  return kept;
}

function cutArticle(article: unknown): unknown {
  if (!isObject(article)) return article;
  const title = cutBytes(article['title'], MAX_NEWS_TITLE_BYTES);
  const description = cutBytes(article['description'], MAX_NEWS_DESCRIPTION_BYTES);
  return { ...article, title, ...(description === undefined ? {} : { description }) };
}

function asShown(message: JsonObject): JsonObject {
  if (message['msgtype'] !== 'news') return message;
  return {
    ...message,
    news: { ...objectAt(message, 'news'), articles: arrayAt(message, 'news', 'articles').map(cutArticle) },
  };
}

/** Judges a request body as WeCom does. Sizes are UTF-8 bytes of the decoded text. */
export function judgeMessage(body: string, context: RuleContext): Verdict {
  const message = parseObject(body);
  if (message === undefined) {
    return { accepted: false, refusal: refusal(40008, 'Warning: wrong json format. invalid message type') };
  }
  const msgtype = textAt(message, 'msgtype') ?? '';
  const checks = Object.hasOwn(CHECKS, msgtype) ? CHECKS[msgtype] : undefined;
  if (checks === undefined) return { accepted: false, refusal: refusal(40008, 'invalid message type') };
  const content = objectAt(message, msgtype);
  const found = checks.map((check) => check(content, context)).find((refused) => refused !== undefined);
  return found === undefined ? { accepted: true, message: asShown(message) } : { accepted: false, refusal: found };
}
