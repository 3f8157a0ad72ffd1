import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSamples } from '../../local/samples/samples.js';
import { NOBODY } from '../../src/domain/mentions.js';
import type { Notification } from '../../src/domain/notification.js';
import { writeQueueBody } from '../../src/queue/message/queue-body.js';
import type { PostResult } from '../../src/wecom/post/transport.js';
import { EACH_KIND, type SampleRequest } from '../sources/http/samples.js';
import { snsRecord } from '../sources/samples.js';
import { FORMS, HIDDEN, KEYS, MOBILES, STRANGE, shows } from '../support/hidden-secrets.js';
import { leakBench, type Output } from '../support/leak-bench.js';
import { pathsIn, spoil } from '../support/spoil.js';

const RUNS = 1000;
const TIMEOUT_MS = 300_000;
const samples = (await readSamples()).flatMap((folder) => folder.samples);

interface Hidden {
  readonly key: string;
  readonly token: string;
  readonly mobile: string;
}

const secretOf = ({ key, token, mobile }: Hidden) =>
  JSON.stringify({ robots: { default: key }, httpTokens: [token], people: { 王芳: mobile } });

/** Requests and messages with a value in each place that is no content: nothing of it is for a group. */
type Place = readonly [name: string, write: (value: unknown, token: string) => unknown];

const inRequest =
  (request: (value: string) => SampleRequest) =>
  (kind: (typeof EACH_KIND)[number][1], value: unknown, token: string): unknown =>
    kind({ headers: { Authorization: `Bearer ${token}` }, ...request(String(value)) });
const pushed = (fields: object): string => JSON.stringify({ push_message: 'SHOWN', ...fields });
const TEXT = JSON.stringify({ msgtype: 'text', text: { content: 'SHOWN' } });

const REQUESTS: readonly (readonly [string, ReturnType<typeof inRequest>])[] = [
  ['?robot=', inRequest((value) => ({ query: `robot=${encodeURIComponent(value)}`, body: pushed({}) }))],
  ['/push/…', inRequest((value) => ({ path: `/push/${encodeURIComponent(value)}`, body: pushed({}) }))],
  ['the method', inRequest((value) => ({ method: value, body: pushed({}) }))],
  [
    "WeCom's ?robot=",
    (kind, value, token) =>
      kind({
        path: '/cgi-bin/webhook/send',
        headers: {},
        query: `key=${encodeURIComponent(token)}&robot=${encodeURIComponent(String(value))}`,
        body: TEXT,
      }),
  ],
  ...['msgtype', 'chatid'].map(
    (field) =>
      [
        `WeCom's ${field}`,
        (kind: (typeof EACH_KIND)[number][1], value: unknown, token: string) =>
          kind({
            path: '/cgi-bin/webhook/send',
            headers: {},
            query: `key=${encodeURIComponent(token)}`,
            body: JSON.stringify({ ...JSON.parse(TEXT), [field]: value }),
          }),
      ] as const,
  ),
  ...['/services/T0/B0/', '/open-apis/bot/v2/hook/', '/robot/send/'].map(
    (path) =>
      [path, inRequest((value) => ({ path: path + encodeURIComponent(value), body: TEXT, headers: {} }))] as const,
  ),
  ...['key', 'token', 'access_token'].map(
    (name) =>
      [`?${name}=`, inRequest((value) => ({ query: `${name}=${encodeURIComponent(value)}`, body: '{}' }))] as const,
  ),
  ...['Idempotency-Key', 'X-GitHub-Delivery', 'Content-Encoding', 'X-Request-Id'].map(
    (name) =>
      [
        name,
        (kind: (typeof EACH_KIND)[number][1], value: unknown, token: string) =>
          kind({ headers: { Authorization: `Bearer ${token}`, [name]: String(value) }, body: pushed({}) }),
      ] as const,
  ),
  [
    'the charset',
    (kind, value, token) =>
      kind({
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': `text/plain; charset=${String(value)}` },
        body: '\ufffd',
      }),
  ],
];

