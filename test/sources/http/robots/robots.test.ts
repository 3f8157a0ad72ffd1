import { describe, expect, it } from 'vitest';
import { isObject } from '../../../../src/base/json.js';
import type { Outcome } from '../../../../src/domain/delivery.js';
import { SecretUnavailableError } from '../../../../src/domain/errors.js';
import type { ReadContext } from '../../../../src/sources/source.js';
import { readEvent } from '../../../../src/sources/sources.js';
import { readContext, TOKEN } from '../../../support/read-context.js';
import { EACH_KIND, KINDS, type SampleRequest } from '../samples.js';

const QUEUED: Outcome = { status: 'queued', id: 'x' };
const BUSY: Outcome = { status: 'unavailable', retryAfterMs: 5000, reason: 'busy' };

interface Sample {
  readonly path: string;
  readonly query?: string;
  readonly message: object;
  /** The answer to a message that is taken. */
  readonly taken: unknown;
  /** The answer to an unknown token. */
  readonly stranger: readonly [httpStatus: number, body: unknown];
  /** The answer to a body that is no message. */
  readonly invalid: readonly [httpStatus: number, body: unknown];
  /** The answer if the queue does not take it. */
  readonly busy: readonly [httpStatus: number, body: unknown];
}

const dingtalk: Sample = {
  path: '/robot/send',
  query: `access_token=${TOKEN}`,
  message: { msgtype: 'text', text: { content: '发布完成' } },
  taken: { errcode: 0, errmsg: 'ok' },
  stranger: [401, { errcode: 300_005, errmsg: 'token is not exist' }],
  invalid: [400, { errcode: 40_035, errmsg: expect.stringContaining('Cannot send') }],
  busy: [503, { errcode: -1, errmsg: 'busy' }],
};
const feishu: Sample = {
  path: `/open-apis/bot/v2/hook/${TOKEN}`,
  message: { msg_type: 'text', content: { text: '发布完成' } },
  taken: { StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' },
  stranger: [401, { code: 19_001, data: {}, msg: 'param invalid: incoming webhook access token invalid' }],
  invalid: [400, { code: 9499, data: {}, msg: expect.stringContaining('Cannot read') }],
  busy: [503, { code: 11_232, data: {}, msg: 'busy' }],
};
const slack: Sample = {
  path: `/services/T0000/B0000/${TOKEN}`,
  message: { text: '发布完成' },
  taken: 'ok',
  stranger: [403, 'invalid_token'],
  invalid: [400, 'invalid_payload'],
  busy: [503, 'service_unavailable'],
};
const SAMPLES = Object.entries({ dingtalk, feishu, slack });

async function ask(event: unknown, outcome: Outcome = QUEUED, changed: Partial<ReadContext> = {}) {
  const { drafts, respond, unread } = await readEvent(event, readContext(changed));
  const response = respond(drafts.map(() => outcome));
  if (!isObject(response)) throw new Error('no response');
  const body = String(response['body']);
  return { drafts, unread, answer: [response['statusCode'], body.startsWith('{') ? JSON.parse(body) : body] };
}

const requestOf = ({ path, query = '', message }: Sample, over: SampleRequest = {}): SampleRequest => ({
  path,
  query,
  headers: {},
  body: JSON.stringify(message),
  ...over,
});
const api = KINDS['http-api'];

describe.each(SAMPLES)("robots: %s's own address", (name, sample) => {
  it.each(EACH_KIND)('%s: a message is taken, and answered as that robot does', async (_, write) => {
    const { drafts, answer } = await ask(write(requestOf(sample)));
    expect(drafts).toMatchObject([{ kind: 'written', renderer: name, body: '发布完成', origin: { source: 'http' } }]);
    expect(answer).toEqual([200, sample.taken]);
  });

  it('?robot= names the group', async () => {
    const query = [sample.query, 'robot=dba'].filter(Boolean).join('&');
    expect((await ask(api(requestOf(sample, { query })))).drafts).toMatchObject([{ overrides: { robot: 'dba' } }]);
  });

  it('a signature and a time beside the token are not looked at', async () => {
    const query = [sample.query, 'timestamp=1&sign=x'].filter(Boolean).join('&');
    expect((await ask(api(requestOf(sample, { query })))).answer).toEqual([200, sample.taken]);
  });

  it('a stranger gets its own code, and nothing is read', async () => {
    const changed = { path: sample.path.replace(TOKEN, 'wrong'), query: sample.query?.replace(TOKEN, 'wrong') ?? '' };
    const { drafts, answer } = await ask(api(requestOf(sample, changed)));
    expect(drafts).toEqual([]);
    expect(answer).toEqual(sample.stranger);
  });

  it('a body that is no message gets its own code', async () => {
    const { drafts, answer, unread } = await ask(api(requestOf(sample, { body: '{"a":1}' })));
    expect(drafts).toEqual([]);
    expect(answer).toEqual(sample.invalid);
    expect(unread).toHaveLength(1);
  });

  it('what cannot be queued is told by the HTTP status too', async () => {
    expect((await ask(api(requestOf(sample)), BUSY)).answer).toEqual(sample.busy);
  });

  it('a secret that cannot be read is 503, and its name stays here', async () => {
    const tokens = async () => Promise.reject(new SecretUnavailableError('Cannot read the secret wecomrobot/robots'));
    const { answer } = await ask(api(requestOf(sample)), QUEUED, { tokens });
    expect(answer[0]).toBe(503);
    expect(JSON.stringify(answer)).not.toContain('wecomrobot/robots');
  });

  it('GET is 405', async () => {
    expect((await ask(api(requestOf(sample, { method: 'GET' })))).answer[0]).toBe(405);
  });
});

it('robots: Slack takes a form too', async () => {
  const body = `payload=${encodeURIComponent('{"text":"发布完成"}')}`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const { drafts } = await ask(api(requestOf(slack, { body, headers })));
  expect(drafts).toMatchObject([{ body: '发布完成' }]);
});
