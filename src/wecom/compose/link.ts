import { isConsoleHost } from '../../domain/console-hosts.js';
import { MAX_URL_BYTES } from '../../domain/content.js';
import type { Format } from '../../domain/format.js';
import { CONTROL_BUT_LINE_FEED, INVISIBLE, LONE_SURROGATE } from '../../text/code-points.js';
import { plainHost } from './plain-host.js';

const anyOf = (more: string): RegExp =>
  new RegExp(`[\\s${CONTROL_BUT_LINE_FEED}${INVISIBLE}\\u200d${LONE_SURROGATE}<>"\`\\\\^{|}${more}]`, 'gu');
const MARKDOWN = anyOf('()[\\]*');

/** Characters that would end a URL, or a markdown link around it, and those that nobody sees. */
const UNSAFE: Readonly<Record<Format, RegExp>> = { text: anyOf(''), markdown: MARKDOWN, markdown_v2: MARKDOWN };

/**
 * Returns the URL as a message of this format can hold it: with nothing before its host, which is in ASCII, and with
 * unsafe characters percent-encoded. Returns `undefined` if it is neither http nor https, has no host, or is longer than
 * {@link MAX_URL_BYTES}: half a link leads nowhere.
 */
export function linkIn(link: string | undefined, format: Format): string | undefined {
  const trimmed = link?.trim() ?? '';
  const plain = trimmed.length > MAX_URL_BYTES ? undefined : plainHost(trimmed);
  const url = plain?.replace(UNSAFE[format], percentEncoded);
  return url === undefined || Buffer.byteLength(url) > MAX_URL_BYTES ? undefined : url;
}

/**
 * Returns a link of markdown: its text says where it leads, unless that is AWS's own console.
 * @param text defused, on one line. May be empty.
 * @param url as {@link linkIn} returns it.
 */
export function markdownLink(text: string, url: string): string {
  const host = url.split('/', 3)[2] ?? '';
  const isConsole = url.startsWith('https:') && isConsoleHost(host) && text !== '';
  return `[${inLink(isConsole ? text : `${text} ${host}`.trim())}](${url})`;
}

/** Returns a defused line as the text of a markdown link, which a bracket of its own would end. */
export function inLink(line: string): string {
  return line.replaceAll('[', '［').replaceAll(']', '］');
}

function percentEncoded(character: string): string {
  const bytes = [...Buffer.from(character)];
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
