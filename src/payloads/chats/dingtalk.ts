import { arrayAt, at, isObject, textAt } from '../../base/json.js';
import type { Mentions } from '../../domain/mentions.js';
import { readMobile } from '../../domain/mobile.js';
import { openableLink } from '../../renderers/toolkit/safe-aws-link.js';
import type { WrittenPayload } from '../payload.js';
import { type ChatMessage, chatDraft } from './chat-message.js';

/** Message types that WeCom has no type of the same name for. */
const OWN_TYPES: ReadonlySet<unknown> = new Set(['link', 'actionCard', 'feedCard']);

/** The message of each type, by DingTalk's names. */
const READERS: Readonly<Record<string, (value: unknown) => Omit<ChatMessage, 'mentions'>>> = {
  text: (value) => ({ lines: [textAt(value, 'text', 'content')] }),
  markdown: (value) => ({ lines: markdownLines(value, 'markdown'), format: 'markdown' }),
  link: (value) => ({ lines: ['title', 'text', 'messageUrl'].map((name) => textAt(value, 'link', name)) }),
  actionCard: (value) => ({
    lines: [...markdownLines(value, 'actionCard'), ...buttons(value)],
    format: 'markdown',
  }),
  feedCard: (value) => ({
    lines: arrayAt(value, 'feedCard', 'links').map((link) => linked(textAt(link, 'title'), textAt(link, 'messageURL'))),
    format: 'markdown',
  }),
};

/**
 * A message of DingTalk's group robot: text, markdown, link, actionCard or feedCard, with the people in `at`.
 * @see https://open.dingtalk.com/document/orgapp/custom-robots-send-group-messages
 */
export const dingtalk: WrittenPayload = {
  name: 'dingtalk',
  matches: (value) =>
    OWN_TYPES.has(at(value, 'msgtype')) ||
    (typeof at(value, 'msgtype') === 'string' &&
      (isObject(at(value, 'at')) || typeof at(value, 'markdown', 'text') === 'string')),
  read(value, context) {
    const type = textAt(value, 'msgtype') ?? '';
    const read = Object.hasOwn(READERS, type) ? READERS[type] : undefined;
    const message = read?.(value) ?? { lines: [] };
    return chatDraft(dingtalk.name, type || 'msgtype', { ...message, mentions: mentionsOf(value) }, context);
  },
};

/** User ids are DingTalk's own, so nobody can be called by them. */
function mentionsOf(value: unknown): Partial<Mentions> {
  const isAtAll = [at(value, 'at', 'isAtAll'), at(value, 'isAtAll')].some((all) => all === true || all === 'true');
  const mobiles = arrayAt(value, 'at', 'atMobiles').flatMap((mobile) => readMobile(String(mobile)) ?? []);
  return { all: isAtAll, mobiles: [...new Set(mobiles)] };
}

function markdownLines(value: unknown, type: string): readonly (string | undefined)[] {
  const text = textAt(value, type, 'text') ?? '';
  const title = textAt(value, type, 'title') ?? '';
  // DingTalk shows the title in notifications only, so that most senders repeat it in the text.
  return [text.includes(title) ? undefined : `**${title}**`, forWecom(text)];
}

function buttons(card: unknown): readonly (string | undefined)[] {
  const single = linked(textAt(card, 'actionCard', 'singleTitle'), textAt(card, 'actionCard', 'singleURL'));
  const several = arrayAt(card, 'actionCard', 'btns').map((button) =>
    linked(textAt(button, 'title'), textAt(button, 'actionURL')),
  );
  return [single, ...several];
}

/** Returns a link that says where it leads: a text that is an address itself does not stand before another. */
function linked(title: string | undefined, given: string | undefined): string | undefined {
  const url = openableLink(given);
  if (url === undefined || /[()]/.test(url)) return title === undefined ? title : plain(title);
  return `[${title === undefined || ADDRESS.test(title) ? url : plain(title)}](${url})`;
}

/** An address, or the name of a host. */
const ADDRESS = /:\/\/|\w\.[a-z]{2,}/i;

/** Returns a line without what would begin or end a link. */
function plain(title: string): string {
  return title.replaceAll('[', '［').replaceAll(']', '］');
}

/** The colours of WeCom's markdown that come close to DingTalk's. */
const COLOURS: readonly (readonly [given: RegExp, colour: string])[] = [
  [/^(#?f[0-9a-f][0-5]|#?ff|#?d[0-9a-f]|red|orange)/i, 'warning'],
  [/^(#?0|#?[0-9a-c][0-9a-f]{5}$|green|blue)/i, 'info'],
];

/** A link of markdown. */
const LINK = /\[([^[\]\n]{0,500})\]\(([^()\s]{0,2000})\)/g;

/** Returns DingTalk's markdown as WeCom reads it: an image as a link, a colour as one of WeCom's three. */
function forWecom(text: string): string {
  const links = text
    .replaceAll('![', '[')
    .replace(LINK, (_, title: string, url: string) => linked(title, url) ?? title);
  return links.replace(/<font\s+color="?([#\w]+)"?\s*>/gi, (_, given: string) => {
    const colour = COLOURS.find(([pattern]) => pattern.test(given))?.[1] ?? 'comment';
    return `<font color="${colour}">`;
  });
}
