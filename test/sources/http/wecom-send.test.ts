import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isObject } from '../../../src/base/json.js';
import type { Outcome } from '../../../src/domain/delivery.js';
import { SecretUnavailableError } from '../../../src/domain/errors.js';
import type { ReadContext } from '../../../src/sources/source.js';
import { readEvent } from '../../../src/sources/sources.js';
import { readContext, TOKEN } from '../../support/read-context.js';
import { BEARER, EACH_KIND, KINDS, type SampleRequest } from './samples.js';

const PATH = '/cgi-bin/webhook/send';
const KEY = `key=${TOKEN}`;
const TEXT = { msgtype: 'text', text: { content: '发布完成' } };
const DELIVERED: Outcome = { status: 'delivered', messages: 1 };

async function ask(event: unknown, outcomes?: readonly Outcome[], changed: Partial<ReadContext> = {}) {
  const { drafts, respond, unread } = await readEvent(event, readContext(changed));
  const response = respond(outcomes ?? drafts.map(() => DELIVERED));
  if (!isObject(response)) throw new Error('no response');
  const { statusCode, headers } = response;
  return { drafts, unread, headers, answer: [statusCode, JSON.parse(String(response['body']))] as const };
}

const send = (message: unknown, request: SampleRequest = {}, changed: Partial<ReadContext> = {}) => {
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  const shared = { path: PATH, query: KEY, headers: {}, body };
  return ask(KINDS['http-api']({ ...shared, ...request }), undefined, changed);
};

