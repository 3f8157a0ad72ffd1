import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCertificate } from '../../../local/net/certificate.js';
import type { SecretError } from '../../../local/secrets-manager/secret-store.js';
import { type SecretsManager, startSecretsManager } from '../../../local/secrets-manager/secrets-manager.js';
import { parseObject } from '../../../src/base/json.js';
import { callHttps } from '../wecom/client.js';

const START = Date.UTC(2026, 10, 1);
const clock = { now: () => START, sleep: async () => undefined, after: () => () => undefined };
let secretsManager: SecretsManager;
let client: SecretsManagerClient;

beforeEach(async () => {
  secretsManager = await startSecretsManager({ secrets: { 'wecom/robots': 'the key' }, clock });
  client = new SecretsManagerClient({
    region: 'ap-southeast-1',
    endpoint: secretsManager.endpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
});
afterEach(async () => {
  client.destroy();
  await secretsManager.close();
});

const read = (SecretId: string, VersionStage?: 'AWSCURRENT' | 'AWSPREVIOUS') =>
  client.send(new GetSecretValueCommand({ SecretId, ...(VersionStage && { VersionStage }) }));

const ARN = 'arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:wecom/robots';

test.each(['wecom/robots', ARN, `${ARN}-AbCdEf`])(
  'GetSecretValue: the real client reads the secret by %s',
  async (id) => {
    const { $metadata, ...secret } = await read(id);
    expect($metadata.httpStatusCode).toBe(200);
    expect(secret).toEqual({
      ARN: `${ARN}-AbCdEf`,
      Name: 'wecom/robots',
      SecretString: 'the key',
      VersionId: '00000000-0000-4000-8000-000000000001',
      VersionStages: ['AWSCURRENT'],
      CreatedDate: new Date(START),
    });
    expect(secretsManager.requests).toEqual([{ secretId: id, at: START, error: '' }]);
  },
);

test('setSecret: the next read has the new version, AWSPREVIOUS the one before', async () => {
  await expect(read('wecom/robots', 'AWSPREVIOUS')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  secretsManager.setSecret('wecom/robots', 'a new key');
  expect((await read('wecom/robots')).SecretString).toBe('a new key');
  expect((await read('wecom/robots', 'AWSPREVIOUS')).SecretString).toBe('the key');
});

test('setSecret: bytes come as SecretBinary and no SecretString', async () => {
  secretsManager.setSecret('binary', Buffer.from('a key'));
  const { SecretBinary, SecretString } = await read('binary');
  expect(Buffer.from(SecretBinary ?? []).toString()).toBe('a key');
  expect(SecretString).toBeUndefined();
});

const ERRORS: readonly (readonly [SecretError, number])[] = [
  ['AccessDeniedException', 400],
  ['DecryptionFailure', 400],
  ['InvalidRequestException', 400],
  ['InvalidParameterException', 400],
  ['InternalServiceError', 500],
  ['ThrottlingException', 400],
];

test.each(ERRORS)('GetSecretValue: %s reaches the real client with status %i', async (error, status) => {
  secretsManager.setSecret('wecom/robots', { error });
  await expect(read('wecom/robots')).rejects.toMatchObject({ name: error, $metadata: { httpStatusCode: status } });
  expect(secretsManager.requests).toMatchObject([{ error }]);
});

test('GetSecretValue: a secret that does not exist is ResourceNotFoundException', async () => {
  await expect(read('other')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('GetSecretValue: the message of an error can be given', async () => {
  secretsManager.setSecret('wecom/robots', { error: 'AccessDeniedException', message: 'Access to KMS is not allowed' });
  await expect(read('wecom/robots')).rejects.toThrow('Access to KMS is not allowed');
});

test('faults: the request that hangs or is reset has no answer, and the next one has', async () => {
  secretsManager.faults.next({ kind: 'hang' });
  secretsManager.faults.next({ kind: 'reset' });
  const gone = new AbortController();
  const hanging = client.send(new GetSecretValueCommand({ SecretId: ARN }), { abortSignal: gone.signal });
  const given = expect(hanging).rejects.toThrow(/aborted/i);
  await expect.poll(() => secretsManager.requests).toHaveLength(1);
  await expect(read('wecom/robots')).rejects.toMatchObject({ code: 'ECONNRESET' });
  gone.abort();
  await given;
  expect((await read('wecom/robots')).SecretString).toBe('the key');
  expect(secretsManager.requests.map(({ error }) => error)).toEqual(['hang', 'reset', '']);
});

test.each(['AccessDeniedException', 'ThrottlingException', 'InternalServiceError'] as const)(
  'faults: %s is answered for the secret it names, by name or ARN, and for no other',
  async (kind) => {
    secretsManager.setSecret('other', 'another key');
    secretsManager.faults.keep({ kind, of: 'wecom/robots' });
    await expect(read('wecom/robots')).rejects.toMatchObject({ name: kind });
    await expect(read(`${ARN}-AbCdEf`)).rejects.toMatchObject({ name: kind });
    expect((await read('other')).SecretString).toBe('another key');
    secretsManager.faults.clear();
    expect((await read('wecom/robots')).SecretString).toBe('the key');
  },
);

test.each([
  ['an unsigned request', { 'x-amz-target': 'secretsmanager.GetSecretValue' }, 'MissingAuthenticationTokenException'],
  ['another operation', { 'x-amz-target': 'secretsmanager.DeleteSecret' }, 'UnknownOperationException'],
])('startSecretsManager: refuses %s', async (_name, headers, error) => {
  const response = await fetch(secretsManager.endpoint, {
    method: 'POST',
    headers,
    body: '{"SecretId":"wecom/robots"}',
  });
  expect([response.status, await response.json()]).toMatchObject([400, { __type: error }]);
});

test('startSecretsManager: speaks HTTPS with a certificate', async () => {
  const certificate = await createCertificate();
  const secure = await startSecretsManager({ secrets: {}, certificate });
  const headers = {
    'x-amz-target': 'secretsmanager.GetSecretValue',
    authorization: 'AWS4-HMAC-SHA256 Credential=local',
  };
  const answer = await callHttps(secure.endpoint, certificate.cert, { body: '{"SecretId":"a"}', headers });
  expect(parseObject(answer.body)).toMatchObject({ __type: 'ResourceNotFoundException' });
  await secure.close();
});
