import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { SendMessageBatchCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSecretsManager, createSilentSqs, createSqs } from '../../src/aws/clients.js';
import { systemClock } from '../../src/base/clock.js';
import { HttpsPool } from '../../src/base/https-pool.js';
import { objectAt, textAt } from '../../src/base/json.js';

/** Whoever reads AWS's files is led astray. */
const ASTRAY = '[default]\nendpoint_url = https://127.0.0.1:1\nuse_fips_endpoint = true\n';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecomrobot-aws-'));
  await writeFile(join(folder, 'config'), ASTRAY);
});
beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'config'));
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rm(folder, { recursive: true }));

interface Client {
  readonly middlewareStack: {
    add(
      middleware: () => (args: { readonly request: unknown }) => Promise<never>,
      options: { readonly step: 'deserialize'; readonly priority: 'low' },
    ): void;
  };
}

/** The request that would be sent, taken where it would leave. */
async function requestOf({ middlewareStack }: Client, send: () => Promise<unknown>): Promise<unknown> {
  let taken: unknown;
  middlewareStack.add(
    () => async (args) => {
      taken = args.request;
      throw new Error('not sent');
    },
    { step: 'deserialize', priority: 'low' },
  );
  await expect(send()).rejects.toThrow('not sent');
  return taken;
}

describe('createSecretsManager', () => {
  test.each([
    ['ap-southeast-1', 'secretsmanager.ap-southeast-1.amazonaws.com'],
    ['cn-north-1', 'secretsmanager.cn-north-1.amazonaws.com.cn'],
  ])('in %s asks %s, signed, whatever the files of AWS say', async (region, host) => {
    const client = createSecretsManager(region, systemClock).client();
    const request = await requestOf(client, () => client.send(new GetSecretValueCommand({ SecretId: 'a' })));
    expect(textAt(request, 'hostname')).toBe(host);
    expect(textAt(request, 'headers', 'authorization')).toContain(`/${region}/secretsmanager/aws4_request`);
  });

  test('asks elsewhere where AWS_ENDPOINT_URL_SECRETS_MANAGER says so', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', 'https://127.0.0.1:4566');
    const client = createSecretsManager('ap-southeast-1', systemClock).client();
    const request = await requestOf(client, () => client.send(new GetSecretValueCommand({ SecretId: 'a' })));
    expect(request).toMatchObject({ hostname: '127.0.0.1', port: 4566 });
  });
});

describe('warm', () => {
  const opened = () => vi.spyOn(HttpsPool.prototype, 'warm').mockReturnValue();
  afterEach(() => vi.restoreAllMocks());

  test.each([
    ['ap-southeast-1', 'secretsmanager.ap-southeast-1.amazonaws.com'],
    ['cn-north-1', 'secretsmanager.cn-north-1.amazonaws.com.cn'],
  ])('of Secrets Manager in %s opens a connection to %s', (region, host) => {
    const warm = opened();
    createSecretsManager(region, systemClock).warm();
    expect(warm.mock.calls).toEqual([[{ host, port: 443, servername: host }]]);
  });

  test('of SQS opens a connection to its queue', () => {
    const warm = opened();
    createSqs('cn-north-1', 'https://sqs.cn-north-1.amazonaws.com.cn/111122223333/q.fifo', systemClock).warm();
    const host = 'sqs.cn-north-1.amazonaws.com.cn';
    expect(warm.mock.calls).toEqual([[{ host, port: 443, servername: host }]]);
  });

  test('opens none over plain HTTP, which is no road of ours', () => {
    const warm = opened();
    vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', 'http://127.0.0.1:4566');
    createSecretsManager('ap-southeast-1', systemClock).warm();
    expect(warm).not.toHaveBeenCalled();
  });

  test('throws where the region is no valid one', () => {
    opened();
    vi.spyOn(console, 'error').mockReturnValue(); // The SDK says so there too.
    expect(() => createSecretsManager('not a region', systemClock).warm()).toThrow('Invalid URL');
  });
});

describe('createSqs', () => {
  test.each([
    ['ap-southeast-1', 'https://sqs.ap-southeast-1.amazonaws.com/111122223333/q.fifo'],
    ['cn-north-1', 'https://sqs.cn-north-1.amazonaws.com.cn/111122223333/q.fifo'],
  ])('in %s asks the host of its queue, signed, whatever the files of AWS say', async (region, QueueUrl) => {
    const client = createSqs(region, QueueUrl, systemClock).client();
    const request = await requestOf(client, () => client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'a' })));
    expect(textAt(request, 'hostname')).toBe(new URL(QueueUrl).host);
    expect(objectAt(request, 'headers')['authorization']).toContain(`/${region}/sqs/aws4_request`);
  });
});

describe('createSilentSqs', () => {
  const QueueUrl = 'https://sqs.ap-southeast-1.amazonaws.com/111122223333/q.fifo';
  const send = (texts: readonly string[]) => {
    const Entries = texts.map((MessageBody, index) => ({ Id: String(index), MessageBody, MessageGroupId: 'default' }));
    return createSilentSqs('ap-southeast-1', systemClock).send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  };

  test('accepts every message of a batch, with the checksum that AWS’s client compares', async () => {
    const { Successful, Failed } = await send(['{}', '告警 \ud83d\udd34', 'x'.repeat(100_000)]);
    expect(Successful?.map(({ Id }) => Id)).toEqual(['0', '1', '2']);
    expect(Failed).toBeUndefined();
  });

  test('opens no connection', async () => {
    const connect = vi.spyOn(HttpsPool.prototype, 'createConnection');
    await send(['{}']);
    expect(connect).not.toHaveBeenCalled();
  });
});
