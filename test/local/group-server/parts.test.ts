import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { toHttpApiEvent } from '../../../local/group-server/door.js';
import { isForLoopback, isFromOurPage } from '../../../local/group-server/guard.js';
import { listenFrom } from '../../../local/group-server/port.js';
import { closeServer, listenOnLoopback } from '../../../local/net/loopback-server.js';
import { readRequest } from '../../../src/sources/http/read-request.js';

describe('isForLoopback', () => {
  it.each(['127.0.0.1:8787', '127.0.0.1', 'localhost:8787', 'LOCALHOST', '[::1]:8787'])(
    '%s is this machine',
    (host) => {
      expect(isForLoopback({ headers: { host } })).toBe(true);
    },
  );

  it.each(['evil.example', 'evil.example:8787', '127.0.0.1.evil.example', 'localhost.evil.example:80', '10.0.0.1', ''])(
    '%j is not',
    (host) => {
      expect(isForLoopback({ headers: { host } })).toBe(false);
    },
  );

  it('a request without a host is not', () => {
    expect(isForLoopback({ headers: {} })).toBe(false);
  });
});

describe('isFromOurPage', () => {
  const host = '127.0.0.1:8787';
  it.each([
    [undefined, true],
    ['http://127.0.0.1:8787', true],
    ['http://127.0.0.1:3000', false],
    ['https://127.0.0.1:8787', false],
    ['http://evil.example', false],
    ['null', false],
  ])('origin %s: %s', (origin, expected) => {
    expect(isFromOurPage({ headers: origin === undefined ? { host } : { host, origin } })).toBe(expected);
  });

  it.each([
    ['same-origin', undefined, true],
    ['none', undefined, true],
    ['cross-site', undefined, false],
    ['same-site', undefined, false],
    ['same-origin', 'null', true],
    ['cross-site', 'null', false],
  ])('a browser that says %s, origin %s: %s', (site, origin, expected) => {
    const headers = { host, 'sec-fetch-site': site, ...(origin !== undefined && { origin }) };
    expect(isFromOurPage({ headers })).toBe(expected);
  });
});

describe('toHttpApiEvent', () => {
  it('the function reads of it what was sent', () => {
    const headers = { host: '127.0.0.1:8787', authorization: 'Bearer x', 'content-type': 'text/plain' };
    const url = '/cgi-bin/webhook/send?key=a%20b&robot=dba';
    const request = readRequest(toHttpApiEvent({ method: 'POST', url, headers }, Buffer.from('一'), 0));
    expect(request).toMatchObject({ kind: 'http-api', method: 'POST', path: '/cgi-bin/webhook/send' });
    expect(request?.query.get('key')).toBe('a b');
    expect(request?.headers.get('authorization')).toBe('Bearer x');
    expect(Buffer.from(request?.body.text ?? '', 'base64').toString()).toBe('一');
  });
});

describe('listenFrom', () => {
  const servers: ReturnType<typeof createServer>[] = [];
  const server = () => {
    const made = createServer();
    servers.push(made);
    return made;
  };
  afterEach(async () => {
    await Promise.all(servers.splice(0).map(closeServer));
  });

  it('takes the next port where the wanted one is taken, and says so', async () => {
    const wanted = await listenOnLoopback(server());
    const taken: number[] = [];
    const port = await listenFrom(server(), wanted, (one) => taken.push(one));
    expect(port).toBeGreaterThan(wanted);
    expect(taken[0]).toBe(wanted);
    expect(taken).toHaveLength(port - wanted);
  });

  it('listens on 127.0.0.1 and nowhere else', async () => {
    const one = server();
    await listenFrom(one, 0, () => undefined);
    expect(one.address()).toMatchObject({ address: '127.0.0.1' });
  });
});
