import { createHash } from 'node:crypto';
import { arrayAt, at, type JsonObject, objectAt, textAt } from '../../base/json.js';
import { MAX_URL_BYTES } from '../../domain/content.js';
import { cardFault } from './card-fault.js';
import { ERRCODE } from './errcodes.js';
import { MAX_ARTICLES, MAX_IMAGE_BYTES } from './limits.js';
import { isMessageType, type MessageFault, type MessageType } from './message.js';

/** Deepest nesting accepted. WeCom's own deepest is a card's list of objects: three. */
const MAX_DEPTH = 8;

/** Checks the object under the message's own type. */
type Check = (content: JsonObject) => MessageFault | undefined;

/** WeCom's answer to a body that is not a JSON object. */
export const INVALID_JSON: MessageFault = {
  errcode: ERRCODE.invalidMessageType,
  errmsg: 'Warning: wrong json format. invalid message type',
};

/** WeCom's answer if a parameter has the wrong type, or there is one too many. */
const INVALID_PARAMETER: MessageFault = { errcode: ERRCODE.invalidParameter, errmsg: 'invalid Request Parameter' };

const CHECKS: Readonly<Record<MessageType, Check>> = {
  text: (content) => contentFault(content) ?? mentionFault(content),
  markdown: contentFault,
  markdown_v2: contentFault,
  image: imageFault,
  news: newsFault,
  file: mediaFault,
  voice: mediaFault,
  template_card: cardFault,
};

/**
 * Checks a message against the limits that WeCom documents. A `content` that is too long is not a fault, as the sender
 * splits it. Neither is an expired `media_id`, which only WeCom can tell.
 * @see https://developer.work.weixin.qq.com/document/path/99110
 */
export function messageFault(message: JsonObject): MessageFault | undefined {
  const { msgtype } = message;
  if (!isMessageType(msgtype)) return { errcode: ERRCODE.invalidMessageType, errmsg: 'invalid message type' };
  const content = objectAt(message, msgtype);
  return isNestedOver(MAX_DEPTH, content) ? INVALID_PARAMETER : CHECKS[msgtype](content);
}

/**
 * Returns true if lists or objects are nested more than `depth` deep: such a value could not even be written as JSON
 * again.
 */
function isNestedOver(depth: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isNestedOver(depth - 1, inner));
}

function contentFault({ content }: JsonObject): MessageFault | undefined {
  const isBlank = typeof content === 'string' && content.trim() === '';
  if (content === undefined || content === null || isBlank)
    return { errcode: ERRCODE.emptyContent, errmsg: 'empty content' };
  return typeof content === 'string' ? undefined : INVALID_PARAMETER;
}

/** Checks the mention lists. A null in a list is accepted: some clients write it to mention no one, and it is not passed on. */
function mentionFault(text: JsonObject): MessageFault | undefined {
  const lists = [text['mentioned_list'] ?? [], text['mentioned_mobile_list'] ?? []];
  const isSound = (list: unknown): boolean =>
    Array.isArray(list) && list.every((entry) => typeof entry === 'string' || entry === null);
  return lists.every(isSound) ? undefined : INVALID_PARAMETER;
}

function imageFault({ base64, md5 }: JsonObject): MessageFault | undefined {
  const bytes = Buffer.from(typeof base64 === 'string' ? base64 : '', 'base64');
  if (bytes.length === 0) return { errcode: ERRCODE.emptyMedia, errmsg: 'empty media data' };
  if (bytes.length > MAX_IMAGE_BYTES) return { errcode: ERRCODE.invalidImageSize, errmsg: 'invalid image size' };
  const own = createHash('md5').update(bytes).digest('hex');
  return typeof md5 === 'string' && md5.toLowerCase() === own ? undefined : MD5_DIFFERS;
}

const MD5_DIFFERS: MessageFault = { errcode: ERRCODE.md5Mismatch, errmsg: 'media md5 not match' };

function newsFault(news: JsonObject): MessageFault | undefined {
  const articles = arrayAt(news, 'articles');
  if (articles.length === 0) return INVALID_PARAMETER;
  if (articles.length > MAX_ARTICLES) return { errcode: ERRCODE.tooManyArticles, errmsg: 'article count out of limit' };
  return articles.map(articleFault).find((fault) => fault !== undefined);
}

function articleFault(article: unknown): MessageFault | undefined {
  const url = textAt(article, 'url');
  if (textAt(article, 'title') === undefined) return { errcode: ERRCODE.missingTitle, errmsg: 'missing title' };
  if (url === undefined) return { errcode: ERRCODE.missingUrl, errmsg: 'missing url' };
  if (Buffer.byteLength(url) > MAX_URL_BYTES) return { errcode: ERRCODE.invalidUrlSize, errmsg: 'invalid url size' };
  return at(article, 'picurl') === null ? INVALID_PARAMETER : undefined;
}

function mediaFault(media: JsonObject): MessageFault | undefined {
  return textAt(media, 'media_id') === undefined
    ? { errcode: ERRCODE.missingMediaId, errmsg: 'media_id missing' }
    : undefined;
}
