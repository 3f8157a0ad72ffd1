import { createServer } from 'node:https';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeServer, listenOnLoopback } from '../../local/net/loopback-server.js';
import { systemClock } from '../../src/base/clock.js';
import { ProxiedPool, proxyFor } from '../../src/base/proxied-pool.js';
import { RobotKey } from '../../src/domain/robot-key.js';
import { createHttpsTransport } from '../../src/wecom/post/https-transport.js';
import { type ConnectProxy, startConnectProxy } from '../support/connect-proxy.js';
import { createFakeClock } from '../support/fake-clock.js';
import { startServer, type TestServer } from '../wecom/post/https-server.js';

const KEY = new RobotKey('00000000-0000-4000-8000-000000000001');
const OK = { kind: 'reply', httpStatus: 200, body: '{"errcode":0,"errmsg":"ok"}' };
const PASSWORD = 'p@ss:wörd';

let server: TestServer;
let proxy: ConnectProxy;
beforeEach(async () => {
  [server, proxy] = await Promise.all([startServer(), startConnectProxy(`robot:${PASSWORD}`)]);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all([server.close(), proxy.close()]);
});

function transportBy(proxyUrl: string) {
  const pool = new ProxiedPool(systemClock, new URL(proxyUrl));
  const { baseUrl, ca } = server;
  // Only a hang lasts so long.
  return createHttpsTransport({ baseUrl, ca, clock: systemClock, pool, connectTimeoutMs: 100_000 });
}

const proxyUrl = (credentials: string) => `http://${credentials}@127.0.0.1:${proxy.port}`;
const allowed = () => proxyUrl(`robot:${encodeURIComponent(PASSWORD)}`);

