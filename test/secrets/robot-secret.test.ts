import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SecretUnavailableError } from '../../src/domain/errors.js';
import { parseRobotSecret, type RobotSecret } from '../../src/secrets/robot-secret.js';

const KEY = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';
const BASE = 'https://qyapi.weixin.qq.com';
const URL_OF_KEY = `${BASE}/cgi-bin/webhook/send?key=${KEY}`;

const parse = (text: string): RobotSecret => parseRobotSecret(text, 'wecomrobot/robots', BASE);
const keysOf = (secret: RobotSecret): Record<string, string> =>
  Object.fromEntries([...secret.robots].map(([name, key]) => [name, key.reveal()]));

describe('parseRobotSecret', () => {
  it.each([
    ['a plain key', KEY],
    ['a key with a line end, as a file has', `${KEY}\n`],
    ['a key as a JSON string', JSON.stringify(KEY)],
    ['a webhook URL', URL_OF_KEY],
    ['JSON that a Windows editor saved', `\ufeff${JSON.stringify({ robots: { default: KEY } })}\r\n`],
    ['a map with one entry, whatever its name', JSON.stringify({ webhook_url: URL_OF_KEY })],
    ['a map of robots', JSON.stringify({ robots: { default: KEY } })],
    ['a map with one robot', JSON.stringify({ robots: { ops: URL_OF_KEY } })],
  ])('parseRobotSecret: %s gives the default robot', (_, text) => {
    expect(keysOf(parse(text))['default']).toBe(KEY);
  });

  it('parseRobotSecret: a flat map of robots works', () => {
    expect(keysOf(parse(JSON.stringify({ default: KEY, dba: OTHER })))).toEqual({ default: KEY, dba: OTHER });
  });

  it.each([
    ['a text', 'a-long-random-token', [{ token: 'a-long-random-token' }]],
    ['a list', ['one-token'], [{ token: 'one-token' }]],
  ])('parseRobotSecret: in a flat map httpTokens, %s, is no robot', (_, httpTokens, tokens) => {
    const secret = parse(JSON.stringify({ ops: KEY, httpTokens }));
    expect(keysOf(secret)).toEqual({ ops: KEY, default: KEY });
    expect(secret.httpTokens).toEqual(tokens);
    expect(secret.problems).toEqual([]);
  });

  it('parseRobotSecret: people that are no map are left out and named', () => {
    expect(parse(JSON.stringify({ robots: { default: KEY }, people: '王芳' })).problems).toEqual([
      'people: not a map of names to mobiles',
    ]);
  });

  it('parseRobotSecret: tokens, limited tokens and people are read', () => {
    const secret = parse(
      JSON.stringify({
        robots: { default: KEY },
        httpTokens: ['first-token', { token: 'second-token', robots: ['dba'] }],
        people: { 王芳: '+86 138-0013-8000' },
      }),
    );
    expect(secret.httpTokens).toEqual([{ token: 'first-token' }, { token: 'second-token', robots: ['dba'] }]);
    expect([...secret.people]).toEqual([['王芳', '13800138000']]);
    expect(secret.problems).toEqual([]);
  });

  it('parseRobotSecret: a key under two names works under both, and is warned of without being shown', () => {
    const secret = parse(JSON.stringify({ robots: { default: KEY, dba: OTHER, ops: URL_OF_KEY } }));
    expect(keysOf(secret)).toEqual({ default: KEY, dba: OTHER, ops: KEY });
    expect(secret.problems).toEqual([
      'robot "ops": the same key as robot "default", so that both share its 20 messages a minute',
    ]);
  });

  it('parseRobotSecret: an entry that cannot be used is left out and named, the others stay', () => {
    const secret = parse(
      JSON.stringify({
        robots: { default: KEY, dba: 'https://example.com/?key=abcdefgh' },
        httpTokens: [{ token: 'limited-token', robots: 'dba' }, 7],
        people: { 王芳: 'none' },
      }),
    );
    expect(keysOf(secret)).toEqual({ default: KEY });
    expect(secret.httpTokens).toEqual([]);
    expect(secret.problems).toEqual([
      'robot "dba": a URL of another host',
      'httpTokens[0]: neither a text nor {"token": "…", "robots": ["…"]}',
      'httpTokens[1]: neither a text nor {"token": "…", "robots": ["…"]}',
      'people "王芳": not a mobile of 6 to 15 digits',
    ]);
  });

  it.each([
    [
      'a robot and its key',
      { robots: { default: KEY, [OTHER]: 'ops-alerts' } },
      'robot 36 characters: name and key are swapped',
    ],
    [
      'a robot and its key',
      { robots: { default: KEY, [OTHER]: 'dba' } },
      'robot 36 characters: name and key are swapped',
    ],
    ['a key alone', { robots: { default: KEY, [URL_OF_KEY]: '' } }, 'robot 89 characters: name and key are swapped'],
    [
      'a person and the mobile',
      { robots: { default: KEY }, people: { '13800138000': '王芳' } },
      'people 11 characters: not a mobile of 6 to 15 digits',
    ],
    [
      'a token and its robots',
      { robots: { default: KEY }, httpTokens: [{ token: 'dba', robots: ['5f2d7b1c9e5f2d7b1c9e'] }] },
      'httpTokens[0]: neither a text nor {"token": "…", "robots": ["…"]}',
    ],
  ])('parseRobotSecret: swapped, %s are left out and not shown', (_, map, problem) => {
    const secret = parse(JSON.stringify(map));
    expect(keysOf(secret)).toEqual({ default: KEY });
    expect(secret.httpTokens).toEqual([]);
    expect(secret.problems).toEqual([problem]);
  });

  it('parseRobotSecret: a key as the only name is not listed by the error', () => {
    expect(() => parse(JSON.stringify({ [KEY]: OTHER, b: OTHER }))).toThrow('it holds the robots 36 characters, b');
    expect(() => parse(JSON.stringify({ [KEY]: 'ops-alerts' }))).toThrow(
      'it holds no usable robot (robot 36 characters: name and key are swapped)',
    );
  });

  it('parseRobotSecret: a robot whose name may be a secret works, and is warned of', () => {
    const secret = parse(JSON.stringify({ robots: { default: KEY, 'team-1234567': OTHER } }));
    expect(keysOf(secret)).toEqual({ default: KEY, 'team-1234567': OTHER });
    expect(secret.problems).toEqual(['robot 12 characters: its name may be a secret, so that no message may name it']);
  });

  it.each([
    ['several robots and no default', JSON.stringify({ dba: KEY, ops: OTHER }), 'it holds the robots dba, ops'],
    [
      'broken JSON',
      `{"robots": {"default": "${KEY}"`,
      'it holds no usable robot (it begins like JSON but cannot be parsed)',
    ],
    ['an empty map', '{}', 'it holds no usable robot'],
    ['another host', `https://example.com/cgi-bin/webhook/send?key=${KEY}`, 'a URL of another host'],
    ['a URL without a key', `${BASE}/cgi-bin/webhook/send`, 'a URL without its key'],
    ['an array', JSON.stringify([KEY]), 'not a key'],
  ])('parseRobotSecret: %s is an error that says so', (_, text, reason) => {
    expect(() => parse(text)).toThrow(SecretUnavailableError);
    expect(() => parse(text)).toThrow(reason);
    expect(() => parse(text)).toThrow('needs a robot named "default"');
  });

  it('parseRobotSecret: no error ever shows a value', () => {
    const value = fc.string({ minLength: 12 }).filter((text) => !/^[\w-]+$/.test(text));
    fc.assert(
      fc.property(value, (text) => {
        try {
          parse(JSON.stringify({ a: text, b: text }));
        } catch (error) {
          expect(String(error)).not.toContain(text);
        }
      }),
    );
  });
});
