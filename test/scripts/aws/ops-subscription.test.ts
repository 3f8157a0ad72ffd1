import { SNSClient } from '@aws-sdk/client-sns';
import { afterAll, describe, expect, test } from 'vitest';
import { opsWarning } from '../../../scripts/aws/ops-subscription.js';
import { startSnsEndpoint } from '../../support/sns-endpoint.js';

const ARN = 'arn:aws:sns:ap-southeast-1:111122223333:';
const CONFIRMED = { endpoint: 'one@example.com', arn: `${ARN}ops:0f0e` };
const PENDING = { endpoint: 'two@example.com', arn: 'PendingConfirmation' };
const DELETED = { endpoint: 'three@example.com', arn: 'Deleted' };
const endpoint = await startSnsEndpoint({
  [`${ARN}confirmed`]: [PENDING, CONFIRMED],
  [`${ARN}on-a-later-page`]: [PENDING, DELETED, PENDING, CONFIRMED],
  [`${ARN}pending`]: [PENDING, DELETED],
  [`${ARN}empty`]: [],
});
const sns = new SNSClient({
  endpoint: endpoint.endpoint,
  region: 'ap-southeast-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
afterAll(async () => {
  sns.destroy();
  await endpoint.close();
});

describe('opsWarning', () => {
  test.each(['confirmed', 'on-a-later-page'])('opsWarning: %s, somebody hears', async (topic) => {
    expect(await opsWarning(sns, ARN + topic)).toBeUndefined();
  });

  test.each([
    ['pending', 'two@example.com must confirm the e-mail of AWS Notifications'],
    ['empty', `${ARN}empty has no subscription`],
  ])('opsWarning: %s, nobody hears', async (topic, why) => {
    expect(await opsWarning(sns, ARN + topic)).toBe(`Warning: nobody hears if wecomrobot itself fails: ${why}`);
  });

  test('opsWarning: a topic that may not be looked at is an error', async () => {
    await expect(opsWarning(sns, `${ARN}other`)).rejects.toThrow('not authorized');
  });
});
