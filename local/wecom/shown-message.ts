import { arrayAt, type JsonObject, textAt } from '../../src/base/json.js';

/** The mentions that the group sees. */
export interface ShownMentions {
  readonly all: boolean;
  readonly mobiles: readonly string[];
  readonly userIds: readonly string[];
}

/** One message as it appears in the group. */
export interface ShownMessage {
  /** From 1, across all robots. */
  readonly number: number;
  readonly robot: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The posted JSON, cut wherever WeCom silently cuts. */
  readonly message: JsonObject;
  readonly mentions: ShownMentions;
}

/** `<@userid>` works inside these types and no others. */
const INLINE_MENTIONS: ReadonlySet<string> = new Set(['text', 'markdown']);

function strings(message: JsonObject, ...path: readonly string[]): readonly string[] {
  return arrayAt(message, ...path).filter((entry) => typeof entry === 'string');
}

function inlineUserIds(message: JsonObject): readonly string[] {
  const msgtype = textAt(message, 'msgtype') ?? '';
  if (!INLINE_MENTIONS.has(msgtype)) return [];
  return [...(textAt(message, msgtype, 'content') ?? '').matchAll(/<@([^<>\s]+)>/g)].flatMap(([, id]) => id ?? []);
}

/**
 * Returns the mentions of a message: the two lists of `text`, and `<@userid>` in `text` and `markdown`. Other types
 * have none.
 */
export function mentionsIn(message: JsonObject): ShownMentions {
  const isText = message['msgtype'] === 'text';
  const userIds = isText ? strings(message, 'text', 'mentioned_list') : [];
  const mobiles = isText ? strings(message, 'text', 'mentioned_mobile_list') : [];
  return {
    all: [...userIds, ...mobiles].includes('@all'),
    mobiles: [...new Set(mobiles)].filter((mobile) => mobile !== '@all'),
    userIds: [...new Set([...userIds, ...inlineUserIds(message)])].filter((id) => id !== '@all'),
  };
}
