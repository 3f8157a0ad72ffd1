import { createHmac, timingSafeEqual } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { HttpToken } from '../../../src/domain/key-ring.js';
import { authenticate } from '../../../src/sources/http/authenticate.js';
import { readRequest } from '../../../src/sources/http/read-request.js';
import { KINDS, type SampleRequest } from './samples.js';

const TOKENS: readonly HttpToken[] = [
  { token: 'old-token' },
  { token: 'new-token' },
  { token: 'of-dba', robots: ['dba'] },
  { token: 'of:dba', robots: ['all'] },
];

async function ask(
  headers: Readonly<Record<string, string>>,
  tokens: readonly HttpToken[] = TOKENS,
  over: Pick<SampleRequest, 'iam' | 'query' | 'body' | 'base64'> = {},
) {
  const request = readRequest(KINDS['iam' in over ? 'rest' : 'http-api']({ headers, ...over }));
  if (!request) throw new Error('the sample is no request');
  let compared = 0;
  let read = 0;
  const caller = await authenticate(
    request,
    async () => {
      read += 1;
      return tokens;
    },
    undefined,
    (one, other) => {
      compared += 1;
      expect(one.length).toBe(other.length);
      return timingSafeEqual(one, other);
    },
  );
  return { caller, compared, read };
}

describe('authenticate: who may push', () => {
  it.each([
    ['the first token', 'Bearer old-token', {}],
    ['the second token, for rotation', 'Bearer new-token', {}],
    ['a token limited to robots', 'Bearer of-dba', { robots: ['dba'] }],
    ['the scheme in any case', 'bearer new-token', {}],
    ['more than one blank', 'Bearer   new-token', {}],
    ['the password of Basic', `Basic ${btoa('anyone:new-token')}`, {}],
    ['a password with a colon', `Basic ${btoa('anyone:of:dba')}`, { robots: ['all'] }],
    ['the user of Basic without a password', `Basic ${btoa('new-token:')}`, {}],
    ['the user of Basic without a colon', `Basic ${btoa('new-token')}`, {}],
  ])('%s', async (_, authorization, caller) => {
    expect((await ask({ authorization })).caller).toEqual(caller);
  });

  it('an IAM identity needs no token, and no secret is read for it', async () => {
    expect(await ask({}, TOKENS, { iam: 'arn:aws:iam::111122223333:role/ci' })).toEqual({
      caller: {},
      compared: 0,
      read: 0,
    });
  });

  it.each([
    ['no header', {}],
    ['an empty header', { authorization: '' }],
    ['the scheme alone', { authorization: 'Bearer' }],
    ['the scheme and a blank', { authorization: 'Bearer ' }],
    ['the token alone', { authorization: 'new-token' }],
    ['another scheme', { authorization: 'Digest new-token' }],
    ['Basic that is not encoded', { authorization: 'Basic new-token' }],
    ['a good user with another password', { authorization: `Basic ${btoa('new-token:x')}` }],
    ['two tokens', { authorization: 'Bearer new-token, Bearer new-token' }],
    ['two tokens without a blank', { authorization: 'Bearer new-token,old-token' }],
    ['part of a token', { authorization: 'Bearer new-toke' }],
    ['a token with more', { authorization: 'Bearer new-token1' }],
    ['the token in another header', { 'x-token': 'new-token' }],
    ['a wrong token in the place that decides', { authorization: 'Bearer wrong', 'x-api-key': 'new-token' }],
    ['a comma after the token', { authorization: 'Bearer new-token,' }],
  ])('nobody: %s', async (_, headers) => {
    expect((await ask(headers)).caller).toBeUndefined();
  });

  it.each([
    ["GitLab's header", { headers: { 'X-Gitlab-Token': 'new-token' } }],
    ['X-Api-Key', { headers: { 'X-Api-Key': 'new-token' } }],
    ['?key=', { query: 'key=new-token' }],
    ['?token=', { query: 'token=new-token' }],
    ['?access_token=', { query: 'access_token=new-token' }],
    [
      'the URL, whatever a proxy puts into the header',
      { query: 'key=new-token', headers: { authorization: 'Basic eDp5' } },
    ],
  ])(
    'a token may stand in %s',
    async (_, { headers = {}, ...over }: { headers?: Record<string, string>; query?: string }) => {
      expect((await ask(headers, TOKENS, over)).caller).toEqual({});
    },
  );

  it.each([
    ['two in the URL', { query: 'key=new-token&key=new-token' }],
    [
      'an empty one in the URL beside a good header',
      { query: 'token=', headers: { authorization: 'Bearer new-token' } },
    ],
    ['a wrong one in the URL beside a good header', { query: 'key=x', headers: { authorization: 'Bearer new-token' } }],
    ['another parameter', { query: 'secret=new-token' }],
  ])('nobody: %s', async (_, { headers = {}, ...over }: { headers?: Record<string, string>; query?: string }) => {
    expect((await ask(headers, TOKENS, over)).caller).toBeUndefined();
  });

  it.each([
    ['GitHub', 'x-hub-signature-256', 'sha256='],
    ['Gitea', 'x-gitea-signature', ''],
    ['Gogs', 'x-gogs-signature', ''],
  ])('a body that %s signed with a token is from its holder, and no other body', async (_, name, prefix) => {
    const body = '{"action":"发布"}';
    const sign = (token: string, text = body) => createHmac('sha256', token).update(text).digest('hex');
    const caller = async (signature: string) =>
      (await ask({ [name]: `${prefix}${signature}` }, TOKENS, { body })).caller;
    expect(await caller(sign('new-token'))).toEqual({});
    expect(await caller(sign('of-dba'))).toEqual({ robots: ['dba'] });
    expect(await caller(sign('new-token').toUpperCase())).toEqual({});
    expect(await caller(sign('wrong'))).toBeUndefined();
    expect(await caller(sign('new-token', '{}'))).toBeUndefined();
    expect(await caller('')).toBeUndefined();
  });

  it('a signature is made of the bytes that were sent, which base64 hides', async () => {
    const signature = createHmac('sha256', 'new-token').update('{"a":1}').digest('hex');
    const over = { body: btoa('{"a":1}'), base64: true };
    expect((await ask({ 'x-hub-signature-256': `sha256=${signature}` }, TOKENS, over)).caller).toEqual({});
  });

  it('nobody where no token is configured', async () => {
    expect((await ask({ authorization: 'Bearer new-token' }, [])).caller).toBeUndefined();
  });

  it('nobody holds an empty token', async () => {
    expect((await ask({ authorization: 'Bearer ' }, [{ token: '' }])).caller).toBeUndefined();
  });

  it.each(['Bearer old-token', 'Bearer new-token', 'Bearer wrong', `Bearer ${'x'.repeat(5000)}`])(
    '%.20s: every token is compared once, by digests of one length',
    async (authorization) => {
      expect(await ask({ authorization })).toMatchObject({ compared: TOKENS.length, read: 1 });
    },
  );

  it('no secret is read where nothing is presented', async () => {
    expect(await ask({ authorization: 'Basic x' })).toMatchObject({ compared: 0, read: 0 });
  });
});
