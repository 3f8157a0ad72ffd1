import type { Server } from 'node:http';

/** Listens on 127.0.0.1 and nowhere else, on a free port unless one is given. Resolves to the port. */
export function listenOnLoopback(server: Server, port = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error(`Cannot listen as a port was expected: current address is ${String(address)}`));
    });
  });
}

/** Counts the TLS connections that a server accepts from now on. Returns a function that returns the number so far. */
export function countConnections(server: Pick<Server, 'on'>): () => number {
  let connections = 0;
  server.on('secureConnection', () => {
    connections += 1;
  });
  return () => connections;
}

/** Ends a server and all its connections. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
