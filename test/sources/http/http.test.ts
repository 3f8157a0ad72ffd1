import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isObject } from '../../../src/base/json.js';
import type { Outcome } from '../../../src/domain/delivery.js';
import { SecretUnavailableError } from '../../../src/domain/errors.js';
import type { ReadContext } from '../../../src/sources/source.js';
import { readEvent } from '../../../src/sources/sources.js';
import { readContext, TOKEN } from '../../support/read-context.js';
import { alarm, envelope, invocationRecord, snsEvent, snsNotification, sqsRecord } from '../samples.js';
import { BEARER, EACH_KIND, KINDS, type SampleRequest } from './samples.js';

const DELIVERED: Outcome = { status: 'delivered', messages: 1 };

interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The drafts of a request, and its answer. */
async function ask(event: unknown, changed: Partial<ReadContext> = {}, outcomes?: readonly Outcome[]) {
  const { drafts, respond, unread } = await readEvent(event, readContext(changed));
  const response = respond(outcomes ?? drafts.map(() => DELIVERED));
  if (!isObject(response)) throw new Error('no response');
  const answer = { ...response, body: JSON.parse(String(response['body'])) as unknown } as unknown as Answer;
  return { drafts, answer, unread };
}

const post = (request: SampleRequest, changed?: Partial<ReadContext>) => ask(KINDS['http-api'](request), changed);
const json = (value: unknown): string => JSON.stringify(value);

describe('http: POST /push, whichever way it comes', () => {
  it.each(EACH_KIND)('%s: the four parameters become a draft and 200', async (_, write) => {
    const { drafts, answer } = await ask(write({ body: json({ push_message: '发布完成', robot: 'dba' }) }));
    expect(drafts).toMatchObject([
      {
        renderer: 'push',
        body: '发布完成',
        origin: { source: 'http' },
        overrides: { robot: 'dba' },
        id: 'http:request-1',
      },
    ]);
    expect(answer).toMatchObject({ statusCode: 200, body: { status: 'delivered', id: 'http:request-1' } });
  });

  it.each([
    ['plain text', { body: '发布完成', headers: { ...BEARER, 'Content-Type': 'text/plain' } }, 'text'],
    [
      'base64 without a type',
      { body: Buffer.from('{"push_message":"发布完成"}').toString('base64'), base64: true },
      'push',
    ],
    [
      'a form',
      {
        body: Buffer.from(new URLSearchParams({ push_message: '发布完成' }).toString()).toString('base64'),
        base64: true,
        headers: { ...BEARER, 'Content-Type': 'application/x-www-form-urlencoded' },
      },
      'push',
    ],
  ])('%s', async (_, request, renderer) => {
    const { drafts } = await post(request);
    expect(drafts).toMatchObject([{ renderer, body: '发布完成' }]);
  });

  it('a queued message is 202 with its id', async () => {
    const { answer } = await ask(KINDS.rest({ body: 'x' }), {}, [{ status: 'queued', id: 'http:request-1' }]);
    expect(answer).toMatchObject({ statusCode: 202, body: { status: 'queued', id: 'http:request-1' } });
  });

  it.each([
    ['Idempotency-Key', 'http:k-1'],
    ['X-GitHub-Delivery', 'http:k-1'],
    ['X-Request-Id', 'http:request-1'],
  ])('%s gives the id %s', async (header, id) => {
    const { drafts } = await post({ body: 'x', headers: { ...BEARER, [header]: 'k-1' } });
    expect(drafts[0]?.id).toBe(id);
  });

  it('an IAM identity needs no token and no secret', async () => {
    const { drafts } = await post(
      { body: 'x', headers: {}, iam: 'arn:aws:iam::111122223333:role/ci' },
      { tokens: async () => Promise.reject(new SecretUnavailableError('denied')) },
    );
    expect(drafts).toHaveLength(1);
  });
});

