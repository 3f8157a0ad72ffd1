import { originOf } from '../aws/service-event.js';
import { arrayAt, at, type JsonObject, objectAt, textAt } from '../base/json.js';
import { InvalidInputError } from '../domain/errors.js';
import type { Format } from '../domain/format.js';
import type { Mentions } from '../domain/mentions.js';
import type { Draft, Overrides } from '../domain/notification.js';
import type { Words } from '../text/words.js';
import { ERRCODE } from '../wecom/api/errcodes.js';
import { MAX_CONTENT_BYTES } from '../wecom/api/limits.js';
import { isMessageType, type MessageType } from '../wecom/api/message.js';
import { messageFault } from '../wecom/api/message-fault.js';
import type { WrittenPayload } from './payload.js';
import { writtenContent } from './written/written-content.js';

const EVERYBODY = '@all';

/**
 * A message in WeCom's own form, passed through unchanged; only a `content` that is too long is treated as the caller's text,
 * to be sent in parts. Of the fields beside `msgtype`, only the one that it names counts.
 * @see https://developer.work.weixin.qq.com/document/path/99110
 */
export const wecom: WrittenPayload = {
  name: 'wecom',
  matches: (value) => isMessageType(at(value, 'msgtype')),
  read(value, { event, callerId, renderContext }): Draft {
    const message = objectAt({ value }, 'value');
    const fault = messageFault(message);
    const msgtype = at(message, 'msgtype');
    if (fault || !isMessageType(msgtype))
      throw refused(fault?.errmsg ?? 'invalid message type', fault?.errcode ?? ERRCODE.invalidMessageType);
    const name = nameOf(message, msgtype, renderContext.words);
    const long = longContent(message, msgtype);
    const { id, occurredAt } = event;
    const shared = { id: callerId ?? id, renderer: wecom.name, occurredAt, origin: originOf(event), name };
    const { body, ...written } = writtenContent({ ...shared, body: long?.content ?? '' });
    if (long) return { ...written, body, overrides: { format: long.format, ...mentionsOf(message) } };
    return { ...written, kind: 'native', native: { msgtype, [msgtype]: contentOf(message, msgtype) }, overrides: {} };
  },
};

/** Returns the content without what is null, in its lists too: callers mean nothing by it, and WeCom may refuse it. */
function contentOf(message: JsonObject, msgtype: MessageType): JsonObject {
  const given = Object.entries(objectAt(message, msgtype)).filter(([, value]) => value !== null);
  return Object.fromEntries(
    given.map(([name, value]) => [name, Array.isArray(value) ? value.filter((entry) => entry !== null) : value]),
  );
}

function refused(errmsg: string, errcode: number): InvalidInputError {
  const rule = `WeCom would refuse it: current value gives errcode ${errcode} (${errmsg})`;
  return new InvalidInputError('msgtype', `Cannot send the WeCom message as ${rule}`);
}

/** Returns the content and its format if it does not fit into one message. */
function longContent(message: JsonObject, msgtype: MessageType): { content: string; format: Format } | undefined {
  const content = at(message, msgtype, 'content');
  if (typeof content !== 'string' || !isFormat(msgtype)) return undefined;
  return Buffer.byteLength(content) > MAX_CONTENT_BYTES[msgtype] ? { content, format: msgtype } : undefined;
}

function isFormat(msgtype: MessageType): msgtype is Format {
  return Object.hasOwn(MAX_CONTENT_BYTES, msgtype);
}

/** Returns the mentions in the message's own lists. Without any it returns nothing, so that rules decide. */
function mentionsOf(message: JsonObject): Pick<Overrides, 'mentions'> {
  const userIds = textsAt(message, 'mentioned_list');
  const mobiles = textsAt(message, 'mentioned_mobile_list');
  if (userIds.length + mobiles.length === 0) return {};
  const mentions: Mentions = {
    all: [...userIds, ...mobiles].includes(EVERYBODY),
    mobiles: mobiles.filter((mobile) => mobile !== EVERYBODY),
    userIds: userIds.filter((userId) => userId !== EVERYBODY),
    people: [],
  };
  return { mentions };
}

function textsAt(message: JsonObject, list: string): readonly string[] {
  return [...new Set(arrayAt(message, 'text', list).filter((entry) => typeof entry === 'string'))];
}

/** Returns the name of the message, for the log and for the message after it that mentions people. */
function nameOf(message: JsonObject, msgtype: MessageType, words: Words): string {
  const own = OWN_TITLE[msgtype]?.map((path) => textAt(message, msgtype, ...path)).find((text) => text !== undefined);
  return own ?? (isFormat(msgtype) ? '' : words.payload.message[msgtype]);
}

const OWN_TITLE: Readonly<Partial<Record<MessageType, readonly (readonly (string | number)[])[]>>> = {
  text: [['content']],
  markdown: [['content']],
  markdown_v2: [['content']],
  news: [['articles', 0, 'title']],
  template_card: [['main_title', 'title'], ['sub_title_text']],
};
