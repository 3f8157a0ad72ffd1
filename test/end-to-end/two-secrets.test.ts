import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Deployment, startDeployment } from '../../local/deployment/deployment.js';
import { scaledTime } from '../../local/time/scaled-time.js';
import { parseObject, textAt } from '../../src/base/json.js';
import { builtFolder, KEYS, SECRET_ID } from './deployed-function.js';
import { httpApiEvent } from './lambda-events.js';

const TOKENS_SECRET_ID = 'wecomrobot/tokens';
const TOKEN = '5f2d7b1c9e5f2d7b1c9e5f2d7b1c9e5f';
const LIMITED = 'a0c3e5f7a0c3e5f7a0c3e5f7a0c3e5f7';
const httpTokens = [TOKEN, { token: LIMITED, robots: ['dba'] }];

let deployment: Deployment;

/** Both functions, each with a secret of its own. */
async function start(robots?: readonly string[]): Promise<void> {
  deployment = await startDeployment({
    functionFolder: await builtFolder(),
    secretId: SECRET_ID,
    tokensSecretId: TOKENS_SECRET_ID,
    time: scaledTime(10),
    notifyTimeoutMs: 10 * 60_000,
    keys: { [KEYS.default]: 'default', [KEYS.dba]: 'dba' },
    secrets: {
      [SECRET_ID]: JSON.stringify({ robots: KEYS }),
      [TOKENS_SECRET_ID]: JSON.stringify({ httpTokens, robots }),
    },
  });
}

/** What the door answers, and after that the group and the text that it shows. */
async function push(token: string, fields: object = {}) {
  const body = JSON.stringify({ push_message: '你好', ...fields });
  const answer = await deployment.notify(httpApiEvent({ authorization: `Bearer ${token}`, body }));
  await deployment.drained();
  const shown = deployment.wecom.shown.map(({ robot, message }) => `${robot}: ${textAt(message, 'text', 'content')}`);
  return {
    status: textAt(answer, 'statusCode'),
    reason: textAt(parseObject(textAt(answer, 'body') ?? ''), 'reason'),
    shown,
  };
}

beforeAll(() => start());
afterAll(() => deployment.close());
beforeEach(() => deployment.wecom.reset());

test('two secrets: a token lets in, and each function has read its own secret only', async () => {
  expect(await push(TOKEN, { robot: 'dba' })).toEqual({ status: '202', shown: ['dba: 你好'] });
  expect(await push('another-token')).toMatchObject({ status: '401', shown: ['dba: 你好'] });
  const read = deployment.secretsManager.requests.map(({ secretId }) => secretId);
  expect(new Set(read)).toEqual(new Set([SECRET_ID, TOKENS_SECRET_ID]));
  expect(read.filter((id) => id === TOKENS_SECRET_ID)).toHaveLength(1);
});

test('two secrets: without a list an unknown robot is taken, and the default group reads so', async () => {
  expect(await push(TOKEN, { robot: 'nobody' })).toEqual({
    status: '202',
    shown: [expect.stringMatching(/^default: ⚠️.*nobody.*\n你好$/)],
  });
});

test('two secrets: a limited token is held to its own list', async () => {
  expect(await push(LIMITED)).toMatchObject({ status: '202', shown: ['dba: 你好'] });
  expect(await push(LIMITED, { robot: 'default' })).toMatchObject({ status: '403', shown: ['dba: 你好'] });
});

test('two secrets: with a list an unknown robot is the caller’s mistake', async () => {
  await deployment.close();
  await start(['dba']);
  expect(await push(TOKEN, { robot: 'dba' })).toMatchObject({ status: '202' });
  expect(await push(TOKEN, { robot: 'nobody' })).toEqual({
    status: '400',
    reason: 'Cannot use robot as the secret must hold its name: current value is "nobody"',
    shown: ['dba: 你好'],
  });
});
