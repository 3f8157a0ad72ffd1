import type { Format } from '../../domain/format.js';
import type { Mentions } from '../../domain/mentions.js';
import type { Notification } from '../../domain/notification.js';
import type { MessageWords } from '../../text/message-words.js';
import { SEVERITY } from '../../text/severity.js';
import { MAX_CONTENT_BYTES } from '../api/limits.js';
import type { TextMessage } from '../api/message.js';
import { defuseLine, defuseTitle } from './defuse.js';
import { trimEnd, trimMiddle } from './trim.js';

const EVERYBODY = '@all';
/** Longest title that the mention repeats, in characters. */
const MAX_TITLE = 120;

/** Returns the two lists of a `text` message, each left out if it is empty. `@all` comes after the mobiles. */
export function mentionLists(
  { all, mobiles, userIds }: Mentions,
  given: Partial<TextMessage['text']> = {},
): Pick<TextMessage['text'], 'mentioned_list' | 'mentioned_mobile_list'> {
  const ids = union(given.mentioned_list, userIds);
  const numbers = union(given.mentioned_mobile_list, all ? [...mobiles, EVERYBODY] : mobiles);
  return {
    ...(ids.length > 0 && { mentioned_list: ids }),
    ...(numbers.length > 0 && { mentioned_mobile_list: numbers }),
  };
}

/** Joins two lists. `given` is a caller's and may be anything: anything but a list counts as empty. */
function union(given: unknown, added: readonly string[]): readonly string[] {
  return [...new Set([...(Array.isArray(given) ? given : []), ...added])];
}

/** Returns the names that the secret's `people` does not hold, shown so that someone notices: `@王芳（未登记）` */
export function unknownPeople(people: readonly string[], format: Format, words: MessageWords): string {
  return people.map((person) => words.phrase.unknownPerson(defuseLine(person, format))).join(' ');
}

/**
 * Composes the short text that mentions those whom the message itself could not: `🔴 支付网关 5xx > 10，详情见上一条`. Returns
 * `undefined` if no one is left.
 */
export function mentionMessage(
  notification: Notification,
  left: Mentions,
  words: MessageWords,
): TextMessage | undefined {
  if (!left.all && left.mobiles.length + left.userIds.length + left.people.length === 0) return undefined;
  const title = trimMiddle(defuseTitle(notification, 'text'), MAX_TITLE);
  const line = words.phrase.seeAbove(`${SEVERITY[notification.severity].emoji} ${title}`.trim());
  const people = trimEnd(unknownPeople(left.people, 'text', words), MAX_CONTENT_BYTES.text / 2);
  return { msgtype: 'text', text: { content: people ? `${line}\n${people}` : line, ...mentionLists(left) } };
}