describe("wecomSend: WeCom's address, ours behind it", () => {
  it.each(EACH_KIND)('%s: a message with ?key= is passed on and answered as WeCom does', async (_, write) => {
    const request = { path: PATH, query: `${KEY}&robot=dba`, headers: {}, body: JSON.stringify(TEXT) };
    const { drafts, answer } = await ask(write(request));
    expect(drafts).toMatchObject([{ kind: 'native', native: TEXT, overrides: { robot: 'dba' } }]);
    expect(answer).toEqual([200, { errcode: 0, errmsg: 'ok' }]);
  });

  it('the success is byte for byte what WeCom writes', async () => {
    const { respond } = await readEvent(
      KINDS['http-api']({ path: PATH, query: KEY, headers: {}, body: JSON.stringify(TEXT) }),
      readContext(),
    );
    expect(respond([DELIVERED])).toMatchObject({ body: '{"errcode":0,"errmsg":"ok"}' });
  });

  it.each<[string, SampleRequest]>([
    ['a bearer token', { query: '', headers: BEARER }],
    ['an IAM identity', { query: '', iam: 'arn:aws:iam::111122223333:role/ci' }],
    ['the key, whatever a proxy puts into the header', { headers: { authorization: 'Basic eDp5' } }],
  ])('opens with %s', async (_, request) => {
    expect((await send(TEXT, request)).answer).toEqual([200, { errcode: 0, errmsg: 'ok' }]);
  });

  it.each<[string, SampleRequest]>([
    ['no key', { query: '' }],
    ['a wrong key', { query: 'key=wrong' }],
    ['an empty key', { query: 'key=' }],
    ['an empty key beside a good header', { query: 'key=', headers: BEARER }],
    ['a wrong key beside a good header', { query: 'key=wrong', headers: BEARER }],
    ['two keys', { query: `${KEY}&${KEY}` }],
    ['a key with more', { query: `${KEY}%20x` }],
    ['the key by a name that nobody uses', { query: `secret=${TOKEN}` }],
  ])('401 and errcode 93000, and nothing else, for %s', async (_, request) => {
    const { drafts, answer } = await send(TEXT, request);
    expect(drafts).toEqual([]);
    expect(answer).toEqual([401, { errcode: 93000, errmsg: 'invalid webhook url' }]);
  });

  it('JSON as a shell script writes it is mended', async () => {
    const { drafts } = await send('{"msgtype":"text","text":{"content":"第一行\n第二行"},}');
    expect(drafts).toMatchObject([{ native: { text: { content: '第一行\n第二行' } } }]);
  });

  it('Idempotency-Key marks a repeat', async () => {
    const { drafts } = await send(TEXT, { headers: { 'Idempotency-Key': 'k-1' } });
    expect(drafts[0]?.id).toBe('http:k-1');
  });

  it.each([
    ['a text', { msgtype: 'text', text: { content: 'x'.repeat(262_145) } }],
    [
      'what says in its text that it is an image',
      { msgtype: 'text', text: { content: `msgtype: image ${'x'.repeat(262_145)}` } },
    ],
    ['no JSON', 'x'.repeat(262_145)],
  ])('%s of over 256 KiB is refused before it is parsed', async (_, body) => {
    const { answer, drafts } = await send(body);
    expect(drafts).toEqual([]);
    expect(answer).toEqual([413, { errcode: 40058, errmsg: expect.stringContaining('at most 262144 bytes') }]);
  });

  it('an image of 2 MiB fits, a body over 3 MiB does not', async () => {
    const bytes = Buffer.alloc(2 * 1024 * 1024, 1);
    const md5 = createHash('md5').update(bytes).digest('hex');
    const { drafts } = await send({ msgtype: 'image', image: { base64: bytes.toString('base64'), md5 } });
    expect(drafts).toHaveLength(1);
    expect((await send('x'.repeat(3 * 1024 * 1024 + 1))).answer).toEqual([
      413,
      { errcode: 40058, errmsg: expect.stringContaining('at most 3145728 bytes') },
    ]);
  });

  it.each<[string, unknown]>([
    ['broken JSON', '{"msgtype":'],
    ['a list', '[]'],
    ['nothing', ''],
    ['the four parameters', { push_message: 'x' }],
    ["Slack's", { text: 'x' }],
    ["Feishu's", { msg_type: 'text', content: { text: 'x' } }],
  ])('a body that is no message of WeCom is HTTP 400, with its errcode: %s', async (_, message) => {
    const { drafts, answer } = await send(message);
    expect(drafts).toEqual([]);
    expect(answer).toEqual([400, { errcode: 40008, errmsg: 'Warning: wrong json format. invalid message type' }]);
  });

  it.each<[string, unknown, number, string]>([
    ['an unknown type', { msgtype: 'html' }, 40008, 'invalid message type'],
    ['an empty content', { msgtype: 'text', text: { content: '' } }, 44004, 'empty content'],
    ['a blank content', { msgtype: 'markdown', markdown: { content: ' \n\u3000' } }, 44004, 'empty content'],
    ['nine articles', { msgtype: 'news', news: { articles: Array(9).fill({}) } }, 45008, 'article count out of limit'],
  ])('%s: refused with HTTP 200 and the errcode, as WeCom does', async (_, message, errcode, errmsg) => {
    const { drafts, answer } = await send(message);
    expect(drafts).toEqual([]);
    expect(answer).toEqual([200, { errcode, errmsg }]);
  });
});

describe('wecomSend: robots', () => {
  const limited = { tokens: async () => [{ token: TOKEN, robots: ['ops', 'dba'] }] };

  it.each([
    ['', 'ops'],
    ['&robot=dba', 'dba'],
  ])('a token limited to robots sends %s to %s', async (query, robot) => {
    expect((await send(TEXT, { query: KEY + query }, limited)).drafts[0]?.overrides.robot).toBe(robot);
  });

  it('and to no other: 403', async () => {
    const { drafts, answer } = await send(TEXT, { query: `${KEY}&robot=default` }, limited);
    expect([drafts, answer]).toEqual([[], [403, { errcode: 93000, errmsg: expect.stringContaining('may not push') }]]);
  });

  it.each(['', '%0A', 'x'.repeat(41), 'https%3A%2F%2Fexample.com'])('400 for a robot called %s', async (name) => {
    const { drafts, answer } = await send(TEXT, { query: `${KEY}&robot=${name}` });
    expect([drafts, answer[0]]).toEqual([[], 400]);
  });
});