describe('ProxiedPool', () => {
  test('messages go through one tunnel to the address itself', async () => {
    const transport = transportBy(allowed());
    for (let count = 0; count < 5; count++) expect(await transport.post(KEY, '{}', 100_000)).toEqual(OK);
    expect(proxy.asked).toEqual([server.baseUrl.replace('https://', '')]);
    expect([server.bodies.length, server.sockets.length]).toEqual([5, 1]);
  });

  test('a kept connection that broke is replaced by a new tunnel', async () => {
    const transport = transportBy(allowed());
    await transport.post(KEY, '{}', 100_000);
    for (const socket of server.sockets) socket.destroy();
    expect(await transport.post(KEY, '{}', 100_000)).toEqual(OK);
    expect(proxy.asked).toHaveLength(2);
  });

  test.each([
    ['no credentials', () => `http://127.0.0.1:${proxy.port}`],
    ['wrong credentials', () => proxyUrl('robot:wrong-password')],
  ])('%s: nothing is sent, and the reason holds neither them nor the address', async (_, url) => {
    const posted = await transportBy(url()).post(KEY, '{}', 100_000);
    expect(posted).toEqual({ kind: 'not-sent', reason: 'PROXY_HTTP_407' });
    expect(server.sockets).toEqual([]);
  });

  test('a proxy that refuses the host', async () => {
    proxy.refuseWith = 403;
    expect(await transportBy(allowed()).post(KEY, '{}', 100_000)).toEqual({
      kind: 'not-sent',
      reason: 'PROXY_HTTP_403',
    });
  });

  test('a proxy that is not there', async () => {
    const url = allowed();
    await proxy.close();
    expect(await transportBy(url).post(KEY, '{}', 100_000)).toEqual({ kind: 'not-sent', reason: 'PROXY_ECONNREFUSED' });
    proxy = await startConnectProxy();
  });

  test('a request that ends before there is a tunnel closes its connection to the proxy', async () => {
    proxy.isSilent = true;
    const clock = createFakeClock();
    const pool = new ProxiedPool(clock, new URL(allowed()));
    const posted = createHttpsTransport({ baseUrl: server.baseUrl, clock, pool }).post(KEY, '{}', 1000);
    await vi.waitUntil(() => proxy.clients.size === 1);
    await clock.advance(1000);
    expect(await posted).toEqual({ kind: 'not-sent', reason: 'no answer within 1000 ms' });
    await vi.waitUntil(() => proxy.clients.size === 0);
  });

  test('an address of IPv6 is asked for in brackets', async () => {
    proxy.refuseWith = 403;
    const pool = new ProxiedPool(systemClock, new URL(allowed()));
    await createHttpsTransport({ baseUrl: 'https://[::1]:8443', clock: systemClock, pool }).post(KEY, '{}', 100_000);
    expect(proxy.asked).toEqual(['[::1]:8443']);
  });

  test('a proxy whose own certificate is not trusted', async () => {
    const pool = new ProxiedPool(systemClock, new URL(server.baseUrl));
    const transport = createHttpsTransport({ baseUrl: 'https://wecom.invalid', clock: systemClock, pool });
    expect(await transport.post(KEY, '{}', 100_000)).toEqual({
      kind: 'not-sent',
      reason: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
  });

  test('a proxy over TLS is asked for the certificate of its own name', async () => {
    const names: string[] = [];
    const secure = createServer({
      SNICallback: (name, callback) => {
        names.push(name);
        callback(null);
      },
    });
    const pool = new ProxiedPool(systemClock, new URL(`https://localhost:${await listenOnLoopback(secure)}`));
    await createHttpsTransport({ baseUrl: 'https://wecom.invalid', clock: systemClock, pool }).post(KEY, '{}', 100_000);
    await closeServer(secure);
    expect(new Set(names)).toEqual(new Set(['localhost']));
  });

  test('a certificate that is not trusted behind it', async () => {
    const pool = new ProxiedPool(systemClock, new URL(allowed()));
    const transport = createHttpsTransport({ baseUrl: server.baseUrl, clock: systemClock, pool });
    expect(await transport.post(KEY, '{}', 100_000)).toEqual({
      kind: 'not-sent',
      reason: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
  });
});

describe('proxyFor', () => {
  const WECOM = new URL('https://qyapi.weixin.qq.com');
  const hrefFor = (env: Readonly<Record<string, string>>, target = WECOM): string | undefined => {
    for (const name of ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy']) {
      vi.stubEnv(name, env[name] ?? '');
      vi.stubEnv(name.toUpperCase(), env[name.toUpperCase()] ?? '');
    }
    return proxyFor(target)?.url?.href;
  };

  test.each([
    [{ HTTPS_PROXY: 'http://proxy:3128' }, 'http://proxy:3128/'],
    [{ https_proxy: 'http://proxy:3128' }, 'http://proxy:3128/'],
    [{ https_proxy: 'http://lower:1', HTTPS_PROXY: 'http://upper:1' }, 'http://lower:1/'],
    [{ ALL_PROXY: 'http://proxy:3128' }, 'http://proxy:3128/'],
    [{ HTTPS_PROXY: 'https://proxy' }, 'https://proxy/'],
    [{ HTTPS_PROXY: 'proxy.example.com:3128' }, 'http://proxy.example.com:3128/'],
    [{ HTTPS_PROXY: 'user:word@proxy:3128' }, 'http://user:word@proxy:3128/'],
    [{ HTTP_PROXY: 'http://proxy:3128' }, undefined],
    [{}, undefined],
    [{ HTTPS_PROXY: 'http://proxy', NO_PROXY: '*' }, undefined],
    [{ HTTPS_PROXY: 'http://proxy', NO_PROXY: 'localhost, .qq.com' }, undefined],
    [{ HTTPS_PROXY: 'http://proxy', no_proxy: 'qyapi.weixin.qq.com:443' }, undefined],
    [{ HTTPS_PROXY: 'http://proxy', NO_PROXY: 'weixin.qq.com' }, 'http://proxy/'],
  ])('%j: %s', (env, href) => {
    expect(hrefFor(env)).toBe(href);
  });
});
