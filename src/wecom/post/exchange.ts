import type { Duplex, Readable, Writable } from 'node:stream';
import type { Clock } from '../../base/clock.js';
import type { PostResult } from './transport.js';

/** Longest answer that is read, in bytes. WeCom's own have a few hundred; the rest of a longer one is not read. */
const MAX_REPLY_BYTES = 64 * 1024;

/** The part of node:https's response that is read. */
interface Reply extends Readable {
  readonly statusCode?: number;
  readonly complete: boolean;
}

/** The result of one request. */
export interface ExchangeResult {
  readonly result: PostResult;
  /** The connection it was written on, if any. */
  readonly socket: Duplex | undefined;
  /** True if the connection broke before a byte of an answer arrived. */
  readonly broken: boolean;
}

/** The limits of one exchange, milliseconds, and the clock they are measured by. */
export interface ExchangeOptions {
  readonly clock: Clock;
  /** The limit for the whole request, and the one for connecting. */
  readonly timeoutMs: number;
  readonly connectTimeoutMs: number;
  /** Returns true if the socket's TLS handshake is complete, so that written data is sent. */
  readonly isOpen: (socket: Duplex) => boolean;
}

/**
 * Writes the body of a request and reads the whole answer.
 * @param request a new request of node:https.
 * @returns the result. Never rejects.
 */
export function exchange(request: Writable, body: string, options: ExchangeOptions): Promise<ExchangeResult> {
  const { clock, timeoutMs, connectTimeoutMs, isOpen } = options;
  return new Promise((resolve) => {
    let socket: Duplex | undefined;
    const cancels = [clock.after(timeoutMs, () => fail(`no answer within ${timeoutMs} ms`))];

    const end = (result: PostResult, broken = false): void => {
      for (const cancel of cancels) cancel();
      resolve({ result, socket, broken });
    };
    const fail = (reason: string, broken = false): void => {
      end({ kind: socket && isOpen(socket) ? 'no-answer' : 'not-sent', reason }, broken);
      request.destroy();
    };

    request.once('socket', (assigned: Duplex) => {
      socket = assigned;
      const expire = (): unknown => isOpen(assigned) || fail(`no connection within ${connectTimeoutMs} ms`);
      if (!isOpen(assigned)) cancels.push(clock.after(connectTimeoutMs, expire));
    });
    // After the end an error has no effect, but without a listener it would be thrown.
    request.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.name, isBreak(error)));
    request.once('response', (reply: Reply) => read(reply, end, fail));
    request.end(body);
  });
}

/** Returns true if the peer closed the connection, not this side. */
function isBreak({ code }: NodeJS.ErrnoException): boolean {
  return code === 'ECONNRESET' || code === 'EPIPE';
}

function read(reply: Reply, end: (result: PostResult) => void, fail: (reason: string) => void): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const answer = (): void => {
    // Almost always there is a single chunk, which needs no copy.
    const body = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
    end({ kind: 'reply', httpStatus: reply.statusCode ?? 0, body: body?.toString('utf8', 0, MAX_REPLY_BYTES) ?? '' });
  };
  reply.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes <= MAX_REPLY_BYTES) return;
    answer();
    reply.destroy();
  });
  reply.once('end', answer);
  reply.once('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.name));
  reply.once('close', () => fail('the answer was cut off'));
}
