import { Agent } from 'node:https';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createCertificate } from '../../../local/net/certificate.js';
import { startWecomSimulator, type WecomSimulator } from '../../../local/wecom/simulator.js';
import { parseObject } from '../../../src/base/json.js';
import { callHttps, type HttpAnswer } from './client.js';

const KEY = '00000000-0000-4000-8000-000000000001';
const DBA_KEY = '00000000-0000-4000-8000-000000000002';
const START = Date.UTC(2026, 10, 1, 2, 0, 30);

const clock = { now: START };
let wecom: WecomSimulator;

beforeAll(async () => {
  wecom = await startWecomSimulator({
    keys: { [KEY]: 'default', [DBA_KEY]: 'dba' },
    window: 'both',
    clock: { now: () => clock.now, sleep: async () => undefined, after: () => () => undefined },
  });
});
afterAll(() => wecom.close());
beforeEach(() => {
  clock.now = START;
  wecom.reset();
});

const text = (content: string, over: object = {}) => JSON.stringify({ msgtype: 'text', text: { content, ...over } });
const sendUrl = (key = KEY) => `${wecom.baseUrl}/cgi-bin/webhook/send?key=${key}`;
const send = (body = text('你好'), key = KEY) => callHttps(sendUrl(key), wecom.cert, { body });
const errcodeOf = ({ body }: HttpAnswer) => parseObject(body)?.['errcode'];

test('POST webhook/send: answers exactly ok and shows the message', async () => {
  const body = text('你好', { mentioned_list: ['wangfang'], mentioned_mobile_list: ['13800138000', '@all'] });
  expect(await send(body)).toEqual({
    status: 200,
    type: 'application/json; charset=UTF-8',
    body: '{"errcode":0,"errmsg":"ok"}',
  });
  expect(wecom.shown).toEqual([
    {
      number: 1,
      robot: 'default',
      at: START,
      message: JSON.parse(body),
      mentions: { all: true, mobiles: ['13800138000'], userIds: ['wangfang'] },
    },
  ]);
});

test('POST webhook/send: answers a refusal with HTTP 200, a hint, the address and a link, and shows nothing', async () => {
  const answer = await send(text(''));
  expect(answer.status).toBe(200);
  expect(parseObject(answer.body)?.['errmsg']).toBe(
    'empty content, hint: [179349843000000000000001], from ip: 127.0.0.1, more info at https://open.work.weixin.qq.com/devtool/query?e=44004',
  );
  expect(wecom.shown).toEqual([]);
});

