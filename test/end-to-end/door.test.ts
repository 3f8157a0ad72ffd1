import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parseObject, textAt } from '../../src/base/json.js';
import { type DeployedFunction, SECRET_ID, secretWith, startDeployedFunction } from './deployed-function.js';
import { type DoorRequest, httpApiEvent } from './lambda-events.js';
import { leaks } from './leaks.js';

let lambda: DeployedFunction;

beforeAll(async () => {
  lambda = await startDeployedFunction();
});
afterAll(() => lambda.close());
beforeEach(() => lambda.wecom.reset());

interface DoorAnswer {
  readonly status: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

async function knock(request: DoorRequest, timeoutMs?: number): Promise<DoorAnswer> {
  const answer = await lambda.invoke(httpApiEvent(request), timeoutMs);
  const { statusCode, headers, body } = answer as {
    statusCode: unknown;
    headers?: Record<string, string>;
    body?: string;
  };
  const folded = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return { status: statusCode, headers: Object.fromEntries(folded), body: parseObject(body ?? '') };
}

const push = (over: object) => ({ body: JSON.stringify({ push_message: '你好', ...over }) });

const ANSWERS: readonly [number, string, DoorRequest][] = [
  [200, 'a message with the token', {}],
  [400, 'an empty message', push({ push_message: ' ' })],
  [400, 'a message of the wrong type', push({ push_message: 7 })],
  [400, 'a mobile that cannot be one', push({ at_mobiles: '12' })],
  [400, 'a robot nobody knows', push({ robot: 'nobody' })],
  [400, 'an access key in the body', push({ accessKey: 'any' })],
  [400, 'broken JSON', { body: '{"push_message":' }],
  [401, 'no token', { authorization: undefined }],
  [401, 'a wrong token', { authorization: 'Bearer wrong' }],
  [401, 'another scheme', { authorization: 'Basic ZGVtbzpkZW1v' }],
  [404, 'another path', { path: '/other' }],
  [405, 'another method', { method: 'GET' }],
  [413, 'a body of 2 MB', push({ push_message: 'x'.repeat(2 * 1024 * 1024) })],
];

test.each(ANSWERS)('POST /push: %i for %s', async (status, _name, request) => {
  const answer = await knock(request);
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toMatch(/^application\/json/);
  expect(lambda.wecom.shown).toHaveLength(status === 200 ? 1 : 0);
  expect(lambda.wecom.attempts).toHaveLength(status === 200 ? 1 : 0);
});

test.each([
  ['push_message', push({ push_message: '' })],
  ['at_mobiles', push({ at_mobiles: '12' })],
  ['robot', push({ robot: 'nobody' })],
])('POST /push: 400 names the field %s', async (field, request) => {
  expect(textAt((await knock(request)).body, 'field')).toBe(field);
});

test('POST /push: 502 when WeCom refuses, without its words', async () => {
  lambda.wecom.faults.next({ kind: 93004 });
  const answer = await knock({});
  expect(answer.status).toBe(502);
  expect(JSON.stringify(answer.body)).not.toMatch(/from ip|hint|devtool/);
});

test.each([
  ['the minute is full', 45009],
  ['a gateway answers HTML', 'html-502'],
] as const)('POST /push: 503 with Retry-After when %s', async (_name, kind) => {
  lambda.wecom.faults.keep({ kind });
  const answer = await knock({});
  expect([answer.status, Number(answer.headers['retry-after']) > 0]).toEqual([503, true]);
  expect(lambda.wecom.shown).toEqual([]);
});

test('POST /push: 503 with Retry-After in the end when WeCom stays busy, after a few quick tries', async () => {
  lambda.wecom.faults.keep({ kind: -1 });
  const answer = await knock({});
  expect([answer.status, Number(answer.headers['retry-after']) > 0]).toEqual([503, true]);
  expect(lambda.wecom.attempts.length).toBeGreaterThan(1);
  expect(lambda.wecom.attempts.length).toBeLessThanOrEqual(4);
});

test('POST /push: 200 when WeCom was busy once', async () => {
  lambda.wecom.faults.next({ kind: -1 });
  expect((await knock({})).status).toBe(200);
  expect(lambda.wecom.shown).toHaveLength(1);
});

test('POST /push: 504 within the time left when no answer comes', async () => {
  lambda.wecom.faults.next({ kind: 'silence' });
  // An answer that came later would be none: the invocation would have been ended.
  expect((await knock({}, 5000)).status).toBe(504);
});

test('POST /push: 401 without a reason when the secret holds no token', async () => {
  const closed = await startDeployedFunction();
  closed.secretsManager.setSecret(SECRET_ID, JSON.stringify({ robots: JSON.parse(secretWith()).robots }));
  const fresh = await closed.invoke(httpApiEvent({ authorization: undefined }));
  expect(fresh).toMatchObject({ statusCode: 401 });
  await closed.close();
});

test('handler: no line shows a key, a token or a message', () => {
  expect(lambda.lines.length).toBeGreaterThan(0);
  expect(leaks(lambda.lines, ['你好', 'Bearer'])).toEqual([]);
});
