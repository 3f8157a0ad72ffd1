import { timingSafeEqual } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { HttpToken } from '../../../src/domain/key-ring.js';
import { authenticate } from '../../../src/sources/http/authenticate.js';
import { readRequest } from '../../../src/sources/http/read-request.js';
import { KINDS } from './samples.js';

const TOKENS: readonly HttpToken[] = [
  { token: 'old-token' },
  { token: 'new-token' },
  { token: 'of-dba', robots: ['dba'] },
];

async function ask(headers: Readonly<Record<string, string>>, tokens: readonly HttpToken[] = TOKENS, iam?: string) {
  const request = readRequest(KINDS.rest({ headers, ...(iam !== undefined && { iam }) }));
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
  ])('%s', async (_, authorization, caller) => {
    expect((await ask({ authorization })).caller).toEqual(caller);
  });

  it('an IAM identity needs no token, and no secret is read for it', async () => {
    expect(await ask({}, TOKENS, 'arn:aws:iam::111122223333:role/ci')).toEqual({ caller: {}, compared: 0, read: 0 });
  });

  it.each([
    ['no header', {}],
    ['an empty header', { authorization: '' }],
    ['the scheme alone', { authorization: 'Bearer' }],
    ['the scheme and a blank', { authorization: 'Bearer ' }],
    ['the token alone', { authorization: 'new-token' }],
    ['another scheme', { authorization: 'Basic new-token' }],
    ['two tokens', { authorization: 'Bearer new-token, Bearer new-token' }],
    ['two tokens without a blank', { authorization: 'Bearer new-token,old-token' }],
    ['two headers', { authorization: 'Bearer new-token', Authorization: 'Bearer new-token' }],
    ['part of a token', { authorization: 'Bearer new-toke' }],
    ['a token with more', { authorization: 'Bearer new-token1' }],
    ['the token in another header', { 'x-api-key': 'new-token' }],
    ['a comma after the token', { authorization: 'Bearer new-token,' }],
  ])('nobody: %s', async (_, headers) => {
    expect((await ask(headers)).caller).toBeUndefined();
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
