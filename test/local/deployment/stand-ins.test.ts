import { existsSync, readFileSync } from 'node:fs';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, test } from 'vitest';
import { startStandIns } from '../../../local/deployment/stand-ins.js';
import { sampleKey, sampleSecret } from '../../../local/secrets-manager/sample-secret.js';
import { callHttps } from '../wecom/client.js';

test('startStandIns: its environment variables lead to both stand-ins, and closing leaves nothing behind', async () => {
  const keys = { default: sampleKey(1) };
  const standIns = await startStandIns({ keys: { [keys.default]: 'default' }, secrets: { a: sampleSecret(keys) } });
  const env = standIns.environment('a');
  const caFile = env['NODE_EXTRA_CA_CERTS'] ?? '';

  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const endpoint = env['AWS_ENDPOINT_URL_SECRETS_MANAGER'] ?? '';
  const client = new SecretsManagerClient({ region: 'ap-southeast-1', endpoint, credentials });
  const secret = await client.send(new GetSecretValueCommand({ SecretId: env['ROBOT_SECRET_ID'] }));
  const key = JSON.parse(secret.SecretString ?? '').robots.default;

  const body = '{"msgtype":"text","text":{"content":"你好"}}';
  const url = `${env['WECOM_BASE_URL']}/cgi-bin/webhook/send?key=${key}`;
  expect((await callHttps(url, readFileSync(caFile, 'utf8'), { body })).body).toBe('{"errcode":0,"errmsg":"ok"}');

  client.destroy();
  await standIns.close();
  expect(existsSync(caFile)).toBe(false);
  await expect(callHttps(url, standIns.wecom.cert, { body })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
