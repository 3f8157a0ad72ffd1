/**
 * The limits that WeCom documents for a group robot. The longest URL is `MAX_URL_BYTES` of `domain/content.ts`,
 * because code that makes a link must know it.
 * @see https://developer.work.weixin.qq.com/document/path/99110
 */

/**
 * Longest `content` by type, in UTF-8 bytes (a Chinese character is 3). A longer one is refused with errcode 40058 and
 * not shown.
 */
export const MAX_CONTENT_BYTES = { text: 2048, markdown: 4096, markdown_v2: 4096 } as const;

/** Largest image before base64 encoding, in bytes. A larger one is refused with errcode 40009. */
export const MAX_IMAGE_BYTES = 2 * 1024 * 1024;

/** Most `news.articles`. More are refused with errcode 45008. */
export const MAX_ARTICLES = 8;

/** Longest `title` of an article, in UTF-8 bytes. WeCom silently truncates a longer one. */
export const MAX_ARTICLE_TITLE_BYTES = 128;

/** Longest `description` of an article, in UTF-8 bytes. WeCom silently truncates a longer one. */
export const MAX_ARTICLE_DESCRIPTION_BYTES = 512;

/** Most entries of a card's `horizontal_content_list`. More are refused with errcode 40058. */
export const MAX_CARD_ROWS = 6;

/** Most entries of a `news_notice` card's `vertical_content_list`. More are refused with errcode 40058. */
export const MAX_CARD_PARAGRAPHS = 4;

/** Most entries of a card's `jump_list`. More are refused with errcode 40058. */
export const MAX_CARD_JUMPS = 3;

/** Messages a robot may send in a minute. One more is refused with errcode 45009 and dropped. */
export const MAX_MESSAGES_PER_MINUTE = 20;

/** WeCom counts messages on arrival: those sent 3 s apart may arrive closer together, and the 21st is dropped. */
const PACE_MARGIN_MS = 400;

/**
 * Least interval between two attempts of one robot, milliseconds: 17.6 a minute, of the
 * {@link MAX_MESSAGES_PER_MINUTE}.
 */
export const MIN_INTERVAL_MS = 60_000 / MAX_MESSAGES_PER_MINUTE + PACE_MARGIN_MS;
