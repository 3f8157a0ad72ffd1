import { arrayAt, at, isObject, parseObject, textAt } from '../../base/json.js';
import { spokenSeverity } from '../../renderers/toolkit/event-state.js';
import type { RenderedPayload, WrittenPayload } from '../payload.js';
import { chatDraft } from './chat-message.js';
import { severityOfColour } from './colour.js';
import { type CardPart, cardParts, plainCardText } from './feishu-card.js';

/** Mentions everybody in a text. */
const EVERYBODY = /<at (user_id|id)="?all"?>/;

function isFeishu(value: unknown): boolean {
  return typeof at(value, 'msg_type') === 'string' && !isCard(value);
}

function isCard(value: unknown): boolean {
  return at(value, 'msg_type') === 'interactive' && cardOf(value) !== undefined;
}

/** Returns the card, which some senders write as a text of JSON. */
function cardOf(value: unknown): unknown {
  const card = at(value, 'card') ?? at(value, 'content');
  return typeof card === 'string' ? parseObject(card) : isObject(card) ? card : undefined;
}

/**
 * A text or post of Feishu's (Lark's) group robot.
 * @see https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
 */
export const feishuText: WrittenPayload = {
  name: 'feishu',
  matches: isFeishu,
  read(value, context) {
    const type = textAt(value, 'msg_type') ?? '';
    const content = at(value, 'content');
    const read = typeof content === 'string' ? (parseObject(content) ?? { text: content }) : content;
    const post = postIn(read);
    const lines =
      post === undefined ? [plainCardText(textAt(read, 'text') ?? '')] : [textAt(post, 'title'), ...paragraphs(post)];
    const all = EVERYBODY.test(textAt(read, 'text') ?? '') || (post !== undefined && tagsIn(post).some(isEverybody));
    return chatDraft(feishuText.name, type, { lines, mentions: { all } }, context);
  },
};

/** Returns the post in its first language. */
function postIn(content: unknown): unknown {
  const post = at(content, 'post');
  return isObject(post) ? Object.values(post).find(isObject) : undefined;
}

function paragraphs(post: unknown): readonly string[] {
  return arrayAt(post, 'content').map((line) => (Array.isArray(line) ? line.map(tagText).join('') : ''));
}

function tagsIn(post: unknown): readonly unknown[] {
  return arrayAt(post, 'content').flatMap((line) => (Array.isArray(line) ? line : []));
}

function isEverybody(tag: unknown): boolean {
  return at(tag, 'tag') === 'at' && at(tag, 'user_id') === 'all';
}

function tagText(tag: unknown): string {
  // Not trimmed: it is a part of a line.
  const given = at(tag, 'text');
  const text = typeof given === 'string' ? given : '';
  switch (at(tag, 'tag')) {
    case 'a':
      return [text, textAt(tag, 'href')].filter(Boolean).join(' ');
    case 'at':
      return `@${textAt(tag, 'user_name') ?? textAt(tag, 'user_id') ?? ''}`;
    default:
      return text;
  }
}

/** A card of Feishu's group robot: its header's colour says how bad it is. */
export const feishuCard: RenderedPayload = {
  name: 'feishu',
  matches: isCard,
  render(value, { words }) {
    const card = cardOf(value);
    const severity = severityOfColour(textAt(card, 'header', 'template'));
    const title = plainCardText(textAt(card, 'header', 'title', 'content') ?? '');
    const parts = cardParts(card);
    const lines = parts.map(({ text }) => text).filter((text) => text !== '');
    const [first = words.resourceKind.event, ...rest] = lines;
    return {
      severity,
      status: spokenSeverity(severity, words),
      title: title || first,
      where: '',
      fields: [],
      details: (title ? lines : rest).join('\n'),
      link: linkIn(parts),
    };
  },
};

function linkIn(parts: readonly CardPart[]): string | undefined {
  return parts.find(({ link }) => link !== undefined)?.link;
}
