import type { Clock } from '../../base/clock.js';
import { addressOf, HttpsPool } from '../../base/https-pool.js';
import type { RobotKey } from '../../domain/robot-key.js';
import { parseBaseUrl } from '../api/base-url.js';
import { type ExchangeResult, exchange } from './exchange.js';
import type { Transport } from './transport.js';

/** Limit for DNS, TCP and TLS together, milliseconds. */
export const CONNECT_TIMEOUT_MS = 3000;
const SEND_PATH = '/cgi-bin/webhook/send?key=';

/** The address of WeCom, and the way there. */
export interface HttpsTransportOptions {
  /** `https://host` or `https://host:port`. */
  readonly baseUrl: string;
  readonly clock: Clock;
  /** Certificate authority to trust instead of Node's own, PEM. */
  readonly ca?: string | Buffer;
  /** Default: connections straight to the address. */
  readonly pool?: HttpsPool;
  /** Default {@link CONNECT_TIMEOUT_MS}. */
  readonly connectTimeoutMs?: number;
  /**
   * Writes a message once more if its connection was kept from before and broke before an answer. Default true. With a
   * queue it is better left to the lane: the peer may have shown the message and broken the connection then.
   */
  readonly repeatsBroken?: boolean;
}

/** The connection to WeCom over HTTPS. */
export interface HttpsTransport extends Transport {
  /** Opens a connection ahead of the first message. Returns at once and never fails: the message then opens its own. */
  warm(): void;
  /** Opens a connection and closes it again. Rejects if WeCom cannot be reached, or its certificate is not trusted. */
  check(): Promise<void>;
}

/**
 * Creates a transport over kept-alive connections of one pool, the last used first. If a kept connection breaks, most
 * likely because the peer closed it in the meantime, the message is written once more on a new one.
 * @throws {ConfigError} If the base URL is more or less than `https://host[:port]`.
 */
export function createHttpsTransport(options: HttpsTransportOptions): HttpsTransport {
  const { clock, ca, connectTimeoutMs = CONNECT_TIMEOUT_MS, repeatsBroken = true } = options;
  const url = parseBaseUrl(options.baseUrl);
  const address = { ...addressOf(url), ...(ca !== undefined && { ca }) };
  const { pool = new HttpsPool(clock) } = options;
  const shared = Object.freeze({ ...address, method: 'POST', setHost: false });

  function send(key: RobotKey, body: string, timeoutMs: number): Promise<ExchangeResult> {
    // One flat list, which Node writes out unchanged.
    const headers = [
      'Host',
      url.host,
      'Content-Type',
      'application/json',
      'Content-Length',
      `${Buffer.byteLength(body)}`,
    ];
    const sent = pool.request({ ...shared, path: SEND_PATH + encodeURIComponent(key.reveal()), headers });
    return exchange(sent, body, { clock, timeoutMs, connectTimeoutMs, isOpen: pool.isOpen });
  }

  return {
    post: async (key, json, timeoutMs) => {
      const deadline = clock.now() + timeoutMs;
      pool.dropStale();
      const first = await send(key, json, timeoutMs);
      const left = deadline - clock.now();
      if (!first.broken || !first.socket || !pool.wasIdle(first.socket) || left <= 0) return first.result;
      pool.dropFree();
      if (!repeatsBroken) return first.result;
      return (await send(key, json, left)).result;
    },
    warm: () => pool.warm(address),
    check: () => pool.check(address, connectTimeoutMs),
  };
}
