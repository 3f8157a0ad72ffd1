import type { IncomingMessage } from 'node:http';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether the request was meant for this machine: a page elsewhere whose name leads here sends its own name. */
export function isForLoopback({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const name = /^(.*?)(?::\d+)?$/.exec(headers.host ?? '')?.[1] ?? '';
  return LOOPBACK.has(name.toLowerCase());
}

/** Whether a browser sent it for our own page, or no browser sent it: another page must not press our buttons. */
export function isFromOurPage({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}
