/**
 * The JSON bodies that a WeCom group robot accepts, in WeCom's own words. See `limits.ts` for their limits.
 * @see https://developer.work.weixin.qq.com/document/path/99110
 */

/** Every `msgtype` a robot accepts. Any other is refused with errcode 40008. */
export const MESSAGE_TYPES = [
  'text',
  'markdown',
  'markdown_v2',
  'image',
  'news',
  'file',
  'voice',
  'template_card',
] as const;

/** A `msgtype` that a group robot may post. */
export type MessageType = (typeof MESSAGE_TYPES)[number];

/** Plain text: the only type that ordinary WeChat shows, and the only one that mentions by mobile. */
export interface TextMessage {
  readonly msgtype: 'text';
  readonly text: {
    /** At most {@link MAX_CONTENT_BYTES}. An empty one is refused with errcode 44004. */
    readonly content: string;
    /** User ids, or `@all`. */
    readonly mentioned_list?: readonly string[];
    /** Mobiles, or `@all`. */
    readonly mentioned_mobile_list?: readonly string[];
  };
}

/** Headings, bold, links, inline code, quotes and three font colours. Mentions only by `<@userid>`. */
export interface MarkdownMessage {
  readonly msgtype: 'markdown';
  readonly markdown: { readonly content: string };
}

/**
 * Adds lists, tables, images and fenced code, and has neither colours nor mentions. Clients before 4.1.36 show its
 * source.
 */
export interface MarkdownV2Message {
  readonly msgtype: 'markdown_v2';
  readonly markdown_v2: { readonly content: string };
}

/** A JPG or PNG of at most {@link MAX_IMAGE_BYTES}. */
export interface ImageMessage {
  readonly msgtype: 'image';
  /** `md5` is the hash of the raw bytes, in hex. A wrong one is refused with errcode 301019. */
  readonly image: { readonly base64: string; readonly md5: string };
}

/** One article of a news message. WeCom cuts a title or description that is too long. */
export interface Article {
  readonly title: string;
  readonly description?: string;
  readonly url: string;
  /** Left out if there is none: WeCom refuses `null`. */
  readonly picurl?: string;
}

/** One to {@link MAX_ARTICLES} articles. */
export interface NewsMessage {
  readonly msgtype: 'news';
  readonly news: { readonly articles: readonly Article[] };
}

/** A file that the same robot uploaded within three days. */
export interface FileMessage {
  readonly msgtype: 'file';
  readonly file: { readonly media_id: string };
}

/** An AMR recording that the same robot uploaded within three days. */
export interface VoiceMessage {
  readonly msgtype: 'voice';
  readonly voice: { readonly media_id: string };
}

/** The target of a tap: 1 is `url`, 2 the mini program `appid`. */
interface CardJump {
  readonly type: 0 | 1 | 2;
  readonly url?: string;
  readonly appid?: string;
  readonly pagepath?: string;
}

interface CardBase {
  readonly source?: { readonly icon_url?: string; readonly desc?: string; readonly desc_color?: 0 | 1 | 2 | 3 };
  readonly main_title: { readonly title?: string; readonly desc?: string };
  readonly quote_area?: Partial<CardJump> & { readonly title?: string; readonly quote_text?: string };
  /** At most {@link MAX_CARD_ROWS}. `type` 1 needs `url`, 2 `media_id`, 3 `userid`. */
  readonly horizontal_content_list?: readonly {
    readonly keyname: string;
    readonly value?: string;
    readonly type?: 0 | 1 | 2 | 3;
    readonly url?: string;
    readonly media_id?: string;
    readonly userid?: string;
  }[];
  /** At most {@link MAX_CARD_JUMPS}. */
  readonly jump_list?: readonly (Partial<CardJump> & { readonly title: string })[];
  readonly card_action: CardJump;
}

/** A card of text. `main_title.title` or `sub_title_text` is required. */
export interface TextNoticeCard extends CardBase {
  readonly card_type: 'text_notice';
  readonly emphasis_content?: { readonly title?: string; readonly desc?: string };
  readonly sub_title_text?: string;
}

/** A card with a picture. `main_title.title` is required. */
export interface NewsNoticeCard extends CardBase {
  readonly card_type: 'news_notice';
  readonly card_image: { readonly url: string; readonly aspect_ratio?: number };
  readonly image_text_area?: Partial<CardJump> & {
    readonly title?: string;
    readonly desc?: string;
    readonly image_url: string;
  };
  /** At most {@link MAX_CARD_PARAGRAPHS}. */
  readonly vertical_content_list?: readonly { readonly title: string; readonly desc?: string }[];
}

/** The two kinds of card that a robot may send. The others need an application. */
export interface TemplateCardMessage {
  readonly msgtype: 'template_card';
  readonly template_card: TextNoticeCard | NewsNoticeCard;
}

/** A message as WeCom takes it. */
export type WecomMessage =
  | TextMessage
  | MarkdownMessage
  | MarkdownV2Message
  | ImageMessage
  | NewsMessage
  | FileMessage
  | VoiceMessage
  | TemplateCardMessage;

/** Returns true if the value is one of WeCom's type names. */
export function isMessageType(value: unknown): value is MessageType {
  return MESSAGE_TYPES.some((type) => type === value);
}

/**
 * Returns true if the value looks like a message: a known `msgtype` and an object of that name, whose contents WeCom
 * judges.
 */
export function isWecomMessage(value: Readonly<Record<string, unknown>>): value is WecomMessage & typeof value {
  const { msgtype } = value;
  if (!isMessageType(msgtype) || !Object.hasOwn(value, msgtype)) return false;
  const content = value[msgtype];
  return typeof content === 'object' && content !== null && !Array.isArray(content);
}

/** The reason why WeCom would refuse a message: its errcode, and the beginning of its errmsg. */
export interface MessageFault {
  readonly errcode: number;
  readonly errmsg: string;
}