const FIELDS = ['robot', 'format', 'is_at_all', 'isAtAll', 'id', 'access_key', 'webhook', 'key', 'other'];

const PLACES: readonly Place[] = [
  ...EACH_KIND.flatMap(([kind, write]) =>
    REQUESTS.map(([name, request]): Place => [`${name} (${kind})`, (value, token) => request(write, value, token)]),
  ),
  ...FIELDS.flatMap((field): Place[] => [
    [`${field} of an invocation`, (value) => ({ push_message: 'SHOWN', [field]: value })],
    [
      `${field} of a request`,
      (value, token) =>
        EACH_KIND[1]?.[1]({ headers: { Authorization: `Bearer ${token}` }, body: pushed({ [field]: value }) }),
    ],
    [`${field} of an SNS message`, (value) => ({ Records: [snsRecord(pushed({ [field]: value }))] })],
    [
      `attribute ${field} of an SNS message`,
      (value) => ({
        Records: [snsRecord('SHOWN', { MessageAttributes: { [field]: { Type: 'String', Value: String(value) } } })],
      }),
    ],
  ]),
];

const KEYED = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=';
/** What WeCom, or somebody in its place, answers. */
const answers = (key: string): readonly PostResult[] => [
  { kind: 'reply', httpStatus: 200, body: '{"errcode":0,"errmsg":"ok"}' },
  { kind: 'reply', httpStatus: 200, body: JSON.stringify({ errcode: 93000, errmsg: `invalid ${KEYED}${key}` }) },
  { kind: 'reply', httpStatus: 200, body: JSON.stringify({ errcode: 40058, errmsg: `${key}, ${btoa(`a:${key}`)}` }) },
  { kind: 'reply', httpStatus: 502, body: key },
];

const answerOf = (key: string, index: number): PostResult => answers(key)[index] ?? expect.unreachable();

/** The outputs that show one of the secrets. */
const leaksOf = (outputs: readonly Output[], secrets: readonly string[]): readonly Output[] =>
  outputs.filter(([, text]) => secrets.some((secret) => shows(text, secret)));

const chosen = fc.record({
  hidden: HIDDEN,
  which: fc.constantFrom('key', 'token', 'mobile'),
  form: fc.constantFrom(...FORMS),
  answer: fc.constantFrom(0, 1, 2, 3),
});

const field = fc.record({ sample: fc.nat(samples.length - 1), path: fc.nat() });

/** A sample with a value in the place of another. */
function spoiltSample({ sample, path }: { readonly sample: number; readonly path: number }, value: unknown): unknown {
  const event = samples[sample]?.event;
  const paths = pathsIn(event);
  return spoil(event, paths[path % paths.length] ?? [], value);
}

const QUEUED: Notification = {
  kind: 'written',
  id: 'http:1',
  renderer: 'push',
  severity: 'info',
  title: 'SHOWN',
  body: 'SHOWN',
  occurredAt: Date.UTC(2026, 10, 29, 4),
  origin: { source: 'http' },
  robot: 'default',
  format: 'text',
  mentions: NOBODY,
};

