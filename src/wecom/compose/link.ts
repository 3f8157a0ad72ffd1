import { type Format, MAX_URL_BYTES } from '../../domain/notification.js';
import { CONTROL_BUT_LINE_FEED, LONE_SURROGATE } from '../../text/code-points.js';

const anyOf = (more: string): RegExp =>
  new RegExp(`[\\s${CONTROL_BUT_LINE_FEED}${LONE_SURROGATE}<>"\`\\\\^{|}${more}]`, 'gu');
const MARKDOWN = anyOf('()[\\]*');

/** Characters that would end a URL, or a markdown link around it. */
const UNSAFE: Readonly<Record<Format, RegExp>> = { text: anyOf(''), markdown: MARKDOWN, markdown_v2: MARKDOWN };

/**
 * Returns the URL as a message of this format can hold it, with unsafe characters percent-encoded. Returns `undefined`
 * if it is neither http nor https, or longer than {@link MAX_URL_BYTES}: half a link leads nowhere.
 */
export function linkIn(link: string | undefined, format: Format): string | undefined {
  const trimmed = link?.trim() ?? '';
  if (!/^https?:\/\/[^\s/]/i.test(trimmed) || trimmed.length > MAX_URL_BYTES) return undefined;
  const url = trimmed.replace(UNSAFE[format], percentEncoded);
  return Buffer.byteLength(url) > MAX_URL_BYTES ? undefined : url;
}

function percentEncoded(character: string): string {
  const bytes = [...Buffer.from(character)];
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
