import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sampleKey } from '../../local/secrets-manager/sample-secret.js';
import { type DeployedFunction, KEYS, SECRET_ID, secretWith, startDeployedFunction } from './deployed-function.js';
import { eventBridgeEvent, httpApiEvent, snsEvent } from './lambda-events.js';
import { leaks } from './leaks.js';

let lambda: DeployedFunction;

beforeAll(async () => {
  lambda = await startDeployedFunction();
});
afterAll(() => lambda.close());
beforeEach(() => lambda.wecom.reset());

const thrown: string[] = [];

/** What the handler throws, or `undefined` where it does not. */
async function failureOf(event: unknown, timeoutMs?: number): Promise<unknown> {
  try {
    await lambda.invoke(event, timeoutMs);
    return undefined;
  } catch (error) {
    thrown.push(String(error));
    return error;
  }
}

const NOT_DELIVERED = { failure: 'function', errorType: 'NotDeliveredError' };
const errcodes = () => lambda.wecom.attempts.map(({ errcode }) => errcode);
const toGone = JSON.stringify({ push_message: '你好', robot: 'gone' });

test('handler: a key that WeCom does not know throws, so that Lambda keeps the event, and says the code', async () => {
  expect(await failureOf(snsEvent(toGone))).toMatchObject({
    ...NOT_DELIVERED,
    message: expect.stringContaining('refused wecom:93000'),
  });
  expect(lambda.wecom.shown).toEqual([]);
});

test('handler: a key that WeCom does not know is answered 502 by HTTP', async () => {
  expect(await lambda.invoke(httpApiEvent({ body: toGone }))).toMatchObject({ statusCode: 502 });
});

test('handler: 45009 throws at once, without another try', async () => {
  lambda.wecom.faults.keep({ kind: 45009 });
  expect(await failureOf(snsEvent('满了'))).toMatchObject(NOT_DELIVERED);
  expect(errcodes()).toEqual([45009]);
});

test('handler: the 21st message of a minute throws, and comes when Lambda tries again a minute later', async () => {
  for (let count = 0; count < 20; count += 1) await lambda.invoke(`第 ${count} 条`);
  const event = snsEvent('第 21 条');
  expect(await failureOf(event)).toMatchObject(NOT_DELIVERED);
  lambda.wecom.reset();
  await lambda.invoke(event);
  expect(lambda.wecom.shown).toHaveLength(1);
});

test.each(['html-502', 'html-503', 'html-429'] as const)('handler: %s throws', async (kind) => {
  lambda.wecom.faults.keep({ kind });
  expect(await failureOf(snsEvent('你好'), 3000)).toMatchObject(NOT_DELIVERED);
  expect(lambda.wecom.shown).toEqual([]);
});

test('handler: silence throws before the time is up', async () => {
  lambda.wecom.faults.next({ kind: 'silence' });
  expect(await failureOf(eventBridgeEvent({ push_message: '你好' }), 5000)).toMatchObject(NOT_DELIVERED);
});

test.each(['reset', 'reset-before-answer', 'cut-answer', 'html-200'] as const)(
  'handler: after one %s the message is shown, by this or by the next invocation',
  async (kind) => {
    lambda.wecom.faults.next({ kind });
    const event = snsEvent('你好');
    const error = await failureOf(event);
    if (error !== undefined) {
      expect(error).toMatchObject(NOT_DELIVERED);
      await lambda.invoke(event);
    }
    expect(lambda.wecom.shown.length).toBeGreaterThan(0);
  },
);

test('handler: of two records only the one that failed is posted again', async () => {
  const [first, second] = [snsEvent('甲'), snsEvent('乙')] as [{ Records: object[] }, { Records: object[] }];
  const both = { Records: [...first.Records, ...second.Records] };
  await lambda.invoke('热身');
  lambda.wecom.reset();
  lambda.wecom.faults.next({ kind: 45009 });
  expect(await failureOf(both)).toMatchObject(NOT_DELIVERED);
  await lambda.invoke(both);
  const texts = lambda.wecom.shown.map(({ message }) => JSON.stringify(message['text']));
  expect(texts.filter((text) => text.includes('甲'))).toHaveLength(1);
  expect(texts.filter((text) => text.includes('乙'))).toHaveLength(1);
});

test('handler: no line and no error shows a key, a token, a mobile or a message', () => {
  expect(lambda.lines.length).toBeGreaterThan(0);
  expect(thrown.length).toBeGreaterThan(0);
  const messages = ['你好', '热身', '第 21 条'];
  expect(leaks(lambda.lines, messages)).toEqual([]);
  // Lambda's on-failure destination keeps the error: WeCom's errmsg holds our address and belongs in the log alone.
  expect(leaks(thrown, [...messages, 'from ip'])).toEqual([]);
});

test('handler: a new key in the secret is read and used as soon as WeCom answers 93000', async () => {
  const rotating = await startDeployedFunction();
  await rotating.invoke('旧钥匙');
  rotating.wecom.revoke(KEYS.default);
  rotating.wecom.allow(sampleKey(9), 'default');
  rotating.secretsManager.setSecret(SECRET_ID, secretWith({ ...KEYS, default: sampleKey(9) }));
  await rotating.invoke('新钥匙');
  expect(rotating.wecom.shown).toHaveLength(2);
  expect(rotating.wecom.attempts.map(({ errcode }) => errcode)).toEqual([0, 93000, 0]);
  expect(leaks(rotating.lines, [sampleKey(9)])).toEqual([]);
  await rotating.close();
});

test.each(['AccessDeniedException', 'ResourceNotFoundException', 'DecryptionFailure'] as const)(
  'handler: %s throws and names the secret; the message comes once it can be read',
  async (error) => {
    const denied = await startDeployedFunction({ ROBOT_SECRET_ID: 'wecomrobot/other' });
    if (error !== 'ResourceNotFoundException') denied.secretsManager.setSecret('wecomrobot/other', { error });
    const event = snsEvent('你好');
    await expect(denied.invoke(event)).rejects.toMatchObject({
      failure: 'function',
      message: expect.stringContaining('wecomrobot/other'),
    });
    denied.secretsManager.setSecret('wecomrobot/other', secretWith());
    await denied.invoke(event);
    expect(denied.wecom.shown).toHaveLength(1);
    await denied.close();
  },
);