describe('keys, tokens and mobiles', () => {
  test('put into any field of any sample, come out in no line, answer, error, reason or field of the queue', {
    timeout: TIMEOUT_MS,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(chosen, field, async ({ hidden, which, form: [, write], answer }, place) => {
        const spoilt = spoiltSample(place, write(hidden[which]));
        const bench = await leakBench({ secret: secretOf(hidden), answer: answerOf(hidden.key, answer) });
        await bench.send(spoilt);
        expect(leaksOf(bench.outputs, Object.values(hidden))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test('mobiles that nobody here knows, in any field of any sample, come out in no line', {
    timeout: TIMEOUT_MS,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        HIDDEN,
        MOBILES,
        fc.constantFrom(...FORMS.slice(0, 3)),
        field,
        async (hidden, mobile, [, write], at) => {
          const bench = await leakBench({ secret: secretOf(hidden) });
          await bench.send(spoiltSample(at, write(mobile)));
          const lines = bench.outputs.filter(([place]) => place === 'line');
          expect(leaksOf(lines, [mobile])).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('that an earlier version queued as a name, come out in no line, notice or reason', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const one = fc.oneof(
      STRANGE,
      HIDDEN.map(({ token }) => token),
    );
    await fc.assert(
      fc.asyncProperty(HIDDEN, fc.constantFrom('key', 'token', 'mobile'), one, async (hidden, which, stranger) => {
        for (const name of [hidden[which], stranger].filter((each) => /[\d]/.test(each))) {
          const bench = await leakBench({ secret: secretOf(hidden) });
          const notification = { ...QUEUED, robot: name, mentions: { ...NOBODY, people: [name] } };
          const body = writeQueueBody({ notification, queuedAt: QUEUED.occurredAt, unknownRobot: name });
          await bench.take([{ body, groupId: 'default', deduplicationId: '1' }]);
          const told = bench.outputs.filter(([place]) => place !== 'queue');
          const posted = bench.posted.map((json): Output => ['message', json]);
          expect(leaksOf([...told, ...posted], [name])).toEqual([]);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('that the secret has as the name of a robot come out in no line of that robot', {
    timeout: TIMEOUT_MS,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(HIDDEN, STRANGE, KEYS, async (hidden, name, key) => {
        const secret = JSON.stringify({ robots: { default: hidden.key, [name]: key } });
        const bench = await leakBench({ secret });
        const body = writeQueueBody({ notification: { ...QUEUED, robot: name }, queuedAt: QUEUED.occurredAt });
        await bench.take([{ body, groupId: encodeURIComponent(name), deduplicationId: '1' }]);
        expect(bench.posted).toHaveLength(1);
        expect(leaksOf(bench.outputs, [name])).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('given as any value that is no content, are shown to no group either', { timeout: TIMEOUT_MS }, async () => {
    await fc.assert(
      fc.asyncProperty(
        chosen,
        fc.constantFrom(...PLACES),
        async ({ hidden, which, form: [, write], answer }, [, place]) => {
          const bench = await leakBench({ secret: secretOf(hidden), answer: answerOf(hidden.key, answer) });
          await bench.send(place(write(hidden[which]), hidden.token));
          const posted = bench.posted.map((json): Output => ['message', json]);
          expect(leaksOf([...bench.outputs, ...posted], Object.values(hidden))).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('that nobody here knows, given as such a value, are recognised by their form', {
    timeout: TIMEOUT_MS,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        chosen,
        STRANGE,
        fc.constantFrom(...PLACES),
        async ({ hidden, form: [, write] }, stranger, [, place]) => {
          const bench = await leakBench({ secret: secretOf(hidden) });
          await bench.send(place(write(stranger), hidden.token));
          const posted = bench.posted.map((json): Output => ['message', json]);
          expect(leaksOf([...bench.outputs, ...posted], [stranger])).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
  });

  test.each(['line-mask', 'answer-mask'] as const)('come out without the %s', async (without) => {
    const token = 'correct-horse-battery';
    const hidden = { key: '693a91f6-7a0e-4bc4-97a0-0ec2dab79d6b', token, mobile: '13800138000' };
    const bench = await leakBench({ secret: secretOf(hidden), without });
    const headers = { Authorization: `Bearer ${token}`, 'Idempotency-Key': token };
    await bench.send(EACH_KIND[1]?.[1]({ headers, body: pushed({}) }));
    await bench.send(EACH_KIND[1]?.[1]({ headers, body: pushed({ robot: token }) }));
    const places = leaksOf(bench.outputs, [token]).map(([place]) => place);
    expect([...new Set(places)]).not.toEqual([]);
  });
});