describe('http: what is refused posts nothing', () => {
  it.each<[string, SampleRequest, number, object]>([
    ['an unknown path', { path: '/nothing', body: 'x' }, 404, { status: 'not_found' }],
    ['the root', { path: '/', body: 'x' }, 404, { status: 'not_found' }],
    ['a prototype as path', { path: '/__proto__', body: 'x' }, 404, { status: 'not_found' }],
    ['a path in capitals', { path: '/PUSH', body: 'x' }, 404, { status: 'not_found' }],
    ['an encoded path', { path: '/%70ush', body: 'x' }, 404, { status: 'not_found' }],
    ['GET', { method: 'GET' }, 405, { status: 'method_not_allowed' }],
    ['OPTIONS', { method: 'OPTIONS', headers: {} }, 405, { status: 'method_not_allowed' }],
    ['a prototype as method', { method: 'constructor', body: 'x' }, 405, { status: 'method_not_allowed' }],
    ['no token', { headers: {}, body: 'x' }, 401, { status: 'unauthorized' }],
    ['a wrong token', { headers: { authorization: 'Bearer wrong' }, body: 'x' }, 401, { status: 'unauthorized' }],
    ['a wrong token in the query', { query: 'key=wrong', body: 'x' }, 401, { status: 'unauthorized' }],
    ['an empty body', { body: '' }, 400, { field: 'body' }],
    ['no body', {}, 400, { field: 'body' }],
    ['broken JSON', { body: '{"push_message":' }, 400, { field: 'body' }],
    ['an empty object', { body: '{}' }, 400, { field: 'body' }],
    ['an empty list', { body: '[]' }, 400, { field: 'body' }],
    ['a blank message', { body: json({ push_message: ' ' }) }, 400, { field: 'push_message' }],
    ['invalid UTF-8', { body: '//4=', base64: true }, 400, { field: 'body' }],
    ['a key in the body', { body: json({ push_message: 'x', accessKey: 'k' }) }, 400, { field: 'accessKey' }],
    [
      'an endless id',
      { body: 'x', headers: { ...BEARER, 'Idempotency-Key': 'k'.repeat(201) } },
      400,
      { field: 'Idempotency-Key' },
    ],
    ['256 KiB and a byte', { body: 'x'.repeat(262_145) }, 413, { field: 'body' }],
  ])('%s', async (_, request, statusCode, body) => {
    const { drafts, answer } = await post(request);
    expect(drafts).toEqual([]);
    expect(answer.statusCode).toBe(statusCode);
    expect(answer.body).toMatchObject(body);
  });

  it('405 names the methods that work', async () => {
    const { answer } = await post({ method: 'DELETE' });
    expect(answer.headers['allow']).toBe('POST');
  });

  it('401 is the same whatever was wrong, and asks for a bearer token', async () => {
    const attempts: SampleRequest[] = [
      { headers: {} },
      { headers: { authorization: 'Bearer wrong' }, body: '{' },
      { headers: { authorization: `Basic ${TOKEN}` }, body: 'x'.repeat(2_000_000) },
    ];
    const answers = await Promise.all([
      ...attempts.map((request) => post(request)),
      post({ body: 'x' }, { tokens: async () => [] }),
    ]);
    for (const { answer } of answers) expect(answer).toEqual(answers[0]?.answer);
    expect(answers[0]?.answer).toMatchObject({ statusCode: 401, headers: { 'www-authenticate': 'Bearer' } });
  });

  it('an unreadable secret is 503, its reason is for the log', async () => {
    const denied = new SecretUnavailableError('arn:aws:secretsmanager denied');
    const { answer, unread } = await post({ body: 'x' }, { tokens: async () => Promise.reject(denied) });
    expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '10' } });
    expect(json(answer)).not.toContain('arn:');
    expect(unread).toEqual([denied]);
  });

  it('a bug is not answered as anything', async () => {
    await expect(post({ body: 'x' }, { tokens: async () => Promise.reject(new TypeError('bug')) })).rejects.toThrow(
      'bug',
    );
  });

  it('a body of 256 KiB is read', async () => {
    const message = 'x'.repeat(10_000);
    const body = JSON.stringify({ push_message: message, note: '' }).replace('""', `"${'y'.repeat(262_144 - 10_029)}"`);
    expect([Buffer.byteLength(body), (await post({ body })).answer.statusCode]).toEqual([262_144, 200]);
  });

  it('the limit of the body is a setting', async () => {
    expect((await post({ body: 'xxxx' }, { maxBodyBytes: 3 })).answer.statusCode).toBe(413);
    expect((await post({ body: 'xxx' }, { maxBodyBytes: 3 })).answer.statusCode).toBe(200);
  });
});

