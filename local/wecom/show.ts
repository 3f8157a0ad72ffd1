import { arrayAt, type JsonObject, objectAt, textAt } from '../../src/base/json.js';
import { mentionsIn, type ShownMentions, type ShownMessage } from './shown-message.js';

/**
 * Returns `markdown` or `markdown_v2` text without the marks that a phone does not display. Links keep their address.
 */
function plainText(markdown: string): string {
  return markdown
    .replace(/<font color="[^"]*">|<\/font>/g, '')
    .replace(/\[([^\]]*)\]\(([^)\s]*)\)/g, '$1 $2')
    .replace(/<@([^<>\s]+)>/g, '@$1')
    .replace(/^#{1,6} /gm, '')
    .replace(/\*\*/g, '');
}

function article(item: unknown): string {
  return [textAt(item, 'title'), textAt(item, 'description'), textAt(item, 'url')].filter(Boolean).join('\n');
}

function card(content: JsonObject): string {
  const items = arrayAt(content, 'horizontal_content_list').map(
    (item) => `${textAt(item, 'keyname') ?? ''}  ${textAt(item, 'value') ?? ''}`,
  );
  const lines = [
    textAt(content, 'source', 'desc'),
    textAt(content, 'main_title', 'title'),
    textAt(content, 'main_title', 'desc'),
    textAt(content, 'emphasis_content', 'title'),
    textAt(content, 'sub_title_text'),
    ...items,
    textAt(content, 'card_action', 'url'),
  ];
  return lines.filter(Boolean).join('\n');
}

/** Functions that return the contents of the bubble, by `msgtype`. */
const BUBBLES: Readonly<Record<string, (content: JsonObject) => string>> = {
  text: (content) => textAt(content, 'content') ?? '',
  markdown: (content) => plainText(textAt(content, 'content') ?? ''),
  markdown_v2: (content) => plainText(textAt(content, 'content') ?? ''),
  image: (content) => `[图片 ${Math.ceil(Buffer.from(textAt(content, 'base64') ?? '', 'base64').length / 1024)} KB]`,
  news: (content) => arrayAt(content, 'articles').map(article).join('\n'),
  file: (content) => `[文件 ${textAt(content, 'media_id') ?? ''}]`,
  voice: (content) => `[语音 ${textAt(content, 'media_id') ?? ''}]`,
  template_card: card,
};

function mentionLine({ all, mobiles, userIds }: ShownMentions): string {
  return [...(all ? ['@所有人'] : []), ...[...mobiles, ...userIds].map((who) => `@${who}`)].join(' ');
}

/** Removes control characters, which could control the terminal. In the group they are invisible. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, '');
}

function bubbleOf(message: JsonObject): string {
  const msgtype = textAt(message, 'msgtype') ?? '';
  return withoutControls(BUBBLES[msgtype]?.(objectAt(message, msgtype)) ?? `[${msgtype}]`);
}

/** Returns a message as plain text: its bubble, then a line with its mentions, if any. */
export function textOf(message: object): string {
  const json = objectAt([message], 0);
  const mentioned = mentionLine(mentionsIn(json));
  return mentioned === '' ? bubbleOf(json) : `${bubbleOf(json)}\n${mentioned}`;
}

/**
 * Returns one message as the group sees it, in plain text: the robot, the bubble, the mentions. No line break at the
 * end.
 */
export function showMessage({
  robot,
  message,
  mentions,
}: Pick<ShownMessage, 'robot' | 'message' | 'mentions'>): string {
  const msgtype = textAt(message, 'msgtype') ?? '';
  const mentioned = mentionLine(mentions);
  const kind = msgtype === 'text' ? '' : ` · ${msgtype}`;
  return [
    `┌ 🤖 ${robot}${kind}`,
    ...bubbleOf(message)
      .split('\n')
      .map((line) => `│ ${line}`.trimEnd()),
    `└${mentioned && ` ${mentioned}`}`,
  ].join('\n');
}
