import { request } from 'node:https';
import { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Clock, systemClock } from '../../src/base/clock.js';
import { type Address, addressOf, HttpsPool, MAX_IDLE_MS } from '../../src/base/https-pool.js';
import { startServer, type TestServer } from '../wecom/post/https-server.js';

const START = Date.UTC(2026, 10, 22);

let server: TestServer;
let address: Address;
let pool: HttpsPool;
/** The time stands still but where a test moves it. */
let now: number;
const clock: Clock = { ...systemClock, now: () => now };

beforeEach(async () => {
  now = START;
  server = await startServer();
  address = { ...addressOf(new URL(server.baseUrl)), ca: server.ca };
  pool = new HttpsPool(clock);
});
afterEach(() => server.close());

/** One request over the pool; resolves to its connection once that is free again. */
function get(): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    pool.once('free', (socket: TLSSocket) => setImmediate(resolve, socket));
    request({ ...address, agent: pool }, (reply) => reply.resume())
      .once('error', reject)
      .end();
  });
}

const isFree = (): boolean => Object.values(pool.freeSockets).flat().length === 1;

test.each([
  ['https://qyapi.weixin.qq.com', { host: 'qyapi.weixin.qq.com', port: 443, servername: 'qyapi.weixin.qq.com' }],
  ['https://127.0.0.1:8443', { host: '127.0.0.1', port: 8443, servername: '' }],
  ['https://[::1]:8443', { host: '::1', port: 8443, servername: '' }],
])('addressOf: %s', (url, expected) => {
  expect(addressOf(new URL(url))).toEqual(expected);
});

test('HttpsPool: tells connections apart by host and port', () => {
  const names = [
    pool.getName({ host: 'a.example', port: 443 }),
    pool.getName({ host: 'a.example', port: 8443 }),
    pool.getName({ host: 'b.example', port: 443 }),
  ];
  expect(new Set(names).size).toBe(3);
});

test('HttpsPool: the request takes the connection that was opened ahead, and the next one keeps it', async () => {
  pool.warm(address);
  await get();
  await get();
  expect(server.sockets).toHaveLength(1);
});

test('HttpsPool: a new connection resumes the TLS session of the one before, opened ahead or not', async () => {
  pool.warm(address);
  const reused = [(await get()).isSessionReused()];
  for (let count = 0; count < 2; count++) {
    pool.dropFree();
    reused.push((await get()).isSessionReused());
  }
  expect(reused).toEqual([false, true, true]);
  expect(server.sockets).toHaveLength(3);
});

test('HttpsPool: no connection waits to send, opened ahead or by a request', async () => {
  const noDelay = vi.spyOn(Socket.prototype, 'setNoDelay');
  pool.warm(address);
  expect(noDelay).toHaveBeenCalledTimes(1);
  await Promise.all([get(), get()]);
  expect(server.sockets).toHaveLength(2);
  const ofClients = noDelay.mock.contexts.filter((one) => one instanceof Socket && one.remotePort === address.port);
  expect(new Set(ofClients).size).toBe(2);
  noDelay.mockRestore();
});

test('HttpsPool: a connection that has idled for half a minute is closed, one that has not is kept', async () => {
  await get();
  now = START + MAX_IDLE_MS - 1;
  pool.dropStale();
  expect(isFree()).toBe(true);
  now = START + MAX_IDLE_MS + 1000;
  pool.dropStale();
  await get();
  expect(server.sockets).toHaveLength(2);
});

test('HttpsPool: looks for idle connections once a second at most', async () => {
  await get();
  now = START + MAX_IDLE_MS - 1;
  pool.dropStale();
  now = START + MAX_IDLE_MS + 998;
  pool.dropStale();
  expect(isFree()).toBe(true);
  now = START + MAX_IDLE_MS + 999;
  pool.dropStale();
  await get();
  expect(server.sockets).toHaveLength(2);
});

test('HttpsPool: closes every free connection at once where that is wanted', async () => {
  await get();
  pool.dropFree();
  await get();
  expect(server.sockets).toHaveLength(2);
});
