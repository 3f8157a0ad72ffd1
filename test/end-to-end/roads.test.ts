import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { functionFile } from '../../local/lambda/function-file.js';
import { textAt } from '../../src/base/json.js';
import { builtFolder, type DeployedFunction, MOBILE, startDeployedFunction } from './deployed-function.js';
import { alarmEvent, albEvent, eventBridgeEvent, httpApiEvent, restApiEvent, snsEvent } from './lambda-events.js';
import { leaks } from './leaks.js';

let lambda: DeployedFunction;

beforeAll(async () => {
  lambda = await startDeployedFunction({ ACCOUNT_NAMES: '111122223333=生产', MENTION_ON_ALARM: '赵敏' });
});
afterAll(() => lambda.close());
beforeEach(() => lambda.wecom.reset());

const contents = () => lambda.wecom.shown.map(({ message }) => textAt(message, 'text', 'content'));
const robots = () => lambda.wecom.shown.map(({ robot }) => robot);
const four = (message: string, over: object = {}) => ({ push_message: message, ...over });
const json = (message: string) => JSON.stringify(four(message));
const curlBody = { contentType: 'application/x-www-form-urlencoded', base64: true };

const ROADS: readonly [string, unknown, readonly string[]][] = [
  ['an SNS record with plain text', snsEvent('sns 纯文本'), ['sns 纯文本']],
  ['an SNS record with the four parameters', snsEvent(json('sns 四参数')), ['sns 四参数']],
  ['an EventBridge event', eventBridgeEvent(four('eventbridge')), ['eventbridge']],
  ['a custom bus, bare', [eventBridgeEvent(four('总线 1')), eventBridgeEvent(four('总线 2'))], ['总线 1', '总线 2']],
  ['a custom bus, under Data', [{ Data: eventBridgeEvent(four('总线 3')) }], ['总线 3']],
  ['a plain invocation with text', '直接调用', ['直接调用']],
  ['a plain invocation with the four parameters', four('四参数'), ['四参数']],
  ['a plain invocation in camelCase', { pushMessage: '驼峰' }, ['驼峰']],
  ['REST API', restApiEvent({ body: json('rest') }), ['rest']],
  ['HTTP API', httpApiEvent({ body: json('http api') }), ['http api']],
  ['ALB', albEvent({ body: json('alb') }), ['alb']],
  ['curl -d without a Content-Type', httpApiEvent({ ...curlBody, body: json('curl') }), ['curl']],
  ['a text body', httpApiEvent({ contentType: 'text/plain', body: '正文' }), ['正文']],
];

test.each(ROADS)('handler: %s is shown', async (_name, event, shown) => {
  await lambda.invoke(event);
  expect(contents()).toEqual(shown);
});

test('handler: an alarm that invokes the function says state, name and account, and mentions whom the setting names', async () => {
  await lambda.invoke(alarmEvent('支付网关 5xx'));
  expect(contents()).toHaveLength(1);
  for (const words of ['🔴', '支付网关 5xx', '生产', 'ap-southeast-1', 'console.aws.amazon.com']) {
    expect(contents()[0]).toContain(words);
  }
  expect(lambda.wecom.shown[0]?.mentions).toEqual({ all: false, mobiles: [MOBILE], userIds: [] });
});

test.each([
  [{}, { all: false, mobiles: [] }],
  [{ is_at_all: 1 }, { all: true, mobiles: [] }],
  [
    { is_at_all: 0, at_mobiles: '13800138000, 13900139000' },
    { all: false, mobiles: ['13800138000', '13900139000'] },
  ],
  [
    { is_at_all: '1', at_mobiles: ['赵敏'] },
    { all: true, mobiles: [MOBILE] },
  ],
])('handler: %j mentions whom it says', async (parameters, mentions) => {
  await lambda.invoke(four('提醒', parameters));
  expect(lambda.wecom.shown).toMatchObject([{ mentions }]);
});

test('handler: a robot is chosen by name', async () => {
  await lambda.invoke(four('给 DBA', { robot: 'dba' }));
  expect(robots()).toEqual(['dba']);
});

test('handler: an unknown robot of an event that nobody answers goes to the default group, with a word', async () => {
  await lambda.invoke(snsEvent(JSON.stringify(four('找不到组', { robot: 'nobody' }))));
  expect(robots()).toEqual(['default']);
  expect(contents()[0]).toContain('未找到机器人“nobody”');
});

test('handler: a long text comes in parts, in order, the mention on the last', async () => {
  await lambda.invoke(four('很长的一行文字。\n'.repeat(300), { at_mobiles: '13800138000' }));
  expect(lambda.wecom.shown.length).toBeGreaterThan(2);
  expect(lambda.wecom.attempts.every(({ errcode }) => errcode === 0)).toBe(true);
  const last = lambda.wecom.shown.length - 1;
  for (const [index, { mentions }] of lambda.wecom.shown.entries()) {
    expect(contents()[index]).toContain(`(${index + 1}/${last + 1})`);
    expect(mentions.mobiles).toEqual(index === last ? ['13800138000'] : []);
  }
});

test('handler: the same occurrence a second time posts nothing, whichever road it comes by', async () => {
  const twice = [
    snsEvent('一次', 'f3c0fdc0-0000-5000-8000-000000000001'),
    snsEvent('一次', 'f3c0fdc0-0000-5000-8000-000000000001'),
  ];
  for (const event of [...twice, alarmEvent('重复'), alarmEvent('重复')]) await lambda.invoke(event);
  expect(lambda.wecom.attempts).toHaveLength(2);
});

test('handler: one kept-alive connection serves many messages', async () => {
  await lambda.invoke('第一条');
  const connections = lambda.wecom.connections();
  for (let count = 0; count < 15; count += 1) await lambda.invoke(`第 ${count} 条`);
  expect(lambda.wecom.shown).toHaveLength(16);
  expect(lambda.wecom.connections()).toBe(connections);
});

test('handler: the secret is read once for all of this', () => {
  expect(lambda.secretsManager.requests.filter(({ error }) => error === '').length).toBeLessThanOrEqual(2);
});

test('handler: an event nobody recognises is an error that names its keys and no values', async () => {
  await expect(lambda.invoke({ key1: 'a value', colour: 'red' })).rejects.toMatchObject({
    errorType: 'UnrecognisedEventError',
    message: expect.stringMatching(/^(?!.*a value).*key1.*colour/),
  });
  expect(lambda.wecom.attempts).toEqual([]);
});

test('handler: every line it wrote is JSON, counts what it did, and shows nothing secret or private', async () => {
  expect(lambda.lines.length).toBeGreaterThan(20);
  for (const line of lambda.lines) expect(() => JSON.parse(line)).not.toThrow();
  expect(lambda.lines.join('\n')).toContain('"_aws"');
  expect(leaks(lambda.lines, ['sns 纯文本', '四参数', '直接调用', '正文'])).toEqual([]);
});

test('bundle: holds none of the keys and nothing of local/', async () => {
  const bundle = await readFile(functionFile(await builtFolder(), 'direct'), 'utf8');
  expect(leaks([bundle], ['simulator'])).toEqual([]);
});
