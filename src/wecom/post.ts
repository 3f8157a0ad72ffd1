import { Agent, type RequestOptions, request } from 'node:https';
import { isIP, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Clock } from '../clock.js';
import type { RobotKey } from '../robot-key.js';
import { parseBaseUrl } from './base-url.js';
import { type Ending, exchange } from './exchange.js';
import type { Transport } from './transport.js';

/** Whole time for DNS, TCP and TLS, milliseconds. */
export const CONNECT_TIMEOUT_MS = 3000;
/** Idle for longer, a kept connection is not trusted: WeCom may have closed it while this environment was frozen. */
export const MAX_IDLE_MS = 30_000;
const MAX_SOCKETS = 50;
const SEND_PATH = '/cgi-bin/webhook/send?key=';

export interface HttpsTransportOptions {
  /** `https://host` or `https://host:port`. */
  readonly baseUrl: string;
  readonly clock: Clock;
  /** Certificate authority to trust instead of Node's own, PEM. */
  readonly ca?: string | Buffer;
  /** Default {@link CONNECT_TIMEOUT_MS}. */
  readonly connectTimeoutMs?: number;
}

/** The way to WeCom over HTTPS. */
export interface HttpsTransport extends Transport {
  /** Opens a connection ahead of the first message. Returns at once and never fails: the message then opens its own. */
  warm(): void;
}

/**
 * Posts over kept-alive connections of one pool, the last used first. A message that met a kept connection which its peer had
 * closed meanwhile is written once more on a new one: nothing had arrived.
 * @throws ConfigError for a base URL that is more or less than `https://host[:port]`.
 */
export function createHttpsTransport(options: HttpsTransportOptions): HttpsTransport {
  const { clock, ca, connectTimeoutMs = CONNECT_TIMEOUT_MS } = options;
  const { host, hostname, port } = parseBaseUrl(options.baseUrl);
  const name = hostname.replace(/^\[|\]$/g, '');
  const address = { host: name, port: Number(port || 443), ...(ca !== undefined && { ca }) };
  const pool = new Pool(clock);
  const shared = Object.freeze({ ...address, agent: pool, method: 'POST', setHost: false });

  function send(key: RobotKey, body: string, timeoutMs: number): Promise<Ending> {
    // One flat list, which Node writes out as it is.
    const headers = ['Host', host, 'Content-Type', 'application/json', 'Content-Length', `${Buffer.byteLength(body)}`];
    const sent = request({ ...shared, path: SEND_PATH + encodeURIComponent(key.reveal()), headers });
    return exchange(sent, body, { clock, timeoutMs, connectTimeoutMs, isOpen: pool.isOpen });
  }

  return {
    post: async (key, json, timeoutMs) => {
      const deadline = clock.now() + timeoutMs;
      pool.dropIdle(MAX_IDLE_MS);
      const first = await send(key, json, timeoutMs);
      const left = deadline - clock.now();
      if (!first.broken || !first.socket || !pool.wasIdle(first.socket) || left <= 0) return first.result;
      pool.dropIdle(0);
      return (await send(key, json, left)).result;
    },
    // A request's server name is worked out by the agent; here there is no request.
    warm: () => pool.warm({ ...address, servername: isIP(name) ? '' : name }),
  };
}

/** Keeps connections to one host, and knows which are open, since when they idle, and one that was opened ahead. */
class Pool extends Agent {
  readonly #clock: Clock;
  readonly #open = new WeakSet<Duplex>();
  readonly #idleSince = new WeakMap<Duplex, number>();
  #ahead: Socket | undefined;

  constructor(clock: Clock) {
    super({ keepAlive: true, scheduling: 'lifo', maxSockets: MAX_SOCKETS, maxFreeSockets: MAX_SOCKETS });
    this.#clock = clock;
    this.on('free', (socket: Duplex) => this.#idleSince.set(socket, clock.now()));
  }

  /** Whether the TLS handshake is over. */
  readonly isOpen = (socket: Duplex): boolean => this.#open.has(socket);

  /** Whether the connection was kept from before, so that its peer may have closed it unnoticed. */
  wasIdle(socket: Duplex): boolean {
    return this.#idleSince.has(socket);
  }

  /** Closes connections that have idled for at least `ms`. The one that has idled longest stands first. */
  dropIdle(ms: number): void {
    for (const sockets of Object.values(this.freeSockets)) {
      for (const socket of sockets ?? []) {
        if (this.#idleMs(socket) < ms) break;
        socket.destroy();
      }
    }
  }

  warm(address: RequestOptions): void {
    const socket = this.#connect(address);
    if (!(socket instanceof Socket)) return;
    this.#ahead = socket;
    this.#idleSince.set(socket, this.#clock.now());
    // The message that needs it opens its own and meets the same error, with somebody to tell.
    socket.once('error', () => this.#takeAhead());
    socket.unref();
  }

  override createConnection(...args: Parameters<Agent['createConnection']>): Duplex | null | undefined {
    const ahead = this.#takeAhead();
    if (ahead && !ahead.destroyed && this.#idleMs(ahead) < MAX_IDLE_MS) return ahead.ref();
    ahead?.destroy();
    return this.#connect(...args);
  }

  #connect(...args: Parameters<Agent['createConnection']>): Duplex | null | undefined {
    const socket = super.createConnection(...args);
    socket?.once('secureConnect', () => this.#open.add(socket));
    return socket;
  }

  #takeAhead(): Socket | undefined {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    return ahead;
  }

  #idleMs(socket: Duplex): number {
    return this.#clock.now() - (this.#idleSince.get(socket) ?? 0);
  }
}
