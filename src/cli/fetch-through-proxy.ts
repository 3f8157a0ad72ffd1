import { systemClock } from '../base/clock.js';
import { addressOf, type HttpsPool } from '../base/https-pool.js';
import { poolThroughProxy } from '../domain/pool-through-proxy.js';
import { exchange } from '../wecom/post/exchange.js';
import type { Fetch } from './world.js';

/** Longer than any limit of the caller, who ends the request by its signal. Milliseconds. */
const NO_LIMIT_MS = 2 ** 31 - 1;

/** Fetches as global `fetch` does, through the proxy that the environment names, if any. */
export const fetchThroughProxy: Fetch = async (url, request) => {
  const pool = await poolThroughProxy(new URL(url), systemClock);
  return pool ? fetchBy(pool, url, request) : fetch(url, request);
};

async function fetchBy(pool: HttpsPool, url: string, { method, headers, body, signal }: Parameters<Fetch>[1]) {
  const target = new URL(url);
  const sent = pool.request({
    ...addressOf(target),
    method,
    path: target.pathname,
    headers: { host: target.host, 'content-length': Buffer.byteLength(body), ...headers },
    signal,
  });
  const limits = { clock: systemClock, timeoutMs: NO_LIMIT_MS, connectTimeoutMs: NO_LIMIT_MS, isOpen: pool.isOpen };
  const { result } = await exchange(sent, body, limits);
  // As fetch fails: the command reads the code of the cause.
  if (result.kind !== 'reply') throw new Error('Cannot fetch', { cause: { code: result.reason } });
  return { status: result.httpStatus, text: async () => result.body };
}
