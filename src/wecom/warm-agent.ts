import { Agent, type AgentOptions } from 'node:https';
import type { Duplex } from 'node:stream';

/** Idle longer, a kept connection is not trusted: WeCom may have closed it while this environment was frozen. */
export const MAX_IDLE_MS = 30_000;

/**
 * Keeps a few connections alive, the last used first, and can open one ahead of the first request. Knows of each socket
 * whether its TLS handshake is over: what fails before that was never written.
 */
export class WarmAgent extends Agent {
  readonly #now: () => number;
  readonly #secure = new WeakSet<Duplex>();
  readonly #idleSince = new WeakMap<Duplex, number>();
  #warm: Duplex | undefined;

  constructor(now: () => number, options: AgentOptions) {
    super({ keepAlive: true, scheduling: 'lifo', maxSockets: 50, maxFreeSockets: 10, ...options });
    this.#now = now;
    this.on('free', (socket: Duplex) => this.#idleSince.set(socket, now()));
  }

  /** Opens a connection now; the next request takes it. An error of it is that request's business. */
  warm(options: AgentOptions & { readonly host: string; readonly port: number }): void {
    const socket = super.createConnection(options) as Duplex | null | undefined;
    if (!socket) return;
    socket.once('error', () => {
      if (this.#warm === socket) this.#warm = undefined; // The request opens its own and meets the same error itself.
    });
    this.#watch(socket);
    this.#idleSince.set(socket, this.#now());
    this.#warm = socket;
  }

  override createConnection(...args: Parameters<Agent['createConnection']>): ReturnType<Agent['createConnection']> {
    const warm = this.#warm;
    this.#warm = undefined;
    if (warm && !warm.destroyed && this.#isFresh(warm)) return warm;
    warm?.destroy();
    const socket = super.createConnection(...args);
    if (socket) this.#watch(socket);
    return socket;
  }

  /** Whether the handshake is over, so that what is written may have arrived. */
  isSecure(socket: Duplex): boolean {
    return this.#secure.has(socket);
  }

  /** Whether the socket had waited for this request, so that its peer may have closed it meanwhile. */
  hadWaited(socket: Duplex): boolean {
    return this.#idleSince.has(socket);
  }

  /** Closes kept connections that have been idle for longer than `maxIdleMs`. */
  dropIdle(maxIdleMs = MAX_IDLE_MS): void {
    for (const sockets of Object.values(this.freeSockets)) {
      for (const socket of sockets ?? []) if (!this.#isFresh(socket, maxIdleMs)) socket.destroy();
    }
  }

  #isFresh(socket: Duplex, maxIdleMs = MAX_IDLE_MS): boolean {
    return this.#now() - (this.#idleSince.get(socket) ?? 0) <= maxIdleMs;
  }

  #watch(socket: Duplex): void {
    socket.once('secureConnect', () => this.#secure.add(socket));
  }
}
