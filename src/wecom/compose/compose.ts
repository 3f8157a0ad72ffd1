import { quote } from '../../base/quote.js';
import { InvalidInputError } from '../../domain/errors.js';
import type { Format } from '../../domain/format.js';
import { type Mentions, NOBODY } from '../../domain/mentions.js';
import type { Notification } from '../../domain/notification.js';
import type { MessageWords } from '../../text/message-words.js';
import { MAX_CONTENT_BYTES } from '../api/limits.js';
import { isWecomMessage, type WecomMessage } from '../api/message.js';
import { carriable } from './defuse.js';
import { layout } from './layout.js';
import { mentionLists, mentionMessage, unknownPeople } from './mention-message.js';
import { PARAGRAPH_BREAK } from './page.js';

/** Longest names, in bytes, that stay in the message. Longer ones go to the message that follows. */
const MAX_NAMES_BYTES = 200;

/** A notification with a text of ours or of a caller: every notification but a native one. */
export type Composable = Exclude<Notification, { readonly kind: 'native' }>;

/**
 * Composes the messages to post for one notification, in order. `text` mentions by its lists; `markdown` mentions user
 * ids inline. People a message cannot mention are mentioned by a short text after it.
 * @param notice a line of ours shown above the message, or before it if there is no room.
 * @throws {InvalidInputError} If a native message does not even look like a message.
 */
export function compose(notification: Notification, words: MessageWords, notice = ''): readonly WecomMessage[] {
  if (notification.kind === 'native') return [...noticeMessage(notice), ...composeNative(notification, words)];
  const { format, mentions } = notification;
  const names = namesIn(mentions, format, words);
  const above = notification.part && notification.part.number > 1 ? '' : notice;
  const content = contentOf(notification, words, above, names);
  const namesShown = names === '' || content.endsWith(names);
  const follow = mentionMessage(notification, leftOver(mentions, format, namesShown), words);
  return [
    ...(content.startsWith(above) ? [] : noticeMessage(above)),
    messageOf(format, content, mentions),
    ...(follow ? [follow] : []),
  ];
}

/**
 * Returns the text of one of several notifications in one message: as {@link compose} would post it, without the
 * mentions.
 */
export function textOf(notification: Composable, words: MessageWords, notice = ''): string {
  return contentOf(notification, words, notice, '');
}

/**
 * Composes several notifications as one message with the given text, which fits the format.
 * @param worst the most severe of them, mentioning everyone that any of them mentions.
 */
export function composeMerged(worst: Notification, content: string, words: MessageWords): readonly WecomMessage[] {
  const { format, mentions } = worst;
  const names = namesIn(mentions, format, words);
  const withNames = joined(format, [content, names]);
  const namesShown = Buffer.byteLength(withNames) <= MAX_CONTENT_BYTES[format];
  const follow = mentionMessage(worst, leftOver(mentions, format, namesShown), words);
  return [messageOf(format, namesShown ? withNames : content, mentions), ...(follow ? [follow] : [])];
}

/** Returns the text of the message, with our lines around it if there is room. */
function contentOf(notification: Composable, words: MessageWords, above: string, names: string): string {
  const { format } = notification;
  const below = Buffer.byteLength(names) > MAX_NAMES_BYTES ? '' : names;
  if (notification.kind === 'rendered') return layout(notification, format, words, { above, below });
  const { part } = notification;
  const marker = part ? words.phrase.part(part.number, part.of) : '';
  const written = joined(format, [carriable(notification.body), marker]);
  const candidates = [joined(format, [above, written, below]), joined(format, [written, below])];
  return candidates.find((text) => Buffer.byteLength(text) <= MAX_CONTENT_BYTES[format]) ?? written;
}

/** Returns the names in the text itself: user ids if `<@…>` mentions them, and people who are not registered. */
function namesIn({ userIds, people }: Mentions, format: Format, words: MessageWords): string {
  const inline = format === 'markdown' ? userIds.map((id) => `<@${id.replace(/[<>\s]/g, '')}>`) : [];
  return [...inline, unknownPeople(people, format, words)].filter((name) => name !== '').join(' ');
}

/** Returns the mentions that a message of this format does not make. */
function leftOver(mentions: Mentions, format: Format, namesShown: boolean): Mentions {
  const people = namesShown ? [] : mentions.people;
  if (format === 'text') return { ...NOBODY, people };
  return { ...mentions, people, userIds: format === 'markdown' && namesShown ? [] : mentions.userIds };
}

function messageOf(format: Format, content: string, mentions: Mentions): WecomMessage {
  switch (format) {
    case 'text':
      return { msgtype: 'text', text: { content, ...mentionLists(mentions) } };
    case 'markdown':
      return { msgtype: 'markdown', markdown: { content } };
    case 'markdown_v2':
      return { msgtype: 'markdown_v2', markdown_v2: { content } };
  }
}

/** Composes a caller's own WeCom message: unchanged, except that a text also mentions the people that routing adds. */
function composeNative(
  notification: Extract<Notification, { kind: 'native' }>,
  words: MessageWords,
): readonly WecomMessage[] {
  const { native, mentions } = notification;
  if (!isWecomMessage(native)) {
    const { msgtype } = native;
    throw new InvalidInputError(
      'msgtype',
      `Cannot send a message as it must have a known msgtype and an object of that name: current msgtype is ${quote(msgtype)}`,
    );
  }
  const isText = native.msgtype === 'text';
  const message = isText ? { ...native, text: { ...native.text, ...mentionLists(mentions, native.text) } } : native;
  const left = isText ? { ...NOBODY, people: mentions.people } : mentions;
  const follow = mentionMessage(notification, left, words);
  return [message, ...(follow ? [follow] : [])];
}

function noticeMessage(notice: string): readonly WecomMessage[] {
  return notice === '' ? [] : [{ msgtype: 'text', text: { content: notice } }];
}

function joined(format: Format, texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(PARAGRAPH_BREAK[format]);
}
