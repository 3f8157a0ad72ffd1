import { expect, test } from 'vitest';
import { readSecretSettings } from '../../../scripts/secret-setup/secret-settings.js';

const variable = (name: string): string => `$\u007b${name}}`;
const yml = (settings: string): string => `custom:\n  settings:\n${settings}`;

test('readSecretSettings: puts the stage into a name, and takes the defaults of the region', () => {
  expect(readSecretSettings(yml(`    secretId: wecomrobot/${variable('sls:stage')}\n`), 'prod', 'cn-north-1')).toEqual({
    ...{ secretId: 'wecomrobot/prod', tokensSecretId: '', http: 'iam', wecomBaseUrl: 'https://qyapi.weixin.qq.com' },
  });
  expect(readSecretSettings('service: x', 'prod', 'eu-west-1')).toMatchObject({
    secretId: 'wecomrobot/robots',
    http: 'token',
  });
});

test('readSecretSettings: what only the framework can read is told with what to do', () => {
  expect(() => readSecretSettings(yml(`    secretId: ${variable('env:SECRET')}\n`), 'prod', 'eu-west-1')).toThrow(
    'Cannot read the setting secretId of serverless.yml as it must be the name of a secret, or its complete ARN with the six characters at the end: name the secret with --secret-id, or fix the file',
  );
});
