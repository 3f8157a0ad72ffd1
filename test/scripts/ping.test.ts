import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textAt } from '../../src/base/json.js';
import { type DeployedFunction, KEYS, startDeployedFunction } from '../end-to-end/deployed-function.js';
import { type LambdaEndpoint, startLambdaEndpoint } from '../support/lambda-endpoint.js';
import { runScript } from '../support/run-script.js';

let deliver: DeployedFunction;
let lambda: LambdaEndpoint;
beforeAll(async () => {
  deliver = await startDeployedFunction();
  lambda = await startLambdaEndpoint({ 'wecomrobot-prod-deliver': (event) => deliver.invoke(event) });
});
afterAll(() => Promise.all([deliver.close(), lambda.close()]));

const ping = (...args: readonly string[]) =>
  runScript('scripts/ping.ts', args, { AWS_ENDPOINT_URL_LAMBDA: lambda.endpoint });

describe('npm run ping', () => {
  test('npm run ping: the group shows the test message, and the command says so', async () => {
    const before = deliver.wecom.shown.length;
    expect(await ping('--stage', 'prod')).toMatchObject({
      code: 0,
      said: 'WeCom accepted it (errcode 0): the group of default shows ✅ 测试消息',
    });
    const [shown, ...others] = deliver.wecom.shown.slice(before);
    expect(textAt(shown, 'robot')).toBe('default');
    expect(JSON.stringify(shown)).toContain('✅ 测试消息');
    expect(others).toEqual([]);
  });

  test('npm run ping: --robot names the group', async () => {
    expect(await ping('--stage', 'prod', '--robot', 'dba')).toMatchObject({ code: 0 });
    expect(textAt(deliver.wecom.shown.at(-1), 'robot')).toBe('dba');
  });

  test('npm run ping: what WeCom refuses is told with its errcode, and never with the key', async () => {
    deliver.wecom.revoke(KEYS.default);
    const { code, said } = await ping('--stage', 'prod');
    deliver.wecom.allow(KEYS.default, 'default');
    expect(code).toBe(1);
    expect(said).toContain('93000');
    expect(said).not.toContain(KEYS.default);
  });

  test('npm run ping: a stage that is not deployed is told with what to do', async () => {
    expect(await ping('--stage', 'test')).toMatchObject({
      code: 1,
      said: 'Cannot ping wecomrobot-test-deliver as it is not in this account and region: deploy it, or set --stage and --region',
    });
  });
});
