import { createConnection, createServer, type Socket } from 'node:net';

/** A line to a server on this machine that seems longer than it is. */
export interface DelayedLine {
  readonly port: number;
  /** Loses every open connection: the server's end is closed, and the client learns nothing until it writes. */
  lose(): void;
  /** Ends every open connection, as a server does with one that was idle for too long: the client learns it at once, or when it runs again. */
  hangUp(): void;
}

/**
 * Opens a line on a free port of 127.0.0.1. `roundTripMs` is added to each round trip, including TCP's handshake: the
 * first bytes of a connection wait once more.
 */
export function openDelayedLine(serverPort: number, roundTripMs: number): Promise<DelayedLine> {
  const cuts = new Set<() => void>();
  const clients = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    const far = createConnection({ host: '127.0.0.1', port: serverPort, noDelay: true });
    carry(client, far, roundTripMs / 2, roundTripMs);
    carry(far, client, roundTripMs / 2, 0);
    const cut = (): void => {
      far.removeAllListeners('close').destroy();
      client.removeAllListeners('data').on('data', () => client.resetAndDestroy());
    };
    cuts.add(cut);
    clients.add(client);
    client.once('close', () => {
      cuts.delete(cut);
      clients.delete(client);
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address !== 'object' || address === null) throw new Error(`Cannot listen: ${String(address)}`);
      resolve({
        port: address.port,
        lose: () => {
          for (const cut of cuts) cut();
        },
        hangUp: () => {
          for (const client of clients) client.end();
        },
      });
    });
  });
}

/** Carries everything that `from` sends to `to`, after `delayMs`. The first of it takes `firstMs` longer. */
function carry(from: Socket, to: Socket, delayMs: number, firstMs: number): void {
  let readyAt = performance.now() + firstMs;
  const later = (what: () => void): void => {
    const now = performance.now();
    readyAt = Math.max(readyAt, now);
    const waitMs = readyAt - now + delayMs;
    if (waitMs === 0) what();
    else setTimeout(what, waitMs);
  };
  from.on('data', (chunk) => later(() => to.writable && to.write(chunk)));
  from.on('end', () => later(() => to.end()));
  from.on('error', () => to.destroy()); // The other end then sees the same as this one.
  from.on('close', () => later(() => to.destroy()));
}