test.each([
  ['a wrong key', 'nonsense'],
  ['no key', ''],
])('POST webhook/send: 93000 for %s, before it looks at the message', async (_name, key) => {
  const answer = await send('no json', key);
  expect(answer.body).toMatch(
    /^\{"errcode":93000,"errmsg":"invalid webhook url, hint: \[\d{24}\], from ip: 127\.0\.0\.1/,
  );
  expect(wecom.attempts.map(({ robot, errcode }) => ({ robot, errcode }))).toEqual([
    { robot: undefined, errcode: 93000 },
  ]);
});

test('WecomSimulator: the record of attempts holds no key', async () => {
  await send();
  await send(text('x'), 'some-secret-key');
  expect(JSON.stringify([wecom.attempts, wecom.shown])).not.toMatch(/0000-4000|some-secret-key/);
});

test('WecomSimulator.revoke, allow: a key stops working and a new one begins to', async () => {
  wecom.revoke(DBA_KEY);
  expect(errcodeOf(await send(text('a'), DBA_KEY))).toBe(93000);
  wecom.allow(DBA_KEY, 'dba');
  expect(errcodeOf(await send(text('a'), DBA_KEY))).toBe(0);
});

test('GET webhook/send: answers HTTP 200 and shows nothing', async () => {
  const answer = await callHttps(sendUrl(), wecom.cert, { method: 'GET' });
  expect([answer.status, errcodeOf(answer)]).toEqual([200, 40058]);
  expect([wecom.shown, wecom.attempts]).toEqual([[], []]);
});

test('WecomSimulator: another path is 404', async () => {
  expect((await callHttps(`${wecom.baseUrl}/`, wecom.cert)).status).toBe(404);
});

test('rate: the 21st call in a minute gets 45009 and is not shown, another robot still posts', async () => {
  for (let count = 0; count < 20; count += 1) expect(errcodeOf(await send())).toBe(0);
  expect(wecom.callsThisMinute('default')).toBe(20);
  expect(errcodeOf(await send())).toBe(45009);
  expect(errcodeOf(await send(text('a'), DBA_KEY))).toBe(0);
  expect(wecom.shown.filter(({ robot }) => robot === 'default')).toHaveLength(20);
});

test('rate: refused calls count too, and a minute of silence ends the block', async () => {
  for (let count = 0; count < 20; count += 1) await send(text(''));
  expect(errcodeOf(await send())).toBe(45009);
  clock.now = START + 59_999;
  expect(errcodeOf(await send())).toBe(45009);
  clock.now = START + 59_999 + 60_000;
  expect(errcodeOf(await send())).toBe(0);
});

test('concurrency: a third call at once gets 45033, and the robot recovers', async () => {
  wecom.faults.next({ kind: 'silence', count: 2 });
  const gone = new AbortController();
  const silent = [1, 2].map(() => callHttps(sendUrl(), wecom.cert, { body: text('a'), signal: gone.signal }));
  const outcomes = Promise.allSettled(silent);
  await expect.poll(() => wecom.attempts.length).toBe(2);
  expect(errcodeOf(await send())).toBe(45033);
  gone.abort();
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect.poll(async () => errcodeOf(await send())).toBe(0);
});

test.each([-1, 6000, 45009, 45033, 93004, 93008, 12345])(
  'faults: errcode %i on demand, nothing shown',
  async (kind) => {
    wecom.faults.next({ kind });
    expect(errcodeOf(await send())).toBe(kind);
    expect(wecom.shown).toEqual([]);
    expect(errcodeOf(await send())).toBe(0);
  },
);

test.each([
  ['html-200', 200, 1],
  ['html-429', 429, 0],
  ['html-502', 502, 0],
] as const)('faults: %s answers a web page with status %i', async (kind, status, shown) => {
  wecom.faults.next({ kind });
  const answer = await send();
  expect([answer.status, answer.type, answer.body.slice(0, 6)]).toEqual([status, 'text/html', '<html>']);
  expect(wecom.shown).toHaveLength(shown);
});

test.each([
  ['reset', 0],
  ['reset-before-answer', 1],
  ['cut-answer', 1],
] as const)('faults: %s ends the connection; %i shown', async (kind, shown) => {
  wecom.faults.next({ kind });
  await expect(send()).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(wecom.shown).toHaveLength(shown);
  expect(wecom.attempts).toMatchObject([{ fault: kind, shown: shown === 1 }]);
});

test.each([
  ['silence', 0],
  ['silence-after-showing', 1],
] as const)('faults: %s never answers; %i shown', async (kind, shown) => {
  wecom.faults.next({ kind });
  const gone = new AbortController();
  const silent = callHttps(sendUrl(), wecom.cert, { body: text('a'), signal: gone.signal });
  const given = expect(silent).rejects.toThrow(/aborted/);
  await expect.poll(() => wecom.attempts).toHaveLength(1);
  await expect(send()).resolves.toMatchObject({ status: 200 });
  gone.abort();
  await given;
  expect(wecom.shown.slice(0, -1)).toHaveLength(shown);
});

test('WecomSimulator.onShown, onAttempt: tell of each as it happens, until they are ended', async () => {
  const heard: string[] = [];
  const ends = [
    wecom.onShown(({ number }) => heard.push(`shown ${number}`)),
    wecom.onAttempt(({ errcode }) => heard.push(`attempt ${errcode}`)),
  ];
  await send();
  await send(text(''));
  for (const end of ends) end();
  await send();
  expect(heard).toEqual(['shown 1', 'attempt 0', 'attempt 44004']);
});

test('WecomSimulator.connections: a kept-alive connection counts once', async () => {
  const agent = new Agent({ keepAlive: true });
  const before = wecom.connections();
  for (let count = 0; count < 5; count += 1) await callHttps(sendUrl(), wecom.cert, { body: text('a'), agent });
  expect(wecom.connections() - before).toBe(1);
  agent.destroy();
});

test('startWecomSimulator: a client that does not trust its certificate posts nothing', async () => {
  const stranger = await createCertificate();
  await expect(callHttps(sendUrl(), stranger.cert, { body: text('a') })).rejects.toThrow(
    /self-signed|unable to verify/,
  );
  expect(wecom.attempts).toEqual([]);
});

async function upload(type: string, content: string | Buffer, key = KEY): Promise<Record<string, unknown>> {
  const form = new FormData();
  form.set('media', new File([content], '报告.txt'));
  const encoded = new Response(form);
  const body = Buffer.from(await encoded.arrayBuffer());
  const headers = { 'content-type': encoded.headers.get('content-type') ?? '' };
  const url = `${wecom.baseUrl}/cgi-bin/webhook/upload_media?key=${key}&type=${type}`;
  return { ...parseObject((await callHttps(url, wecom.cert, { body, headers })).body) };
}

test('POST webhook/upload_media: the robot that uploaded a file can send it, another cannot, for three days', async () => {
  const uploaded = await upload('file', 'a report');
  expect(uploaded).toMatchObject({ errcode: 0, errmsg: 'ok', type: 'file', created_at: String(START / 1000) });
  const body = JSON.stringify({ msgtype: 'file', file: { media_id: uploaded['media_id'] } });
  expect(errcodeOf(await send(body))).toBe(0);
  expect(errcodeOf(await send(body, DBA_KEY))).toBe(40007);
  clock.now += 3 * 24 * 60 * 60 * 1000;
  expect(errcodeOf(await send(body))).toBe(40007);
});

test.each([
  [44001, 'an empty part, before the key is looked at', 'file', '', 'wrong'],
  [40058, 'a wrong key', 'file', 'a report', 'wrong'],
  [40004, 'an image', 'image', 'a report', KEY],
  [40006, 'five bytes', 'file', '12345', KEY],
  [301017, 'a voice that is no AMR', 'voice', 'RIFF....', KEY],
  [0, 'an AMR voice', 'voice', '#!AMR\n....', KEY],
])('POST webhook/upload_media: %i for %s', async (errcode, _name, type, content, key) => {
  expect((await upload(type, content, key))['errcode']).toBe(errcode);
});

test('POST webhook/upload_media: 44001 for a body that is not multipart', async () => {
  const url = `${wecom.baseUrl}/cgi-bin/webhook/upload_media?key=${KEY}&type=file`;
  expect(errcodeOf(await callHttps(url, wecom.cert, { body: 'hello' }))).toBe(44001);
});
