import { createServer, type Server, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Clock, systemClock } from '../../../src/base/clock.js';
import { MAX_IDLE_MS } from '../../../src/base/https-pool.js';
import { ConfigError } from '../../../src/domain/errors.js';
import { RobotKey } from '../../../src/domain/robot-key.js';
import { parseBaseUrl } from '../../../src/wecom/api/base-url.js';
import { createHttpsTransport, type HttpsTransport } from '../../../src/wecom/post/https-transport.js';
import { startServer, type TestServer } from './https-server.js';

const KEY = '00000000-0000-4000-8000-000000000001';
const key = new RobotKey(KEY);
const JSON_BODY = '{"msgtype":"text","text":{"content":"磁盘已满 🔴"}}';
const OK = { kind: 'reply', httpStatus: 200, body: '{"errcode":0,"errmsg":"ok"}' };

let server: TestServer;
let transport: HttpsTransport;
/** The time stands still unless a test moves it; timers are real. */
let shiftMs: number;
const clock: Clock = { ...systemClock, now: () => Date.UTC(2026, 10, 22) + shiftMs };
/** For what is not about time: only a hang lasts so long. */
const connectTimeoutMs = 100_000;
const post = (timeoutMs = 100_000) => transport.post(key, JSON_BODY, timeoutMs);
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(async () => {
  shiftMs = 0;
  server = await startServer();
  transport = createHttpsTransport({ baseUrl: server.baseUrl, ca: server.ca, clock, connectTimeoutMs });
});
afterEach(() => server.close());

describe('createHttpsTransport: the request', () => {
  test('is what WeCom documents, byte for byte', async () => {
    const seen: unknown[] = [];
    server.answer = ({ method, url, headers }, response, body) => {
      seen.push({ method, url, headers, body });
      response.end('{"errcode":0,"errmsg":"ok"}');
    };
    expect(await post()).toEqual(OK);
    expect(seen).toEqual([
      {
        method: 'POST',
        url: `/cgi-bin/webhook/send?key=${KEY}`,
        headers: {
          host: server.baseUrl.replace('https://', ''),
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(JSON_BODY)),
          connection: 'keep-alive',
        },
        body: JSON_BODY,
      },
    ]);
  });

  test('one connection serves many messages', async () => {
    for (let count = 0; count < 20; count++) expect(await post()).toEqual(OK);
    expect(server.bodies).toHaveLength(20);
    expect(server.sockets).toHaveLength(1);
  });

  test('messages at one time have connections of their own, kept for the next ones', async () => {
    await Promise.all(Array.from({ length: 10 }, () => post()));
    const opened = server.sockets.length;
    await Promise.all(Array.from({ length: 10 }, () => post()));
    expect(opened).toBeLessThanOrEqual(10);
    expect(server.sockets).toHaveLength(opened);
  });

  test('more at one time than there are connections all arrive', async () => {
    const results = await Promise.all(Array.from({ length: 120 }, () => post()));
    expect(results.filter(({ kind }) => kind === 'reply')).toHaveLength(120);
    expect(server.sockets.length).toBeLessThanOrEqual(50);
  });
});

describe('createHttpsTransport: the reply', () => {
  test('any status and body is handed on as it is, no redirect is followed', async () => {
    server.answer = (_, response) => response.writeHead(302, { location: `${server.baseUrl}/elsewhere` }).end('<html>');
    expect(await post()).toEqual({ kind: 'reply', httpStatus: 302, body: '<html>' });
    expect(server.bodies).toHaveLength(1);
  });

  test('HTML of a gateway', async () => {
    server.answer = (_, response) => response.writeHead(502).end('<html>Bad Gateway</html>');
    expect(await post()).toEqual({ kind: 'reply', httpStatus: 502, body: '<html>Bad Gateway</html>' });
  });

  test('in several pieces, cut inside a character', async () => {
    const body = Buffer.from('{"errcode":93000,"errmsg":"机器人"}');
    server.answer = (_, response) => {
      response.write(body.subarray(0, 28));
      setImmediate(() => response.end(body.subarray(28)));
    };
    expect(await post()).toEqual({ kind: 'reply', httpStatus: 200, body: body.toString('utf8') });
  });

  test('more than 64 kB is not read', async () => {
    server.answer = (_, response) => response.writeHead(503).end('x'.repeat(10_000_000));
    const reply = await post();
    expect(reply).toMatchObject({ kind: 'reply', httpStatus: 503 });
    expect(reply.kind === 'reply' && reply.body.length).toBe(64 * 1024);
    expect(await post()).toMatchObject({ kind: 'reply', httpStatus: 503 });
  });

  test('one that breaks off is no answer', async () => {
    server.answer = (request, response) => {
      response.writeHead(200, { 'content-length': '27' });
      response.write('{"errcode":0');
      setImmediate(() => request.socket.destroy());
    };
    expect(await post()).toMatchObject({ kind: 'no-answer' });
    expect(server.bodies).toHaveLength(1);
  });
});

