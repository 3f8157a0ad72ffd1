import { type RequestOptions, request } from 'node:https';
import type { Duplex, Readable } from 'node:stream';
import type { Clock } from '../clock.js';
import { ConfigError } from '../errors.js';
import type { RobotKey } from '../robot-key.js';
import { WarmAgent } from './warm-agent.js';

type ClientRequest = ReturnType<typeof request>;
/** Node's IncomingMessage, as far as it is used. */
type Reply = Readable & { readonly statusCode?: number | undefined; readonly complete: boolean };

const CONNECT_TIMEOUT_MS = 3000;
const MAX_REPLY_BYTES = 64 * 1024;
const SEND_PATH = '/cgi-bin/webhook/send?key=';

/** What came of one POST. A reason never holds the URL or the key. */
export type PostResult =
  | { readonly kind: 'reply'; readonly httpStatus: number; readonly body: string }
  /** Nothing was written: the message was not shown. */
  | { readonly kind: 'not-sent'; readonly reason: string }
  /** The request was written and no whole answer came: the message may have been shown. */
  | { readonly kind: 'no-answer'; readonly reason: string };

/** The way to WeCom. */
export interface Transport {
  /** Posts once, answered within `timeoutMs` milliseconds. Never rejects. */
  post(key: RobotKey, json: string, timeoutMs: number): Promise<PostResult>;
  /** Opens the connection ahead of the first message. Returns at once and never fails: the message then opens its own. */
  warm(): void;
}

export interface TransportOptions {
  /** `https://` and a host, nothing more. */
  readonly baseUrl: string;
  readonly clock: Clock;
  /** Certificates to trust besides Node's own, PEM. */
  readonly ca?: string | Buffer;
}

/** The result of one attempt, and whether a kept connection turned out to be dead before anything came back on it. */
type Attempt = { readonly result: PostResult; readonly deadSocket: boolean };

/**
 * One kept-alive connection serves many messages.
 * @throws ConfigError for a base URL that is not `https://host[:port]`.
 */
export function createHttpsTransport({ baseUrl, clock, ca }: TransportOptions): Transport {
  const { host, hostname, port } = readBaseUrl(baseUrl);
  const agent = new WarmAgent(clock.now, ca === undefined ? {} : { ca });
  const address = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 443) };
  const shared: RequestOptions = Object.freeze({ ...address, agent, method: 'POST', setHost: false });

  function attempt(key: RobotKey, body: Buffer, timeoutMs: number): Promise<Attempt> {
    const headers = [
      'Host',
      host,
      'Content-Type',
      'application/json; charset=utf-8',
      'Content-Length',
      `${body.length}`,
    ];
    const options = { ...shared, path: SEND_PATH + encodeURIComponent(key.reveal()), headers };
    return exchange(request(options), body, agent, clock, timeoutMs);
  }

  return {
    post: async (key, json, timeoutMs) => {
      const body = Buffer.from(json);
      const startedAt = clock.now();
      agent.dropIdle();
      const first = await attempt(key, body, timeoutMs);
      if (!first.deadSocket) return first.result;
      // The peer had closed it while nothing was under way: nothing arrived, and others kept as long are as dead.
      agent.dropIdle(-1);
      const left = timeoutMs - (clock.now() - startedAt);
      return left > 0 ? (await attempt(key, body, left)).result : first.result;
    },
    warm: () => agent.warm({ ...address, ...(ca !== undefined && { ca }) }),
  };
}

function readBaseUrl(baseUrl: string): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const isBare = url && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  if (url?.protocol === 'https:' && isBare) return url;
  // The value itself may be a pasted webhook URL, and so a key.
  throw new ConfigError(
    'Cannot use the base URL as it must be https:// and a host, such as https://qyapi.weixin.qq.com',
  );
}

/** Sends one request and waits for its whole answer, for the connection at most 3 s, for everything `timeoutMs`. */
function exchange(
  req: ClientRequest,
  body: Buffer,
  agent: WarmAgent,
  clock: Clock,
  timeoutMs: number,
): Promise<Attempt> {
  return new Promise((resolve) => {
    let socket: Duplex | undefined;
    let waited = false;
    let answered = false;
    const isWritten = (): boolean => socket !== undefined && agent.isSecure(socket);
    const timers = [
      clock.after(timeoutMs, () => fail(`No answer within ${timeoutMs} ms`)),
      clock.after(Math.min(CONNECT_TIMEOUT_MS, timeoutMs), () => isWritten() || fail('No connection within 3 s')),
    ];
    const settle = (result: PostResult, deadSocket = false): void => {
      for (const cancel of timers) cancel();
      resolve({ result, deadSocket });
    };
    const fail = (reason: string, code?: string): void => {
      const kind = isWritten() ? 'no-answer' : 'not-sent';
      settle({ kind, reason }, waited && !answered && (code === 'ECONNRESET' || code === 'EPIPE'));
      req.destroy();
    };
    req.once('socket', (assigned) => {
      socket = assigned;
      waited = agent.hadWaited(assigned);
    });
    // An error after the answer changes nothing any more: `settle` has resolved by then.
    req.on('error', (error: NodeJS.ErrnoException) => fail(reasonOf(error), error.code));
    req.once('response', (response) => {
      answered = true;
      readReply(response, settle, fail);
    });
    req.end(body);
  });
}

function readReply(response: Reply, settle: (result: PostResult) => void, fail: (reason: string) => void): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MAX_REPLY_BYTES) fail(`An answer of over ${MAX_REPLY_BYTES} bytes`);
  });
  response.once('close', () => response.complete || fail('The answer broke off'));
  response.once('end', () => {
    const body = (chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))?.toString('utf8') ?? '';
    settle({ kind: 'reply', httpStatus: response.statusCode ?? 0, body });
  });
}

/** The system's own code says enough, and no message of Node's that may hold a URL gets out. */
function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code ?? error.name;
}
