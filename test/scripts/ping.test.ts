import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textAt } from '../../src/base/json.js';
import { type DeployedFunction, KEYS, startDeployedFunction } from '../end-to-end/deployed-function.js';
import { type LambdaEndpoint, startLambdaEndpoint } from '../support/lambda-endpoint.js';
import { runScript } from '../support/run-script.js';
import { type SnsEndpoint, startSnsEndpoint } from '../support/sns-endpoint.js';
import { type StackEndpoint, startStackEndpoint } from '../support/stack-endpoint.js';

const TOPIC = 'arn:aws:sns:ap-southeast-1:111122223333:ops';
/** Stages by the state of their ops topic. */
const STAGES = ['prod', 'open', 'quiet', 'denied', 'old'];

let deliver: DeployedFunction;
let lambda: LambdaEndpoint;
let stacks: StackEndpoint;
let sns: SnsEndpoint;
beforeAll(async () => {
  deliver = await startDeployedFunction();
  const functions = STAGES.map((stage) => [`wecomrobot-${stage}-deliver`, (event: unknown) => deliver.invoke(event)]);
  lambda = await startLambdaEndpoint(Object.fromEntries(functions));
  stacks = await startStackEndpoint({
    'wecomrobot-prod': { OpsTopicArn: `${TOPIC}-prod` },
    'wecomrobot-open': { OpsTopicArn: `${TOPIC}-open` },
    'wecomrobot-denied': { OpsTopicArn: `${TOPIC}-denied` },
    'wecomrobot-quiet': { OpsTopicArn: 'none' },
    'wecomrobot-old': {},
  });
  sns = await startSnsEndpoint({
    [`${TOPIC}-prod`]: [{ endpoint: 'ops@example.com', arn: `${TOPIC}-prod:0f0e` }],
    [`${TOPIC}-open`]: [{ endpoint: 'ops@example.com', arn: 'PendingConfirmation' }],
  });
});
afterAll(() => Promise.all([deliver, lambda, stacks, sns].map((one) => one.close())));

const ping = (...args: readonly string[]) =>
  runScript('scripts/ping.ts', args, {
    AWS_ENDPOINT_URL_CLOUDFORMATION: stacks.endpoint,
    AWS_ENDPOINT_URL_LAMBDA: lambda.endpoint,
    AWS_ENDPOINT_URL_SNS: sns.endpoint,
  });

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

  test.each([
    ['open', 'Warning: nobody hears if wecomrobot itself fails: ops@example.com must confirm'],
    ['denied', 'Warning: cannot tell if somebody hears when wecomrobot itself fails: the permission is missing'],
    ['old', 'has no output OpsTopicArn: deploy it with this version'],
  ])('npm run ping: of the stage %s it warns that nobody may hear of trouble, and succeeds', async (stage, warning) => {
    const { code, out, err } = await ping('--stage', stage);
    expect([code, out.trim()]).toEqual([0, expect.stringContaining('the group of default shows')]);
    expect(err).toContain(warning);
  });

  test('npm run ping: where opsEmail is none, it does not warn', async () => {
    expect(await ping('--stage', 'quiet')).toMatchObject({ code: 0, err: '' });
  });

  test('npm run ping: a stage that is not deployed is told with what to do', async () => {
    expect(await ping('--stage', 'test')).toMatchObject({
      code: 1,
      said: 'Cannot ping wecomrobot-test-deliver as it is not in this account and region: deploy it, or set --stage and --region (ResourceNotFoundException)',
    });
  });
});
