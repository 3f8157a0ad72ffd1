import { Agent, type RequestOptions, request } from 'node:https';
import { isIP, Socket } from 'node:net';
import type { Duplex, Writable } from 'node:stream';
import type { Clock } from './clock.js';

/** A connection idle for longer is not trusted: its peer may have closed it while this environment was frozen. */
export const MAX_IDLE_MS = 30_000;
/** The interval between checks for such connections. */
const LOOK_EVERY_MS = 1000;
const MAX_SOCKETS = 50;

/** Receives a connection, or the reason why there is none. */
export type Connected = NonNullable<Parameters<Agent['createConnection']>[1]>;

/** Options of a connection. */
export interface DialOptions extends RequestOptions {
  /** The TLS session to resume. */
  readonly session?: Buffer;
}

/** The address that a pool's connections go to. */
export interface Address {
  /** A name, or an IP address without brackets. */
  readonly host: string;
  readonly port: number;
  /** The server name for TLS: the host's name, or empty for an IP address. */
  readonly servername: string;
  /** Certificate authority to trust instead of Node's own, PEM. */
  readonly ca?: string | Buffer;
}

/** Returns the address in `https://host[:port]`. */
export function addressOf({ hostname, port }: URL): Address {
  const host = hostname.replace(/^\[|\]$/g, '');
  return { host, port: Number(port || 443), servername: isIP(host) ? '' : host };
}

/**
 * An agent that keeps connections and reuses the last used first. It knows which are open, since when each has been
 * idle, and which one was opened ahead of the first request.
 */
export class HttpsPool extends Agent {
  readonly #clock: Clock;
  readonly #open = new WeakSet<Duplex>();
  readonly #idleSince = new WeakMap<Duplex, number>();
  /**
   * TLS sessions by connection name, for the next connection to resume. Node's agent misses the session of a connection
   * that was opened ahead.
   */
  readonly #sessions = new Map<string, Buffer>();
  #lookedAt = 0;
  #ahead: { readonly socket: Socket; readonly name: string } | undefined;

  constructor(clock: Clock) {
    super({ keepAlive: true, scheduling: 'lifo', maxSockets: MAX_SOCKETS, maxFreeSockets: MAX_SOCKETS });
    this.#clock = clock;
    this.on('free', (socket: Duplex) => this.#idleSince.set(socket, clock.now()));
  }

  /** Returns true once the TLS handshake is complete. */
  readonly isOpen = (socket: Duplex): boolean => this.#open.has(socket);

  /** Returns true if the connection was kept from before, so that its peer may have closed it unnoticed. */
  wasIdle(socket: Duplex): boolean {
    return this.#idleSince.has(socket);
  }

  /** Closes connections that have been idle for {@link MAX_IDLE_MS}, or up to a second longer. */
  dropStale(): void {
    const now = this.#clock.now();
    const isSetBack = now < this.#lookedAt;
    if (!isSetBack && now < this.#lookedAt + LOOK_EVERY_MS) return;
    this.#lookedAt = now;
    this.#dropIdle(MAX_IDLE_MS);
  }

  /** Closes every connection that is not in use. */
  dropFree(): void {
    this.#dropIdle(0);
  }

  #dropIdle(ms: number): void {
    for (const sockets of Object.values(this.freeSockets)) {
      for (const socket of sockets ?? []) if (this.#idleMs(socket) >= ms) socket.destroy();
    }
  }

  /** Returns the key of a connection: only host and port differ within one pool. Node's own name joins 20 parts. */
  override getName({ host, port }: RequestOptions = {}): string {
    return `${host}:${port}`;
  }

  /** Begins a request over one of these connections. The caller writes its body, ends it and handles its errors. */
  request(options: RequestOptions): Writable {
    return request({ ...options, agent: this });
  }

  /** Opens a connection ahead of the first request. Returns at once and never fails: the request then opens its own. */
  warm(address: Address): void {
    const socket = this.#connect(address);
    if (!(socket instanceof Socket)) return;
    this.#ahead = { socket, name: this.getName(address) };
    this.#idleSince.set(socket, this.#clock.now());
    // The request that needs it opens its own and meets the same error, with a caller to report it to.
    socket.once('error', () => this.#takeAhead());
    socket.unref();
  }

  /**
   * Opens a new connection and closes it again. Rejects if its TLS handshake is not complete within `timeoutMs`, or fails.
   */
  check(address: Address, timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = this.#connect(address);
      if (!(socket instanceof Socket)) return reject(new Error('No connection was made'));
      const end = (error?: Error): void => {
        cancel();
        socket.destroy();
        if (error) reject(error);
        else resolve();
      };
      const cancel = this.#clock.after(timeoutMs, () => end(new Error(`No connection within ${timeoutMs} ms`)));
      socket.once('secureConnect', () => end());
      socket.on('error', end);
    });
  }

  override createConnection(...args: Parameters<Agent['createConnection']>): Duplex | null | undefined {
    const [options] = args;
    if (this.#ahead?.name !== this.getName(options)) return this.#connect(...args);
    const socket = this.#takeAhead();
    if (socket && !socket.destroyed && this.#idleMs(socket) < MAX_IDLE_MS) return socket.ref();
    socket?.destroy();
    return this.#connect(...args);
  }

  /** Opens a connection, which it returns or calls back with. */
  protected dial(options: DialOptions, callback?: Connected): Duplex | null | undefined {
    return super.createConnection(options, callback);
  }

  #connect(options: RequestOptions, callback?: Connected): Duplex | null | undefined {
    const name = this.getName(options);
    const session = this.#sessions.get(name);
    const socket = this.dial({ ...(session && { session }), ...options }, (error, made) => {
      // Deno calls back with nothing for a connection that it has returned.
      if (made && !error) this.#watch(made, name);
      callback?.(error, made);
    });
    if (socket) this.#watch(socket, name);
    return socket;
  }

  #watch(socket: Duplex, name: string): void {
    socket.once('secureConnect', () => this.#open.add(socket));
    socket.on('session', (latest: Buffer) => this.#sessions.set(name, latest));
    socket.once('close', (failed: boolean) => failed && this.#sessions.delete(name));
    // Otherwise a request right after the handshake waits a round trip for the peer to acknowledge it, as in Node 20's
    // agent.
    if (socket instanceof Socket) socket.setNoDelay();
  }

  #takeAhead(): Socket | undefined {
    const socket = this.#ahead?.socket;
    this.#ahead = undefined;
    return socket;
  }

  #idleMs(socket: Duplex): number {
    return this.#clock.now() - (this.#idleSince.get(socket) ?? 0);
  }
}