describe('createHttpsTransport: when nothing comes back', () => {
  test('a reset on a new connection may have been shown, and is not sent again', async () => {
    server.answer = (request) => request.socket.destroy();
    expect(await post()).toEqual({ kind: 'no-answer', reason: 'ECONNRESET' });
    expect(server.bodies).toHaveLength(1);
  });

  test('silence ends with the time given', async () => {
    await post();
    server.answer = () => {};
    expect(await post(100)).toEqual({ kind: 'no-answer', reason: 'no answer within 100 ms' });
  });

  test('a half answer ends with the time given', async () => {
    await post();
    server.answer = (_, response) => response.write('{');
    expect(await post(100)).toMatchObject({ kind: 'no-answer' });
  });

  test('after a silence the next message has a connection of its own', async () => {
    await post();
    server.answer = () => {};
    await post(100);
    server.answer = (_, response) => response.end('{"errcode":0,"errmsg":"ok"}');
    expect(await post()).toEqual(OK);
    expect(server.sockets).toHaveLength(2);
  });
});

describe('createHttpsTransport: when nothing was written', () => {
  let raw: Server | undefined;
  const listen = async (onConnection: (socket: Socket) => void): Promise<string> => {
    const listening = createServer(onConnection);
    raw = listening;
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    const address = listening.address();
    return `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  };
  afterEach(() => raw?.close());

  test('nobody listens', async () => {
    const baseUrl = await listen(() => {});
    await new Promise((resolve) => raw?.close(resolve));
    transport = createHttpsTransport({ baseUrl, clock });
    expect(await post()).toEqual({ kind: 'not-sent', reason: 'ECONNREFUSED' });
  });

  test('no such host', async () => {
    transport = createHttpsTransport({ baseUrl: 'https://no-such-host.invalid', clock });
    expect(await post()).toMatchObject({ kind: 'not-sent', reason: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/) });
  });

  test('reset during the handshake', async () => {
    const baseUrl = await listen((socket) => socket.once('data', () => socket.resetAndDestroy()));
    transport = createHttpsTransport({ baseUrl, clock });
    expect(await post()).toEqual({ kind: 'not-sent', reason: 'ECONNRESET' });
  });

  test('a handshake that never ends, by the time for connecting', async () => {
    const held: Socket[] = [];
    const baseUrl = await listen((socket) => held.push(socket));
    transport = createHttpsTransport({ baseUrl, clock, connectTimeoutMs: 100 });
    expect(await post()).toEqual({ kind: 'not-sent', reason: 'no connection within 100 ms' });
    for (const socket of held) socket.destroy();
  });

  test('a certificate nobody vouches for', async () => {
    transport = createHttpsTransport({ baseUrl: server.baseUrl, clock });
    expect(await post()).toEqual({ kind: 'not-sent', reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(server.bodies).toEqual([]);
  });

  test('a certificate of another host', async () => {
    const baseUrl = server.baseUrl.replace('127.0.0.1', '127.0.0.2');
    transport = createHttpsTransport({ baseUrl, ca: server.ca, clock, connectTimeoutMs });
    expect(await post()).toMatchObject({ kind: 'not-sent' });
  });
});

describe('createHttpsTransport: a connection that was kept', () => {
  test('and closed by the peer meanwhile: the message goes once more, on a new one', async () => {
    await post();
    const arrived = server.bodies.length;
    // The peer closes while the message is on its way: to the client the connection still looks alive.
    const closing = server.sockets[0];
    const sent = post();
    closing?.resetAndDestroy();
    expect(await sent).toEqual(OK);
    expect(server.bodies.length - arrived).toBe(1);
    expect(server.sockets).toHaveLength(2);
  });

  test('twenty times frozen while the peer closes: none fails, none arrives twice', async () => {
    for (let count = 0; count < 20; count++) {
      expect(await post()).toEqual(OK);
      const sent = post();
      server.sockets.at(-1)?.resetAndDestroy();
      expect(await sent).toEqual(OK);
    }
    expect(server.bodies).toHaveLength(40);
  });

  test('and broken by the peer after it arrived: with a queue it is not sent again, and no other kept one is used', async () => {
    const careful = createHttpsTransport({
      baseUrl: server.baseUrl,
      ca: server.ca,
      clock,
      connectTimeoutMs,
      repeatsBroken: false,
    });
    const send = () => careful.post(key, JSON_BODY, 100_000);
    expect(await Promise.all([send(), send()])).toEqual([OK, OK]);
    server.answer = (request) => request.socket.destroy();
    expect(await send()).toEqual({ kind: 'no-answer', reason: 'ECONNRESET' });
    expect(server.bodies).toHaveLength(3);
    await send();
    expect(server.sockets).toHaveLength(3);
  });

  test('is reset a second time: that one may have been shown', async () => {
    await post();
    server.answer = (request) => request.socket.destroy();
    expect(await post()).toEqual({ kind: 'no-answer', reason: 'ECONNRESET' });
    expect(server.bodies).toHaveLength(3);
  });

  test('is not trusted after idling too long', async () => {
    await post();
    shiftMs += MAX_IDLE_MS;
    expect(await post()).toEqual(OK);
    expect(server.sockets).toHaveLength(2);
  });

  test('is used again right before that', async () => {
    await post();
    shiftMs += MAX_IDLE_MS - 5000;
    expect(await post()).toEqual(OK);
    expect(server.sockets).toHaveLength(1);
  });
});

describe('createHttpsTransport: a connection opened ahead', () => {
  const opened = async (count: number): Promise<void> => {
    await expect.poll(() => server.sockets.length).toBeGreaterThanOrEqual(count);
  };

  test('is taken by the first message, and only by it', async () => {
    transport.warm();
    await opened(1);
    expect(await Promise.all([post(), post()])).toEqual([OK, OK]);
    expect(server.sockets).toHaveLength(2);
  });

  test('is taken before it is quite open', async () => {
    transport.warm();
    expect(await post()).toEqual(OK);
    expect(server.sockets).toHaveLength(1);
  });

  test('is not taken after idling too long, nor after the peer closed it', async () => {
    transport.warm();
    await opened(1);
    shiftMs += MAX_IDLE_MS;
    expect(await post()).toEqual(OK);
    expect(server.sockets).toHaveLength(2);
  });

  test('is closed by the peer while the first message is on its way: it goes once more', async () => {
    transport.warm();
    await opened(1);
    await nextTurn();
    await nextTurn();
    const sent = post();
    server.sockets[0]?.resetAndDestroy();
    expect(await sent).toEqual(OK);
    expect(server.bodies).toHaveLength(1);
  });

  test('that cannot be opened harms nothing', async () => {
    transport = createHttpsTransport({ baseUrl: server.baseUrl, clock });
    transport.warm();
    for (let turn = 0; turn < 50; turn++) await nextTurn();
    expect(await post()).toMatchObject({ kind: 'not-sent' });
  });
});

test('neither result nor transport shows the key', async () => {
  server.answer = (request) => request.socket.destroy();
  expect(inspect([await post(), transport], { depth: 20, showHidden: true })).not.toContain(KEY);
});

describe('parseBaseUrl', () => {
  test.each([
    'https://qyapi.weixin.qq.com',
    'https://qyapi.weixin.qq.com/',
    'https://wecom.example:8443',
    'https://[::1]:1',
  ])('%s', (baseUrl) => {
    expect(parseBaseUrl(baseUrl).protocol).toBe('https:');
  });
  test.each([
    ['http://qyapi.weixin.qq.com', 'begins with http:'],
    ['https://qyapi.weixin.qq.com/cgi-bin', 'a path'],
    [`https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY}`, 'a path, a query'],
    [`https://user:${KEY}@qyapi.weixin.qq.com`, 'credentials'],
    ['https://qyapi.weixin.qq.com#x', 'a fragment'],
    ['qyapi.weixin.qq.com', 'not a URL'],
    ['', 'not a URL'],
  ])('%s is none', (baseUrl, what) => {
    const attempt = (): unknown => parseBaseUrl(baseUrl);
    expect(attempt).toThrow(ConfigError);
    expect(attempt).toThrow(what);
    expect(attempt).not.toThrow(KEY);
  });
});
