import type { Server } from 'node:http';
import { listenOnLoopback } from '../net/loopback-server.js';

/** Number of ports tried before giving up. */
const MAX_TRIES = 20;

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/**
 * Listens on 127.0.0.1 on the wanted port, or on the next free one. Resolves to the port.
 * @param onTaken called for each port that is taken.
 */
export async function listenFrom(server: Server, wanted: number, onTaken: (port: number) => void): Promise<number> {
  for (let port = wanted; ; port++) {
    try {
      return await listenOnLoopback(server, port);
    } catch (error) {
      if (!isTaken(error) || port + 1 >= wanted + MAX_TRIES || port >= 65_535) throw error;
      onTaken(port);
    }
  }
}