describe('http: a token limited to robots', () => {
  const limited = (robots: readonly string[]) => ({ tokens: async () => [{ token: TOKEN, robots }] });

  it('may push to one of them', async () => {
    const { drafts } = await post({ body: json({ push_message: 'x', robot: 'dba' }) }, limited(['ops', 'dba']));
    expect(drafts[0]?.overrides.robot).toBe('dba');
  });

  it('pushes to the first where the message names none', async () => {
    const { drafts } = await post({ body: 'x' }, limited(['ops', 'dba']));
    expect(drafts[0]?.overrides.robot).toBe('ops');
  });

  it.each([
    ['another robot', ['ops'], { push_message: 'x', robot: 'dba' }],
    ['the default robot', ['ops'], { push_message: 'x', robot: 'default' }],
    ['any robot where the list is empty', [], { push_message: 'x' }],
  ])('may not push to %s', async (_, robots, body) => {
    const { drafts, answer } = await post({ body: json(body) }, limited(robots));
    expect(drafts).toEqual([]);
    expect(answer).toMatchObject({ statusCode: 403, body: { field: 'robot' } });
  });
});

describe('http: health', () => {
  const noSecret = { tokens: async () => Promise.reject(new Error('the secret was read')) };

  it.each(EACH_KIND)('%s: GET /health is 200 without a token and without the secret', async (_, write) => {
    const { drafts, answer } = await ask(write({ method: 'GET', path: '/health', headers: {} }), noSecret);
    expect(drafts).toEqual([]);
    expect(answer).toMatchObject({ statusCode: 200, body: { status: 'ok' } });
  });

  it("a load balancer's check of any path is 200 and sends nothing", async () => {
    const check = { method: 'GET', path: '/push', headers: { 'user-agent': 'ELB-HealthChecker/2.0' } };
    expect(await ask(KINDS.alb(check), noSecret)).toMatchObject({ drafts: [], answer: { statusCode: 200 } });
    expect((await ask(KINDS.rest(check), noSecret)).answer.statusCode).toBe(405);
    expect((await ask(KINDS.alb({ ...check, method: 'POST', body: 'x' }), noSecret)).answer.statusCode).toBe(401);
  });
});

