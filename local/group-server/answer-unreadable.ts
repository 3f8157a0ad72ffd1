import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Errors of Node's HTTP parser that a person can mend, and what to tell. */
const REASONS: Readonly<Record<string, string>> = {
  HPE_INVALID_URL:
    "Cannot read the request as its address must be percent-encoded, Chinese text too: curl does it with -G --data-urlencode 'text=…'",
  HPE_HEADER_OVERFLOW: 'Cannot read the request as its address and headers must be shorter than 16 KiB',
};
const OTHERWISE = 'Cannot read the request as it must be HTTP';

/** Makes a server tell, in JSON, why it cannot read a request: Node alone answers an empty 400. */
export function answerUnreadable(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (!socket.writable) return void socket.destroy();
    const body = JSON.stringify({ error: REASONS[error.code ?? ''] ?? OTHERWISE });
    const type = 'Content-Type: application/json; charset=utf-8';
    const length = `Content-Length: ${Buffer.byteLength(body)}`;
    socket.end(`HTTP/1.1 400 Bad Request\r\n${type}\r\n${length}\r\nConnection: close\r\n\r\n${body}`);
  });
}