describe('wecomSend: what became of the message', () => {
  const told = async (...outcomes: readonly Outcome[]) => {
    const event = KINDS['http-api']({ path: PATH, query: KEY, headers: {}, body: JSON.stringify(TEXT) });
    const { answer, headers } = await ask(event, outcomes);
    return { answer, headers };
  };
  const busy = { status: 'unavailable', retryAfterMs: 1500, reason: 'busy' } as const;

  it.each<[string, Outcome, readonly [number, object]]>([
    ['queued', { status: 'queued', id: 'x' }, [200, { errcode: 0, errmsg: 'ok' }]],
    [
      'refused',
      { status: 'refused', code: { kind: 'wecom', value: 93004 }, reason: '机器人已被停用' },
      [200, { errcode: 93004, errmsg: '机器人已被停用' }],
    ],
    [
      'a robot that is missing',
      { status: 'refused', code: { kind: 'robot-missing' }, reason: 'r' },
      [502, { errcode: 93000, errmsg: 'r' }],
    ],
    ['unavailable', busy, [503, { errcode: -1, errmsg: 'busy' }]],
    ['a proxy', { ...busy, code: { kind: 'http', value: 404 } }, [503, { errcode: -1, errmsg: 'busy' }]],
    ['limited', { ...busy, code: { kind: 'wecom', value: 45009 } }, [503, { errcode: 45009, errmsg: 'busy' }]],
    ['unconfirmed', { ...busy, status: 'unconfirmed' }, [504, { errcode: -1, errmsg: 'busy' }]],
    ['an unknown robot', { status: 'invalid', field: 'robot', reason: 'r' }, [400, { errcode: 93000, errmsg: 'r' }]],
    [
      'too many parts',
      { status: 'invalid', field: 'push_message', reason: 'r', httpStatus: 413 },
      [413, { errcode: 40058, errmsg: 'r' }],
    ],
  ])('%s', async (_, outcome, answer) => {
    expect((await told(outcome)).answer).toEqual(answer);
  });

  it('dropped by a rule is a success', async () => {
    expect((await told()).answer).toEqual([200, { errcode: 0, errmsg: 'ok' }]);
  });

  it('of several parts the worst is told', async () => {
    expect((await told(DELIVERED, busy, DELIVERED)).answer[0]).toBe(503);
  });

  it('503 says when to come again', async () => {
    expect((await told(busy)).headers).toMatchObject({ 'retry-after': '2' });
  });

  it('an unreadable secret is 503 and errcode -1, its reason for the log', async () => {
    const denied = new SecretUnavailableError('arn:aws:secretsmanager denied');
    const { answer, unread } = await send(TEXT, {}, { tokens: async () => Promise.reject(denied) });
    expect(answer).toEqual([503, { errcode: -1, errmsg: 'The secret cannot be read at the moment' }]);
    expect(unread).toEqual([denied]);
  });

  it('a bug is not answered as anything', async () => {
    const bug = { tokens: async () => Promise.reject(new TypeError('bug')) };
    await expect(send(TEXT, {}, bug)).rejects.toThrow('bug');
  });
});

describe('uploadMedia', () => {
  it.each([{}, { query: '' }, { query: 'key=wrong&type=file' }])(
    "%j: not supported, in WeCom's form, whoever asks, without a look at the secret",
    async (request) => {
      const { answer, drafts } = await send(
        '--x\r\n',
        { path: '/cgi-bin/webhook/upload_media', ...request },
        {
          tokens: async () => Promise.reject(new Error('the secret was read')),
        },
      );
      expect(drafts).toEqual([]);
      expect(answer).toEqual([200, { errcode: 48002, errmsg: expect.stringContaining('not supported') }]);
    },
  );

  it.each([PATH, '/cgi-bin/webhook/upload_media'])('GET %s is 405', async (path) => {
    expect((await send('', { path, method: 'GET' })).answer[0]).toBe(405);
  });
});
