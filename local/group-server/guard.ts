import type { IncomingMessage } from 'node:http';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Returns true if the request was meant for this machine. A foreign page whose name resolves to it sends its own name.
 */
export function isForLoopback({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const name = /^(.*?)(?::\d+)?$/.exec(headers.host ?? '')?.[1] ?? '';
  return LOOPBACK.has(name.toLowerCase());
}

/**
 * Returns true if our own page sent it, or no browser did: another page must neither press our buttons, nor read our messages, nor
 * post to the door, whose token is known. A form that hides where it comes from is ours if the browser says so.
 */
export function isFromOurPage({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (headers.origin === 'null' && site === 'same-origin') return true;
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}