describe('http: a body may be an event, and never a request', () => {
  const imitations: readonly [string, unknown][] = [
    ['an SNS event', snsEvent('{"push_message":"x"}')],
    ['an SNS notification', snsNotification('{"push_message":"x"}')],
    ['an alarm', alarm()],
    ['an EventBridge event', envelope({ detail: { push_message: 'x' } })],
    ['a custom bus', [{ Data: { push_message: 'x' } }]],
    ['a queue batch', { Records: [sqsRecord('m', 'x')] }],
    ["a destination's record", invocationRecord({ push_message: 'x' })],
    ['a request with its own token', KINDS.rest({ body: 'x' })],
    ['a request with an identity', KINDS.rest({ body: 'x', iam: 'arn:aws:iam::111122223333:root' })],
  ];

  it.each(imitations)('%s without a token is 401', async (_, body) => {
    const { drafts, answer } = await ask(KINDS.rest({ headers: {}, body: json(body) }));
    expect(drafts).toEqual([]);
    expect(answer.statusCode).toBe(401);
  });

  it.each(imitations)(
    '%s with a token is shown, with an id that keeps no real event from being shown',
    async (_, body) => {
      const { drafts, answer } = await ask(KINDS.rest({ body: json(body) }));
      expect(drafts).toHaveLength(1);
      expect(drafts).toMatchObject([{ origin: { source: 'http' }, id: expect.stringMatching(/^http:/) }]);
      expect(answer.statusCode).toBe(200);
    },
  );

  it('a step on the way of a known tool is taken and not shown, unless that is wanted', async () => {
    const body = json({ object_kind: 'pipeline', object_attributes: { status: 'running' }, project: { name: 'a' } });
    const { drafts, answer } = await ask(KINDS.rest({ body }));
    expect(drafts).toEqual([]);
    expect(answer).toMatchObject({ statusCode: 202, body: { status: 'skipped' } });
    expect((await ask(KINDS.rest({ body }), { showProgress: true })).drafts).toHaveLength(1);
  });

  it('every message of an SNS event with several is sent', async () => {
    const { drafts } = await ask(KINDS.rest({ body: json(snsEvent('一', '二')) }));
    expect(drafts).toMatchObject([{ body: '一' }, { body: '二' }]);
  });

  it('any object, and any list, is shown', async () => {
    const { drafts } = await ask(KINDS.rest({ body: json({ job: 'backup', result: 'failed' }) }));
    expect(drafts).toMatchObject([{ kind: 'rendered', renderer: 'generic', severity: 'error' }]);
    const list = await ask(
      KINDS.rest({
        body: json([
          { job: 'a', result: 'ok' },
          { job: 'b', result: 'failed' },
        ]),
      }),
    );
    expect(list.drafts).toMatchObject([{ kind: 'rendered', renderer: 'generic', severity: 'error' }]);
  });

  it('with the four parameters beside, an imitation is a push and nothing more', async () => {
    const { drafts } = await ask(KINDS.rest({ body: json({ ...alarm(), push_message: '发布完成' }) }));
    expect(drafts).toMatchObject([{ kind: 'written', renderer: 'push', origin: { source: 'http' } }]);
  });

  it('an SNS delivery by HTTPS is told to subscribe the function', async () => {
    const { answer } = await post({
      body: json({ ...snsNotification('x'), Type: 'SubscriptionConfirmation', SubscribeURL: 'https://x' }),
    });
    expect(json(answer.body)).toContain('subscribe the function itself');
  });

  it.each(['/push', '/cgi-bin/webhook/send', '/health', '/nothing'])(
    'SNS itself is told so at %s before anybody asks for its token, and nothing is read',
    async (path) => {
      const { drafts, answer, unread } = await post(
        { path, headers: { 'x-amz-sns-message-type': 'Notification' }, body: json(snsNotification('x')) },
        { tokens: async () => Promise.reject(new Error('the secret was read')) },
      );
      expect([drafts, answer.statusCode]).toEqual([[], 400]);
      expect(answer.body).toMatchObject({ field: 'x-amz-sns-message-type' });
      expect(String(unread)).toContain('subscribe the function itself');
    },
  );

  it('whatever the body, it is shown or answered 4xx', async () => {
    const bodies = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.constantFrom(...imitations.map(([, body]) => json(body))),
      fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64')),
    );
    await fc.assert(
      fc.asyncProperty(bodies, fc.boolean(), fc.constantFrom(...EACH_KIND), async (body, base64, [, write]) => {
        const { drafts, answer } = await ask(write({ body, base64 }));
        if (drafts.length === 0) expect([400, 413]).toContain(answer.statusCode);
        for (const { origin } of drafts) expect(origin.source).toBe('http');
      }),
      { numRuns: 500 },
    );
  });
});
