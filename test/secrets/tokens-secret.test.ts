import { describe, expect, it } from 'vitest';
import { SecretUnavailableError } from '../../src/domain/errors.js';
import { parseTokensSecret } from '../../src/secrets/tokens-secret.js';

const TOKEN = '5f2d7b1c9e5f2d7b1c9e5f2d7b1c9e5f';
const parse = (value: unknown) =>
  parseTokensSecret(typeof value === 'string' ? value : JSON.stringify(value), 'wecomrobot/tokens');

describe('parseTokensSecret', () => {
  it.each([
    ['a plain token', `${TOKEN}\n`],
    ['a JSON text', JSON.stringify(TOKEN)],
    ['a list', [TOKEN]],
    ['a map', { httpTokens: [TOKEN] }],
    ['a map of texts, as the console writes', { httpTokens: TOKEN, robots: '' }],
  ])('parseTokensSecret: %s holds one token and lists no robots', (_, value) => {
    expect(parse(value)).toEqual({ httpTokens: [{ token: TOKEN }], problems: [] });
  });

  it.each([
    ['a list', ['dba', 'ops']],
    ['a text', 'dba, ops'],
  ])('parseTokensSecret: robots are %s of names, and default is one of them', (_, robots) => {
    expect(parse({ httpTokens: TOKEN, robots }).robots).toEqual(new Set(['default', 'dba', 'ops']));
  });

  it('parseTokensSecret: a token may be limited to robots', () => {
    expect(parse({ httpTokens: [{ token: TOKEN, robots: ['dba'] }] }).httpTokens).toEqual([
      { token: TOKEN, robots: ['dba'] },
    ]);
  });

  it('parseTokensSecret: keys in the place of names are not read, and the problem shows none', () => {
    const key = '00000000-0000-4000-8000-000000000001';
    const secret = parse({ httpTokens: [TOKEN, 7], robots: { dba: key } });
    expect(secret).toEqual({
      httpTokens: [{ token: TOKEN }],
      problems: [
        'robots: not a list of names (keys belong in the other secret)',
        'httpTokens[1]: neither a text nor {"token": "…", "robots": ["…"]}',
      ],
    });
  });

  it('parseTokensSecret: broken JSON is an error without any of it', () => {
    expect(() => parse(`{"httpTokens": "${TOKEN}"`)).toThrow(SecretUnavailableError);
    expect(() => parse(`{"httpTokens": "${TOKEN}"`)).toThrow(
      /^Cannot use the secret wecomrobot\/tokens as it must be a token, or JSON with httpTokens: current value begins like JSON but cannot be parsed$/,
    );
  });
});
