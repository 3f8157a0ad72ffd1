import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type StandIns, startStandIns } from '../../local/deployment/stand-ins.js';
import { sampleKey } from '../../local/secrets-manager/sample-secret.js';
import { runScript } from '../support/run-script.js';

const [KEY, OTHER] = [sampleKey(1), sampleKey(2)];
const TOKEN = 'a-long-random-token-of-the-door';
const NAME = 'wecomrobot/robots';
const FULL = { robots: { default: KEY }, httpTokens: [TOKEN], people: { 王芳: '13800138000' } };

let standIns: StandIns;
beforeAll(async () => {
  standIns = await startStandIns({
    keys: { [KEY]: 'default', [OTHER]: 'other' },
    secrets: { full: JSON.stringify(FULL) },
  });
});
beforeEach(() => {
  standIns.secretsManager.setSecret('full', JSON.stringify(FULL));
  standIns.secretsManager.faults.clear();
});
afterAll(() => standIns.close());

/** Runs the command with something piped in. Whatever happens, it shows nothing that is secret. */
async function secret(input: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const ended = await runScript('scripts/secret.ts', args, { ...standIns.environment(''), ...env }, input);
  for (const value of [KEY, OTHER, TOKEN, '13800138000']) expect(ended.said).not.toContain(value);
  return ended;
}

async function stored(SecretId: string): Promise<unknown> {
  const client = new SecretsManagerClient({
    region: 'ap-southeast-1',
    endpoint: standIns.secretsManager.endpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId }));
  return JSON.parse(SecretString ?? '');
}

const urlOf = (key: string): string => `${standIns.wecom.baseUrl}/cgi-bin/webhook/send?key=${key}`;

describe('npm run secret, piped in', () => {
  test('npm run secret: creates the secret of serverless.yml from a webhook URL, and makes a token if asked', async () => {
    const { code, out } = await secret(`${urlOf(KEY)}\n`, ['--token']);
    expect([code, out.split('\n')]).toEqual([
      0,
      [
        'Region ap-southeast-1',
        `The secret ${NAME} does not exist yet`,
        'It will hold the robot default; 1 token',
        `Created arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:${NAME}-AbCdEf`,
        '',
      ],
    ]);
    expect(await stored(NAME)).toEqual({
      robots: { default: KEY },
      httpTokens: [expect.stringMatching(/^[0-9a-f]{64}$/)],
    });
  });

  test('npm run secret: adds a robot, and leaves the others, tokens and people', async () => {
    const { code, said } = await secret(OTHER, ['--secret-id', 'full', '--robot', 'dba']);
    expect([code, said]).toEqual([
      0,
      expect.stringContaining('It will then hold the robots default, dba; 1 token; the people 王芳'),
    ]);
    expect(await stored('full')).toEqual({ ...FULL, robots: { default: KEY, dba: OTHER } });
  });

  test('npm run secret: replaces a key only if that was said', async () => {
    const refused = await secret(OTHER, ['--secret-id', 'full']);
    expect([refused.code, refused.err.trim()]).toEqual([
      1,
      'Cannot add the robots as these have other keys already: add --replace if that is meant: current value is default',
    ]);
    expect(await stored('full')).toEqual(FULL);
    expect((await secret(OTHER, ['--secret-id', 'full', '--replace'])).code).toBe(0);
    expect(await stored('full')).toEqual({ ...FULL, robots: { default: OTHER } });
  });

  test('npm run secret: the same key again changes nothing, in its URL neither', async () => {
    const { code, said } = await secret(urlOf(KEY), ['--secret-id', 'full']);
    expect([code, said]).toEqual([0, expect.stringMatching(/Nothing to change$/)]);
  });

  test('npm run secret: --dry-run says what would be, and writes nothing', async () => {
    const { code, said } = await secret(OTHER, ['--secret-id', 'full', '--robot', 'dba', '--dry-run']);
    expect([code, said]).toEqual([0, expect.stringMatching(/Dry run: nothing is written$/)]);
    expect(await stored('full')).toEqual(FULL);
  });

  test('npm run secret: --test shows the message in the group, and a key that WeCom refuses is not written', async () => {
    const before = standIns.wecom.shown.length;
    const good = await secret(OTHER, ['--secret-id', 'full', '--robot', 'dba', '--test']);
    expect([good.code, good.said]).toEqual([0, expect.stringContaining('the group of dba shows ✅ 测试消息')]);
    expect(standIns.wecom.shown.slice(before)).toMatchObject([
      { robot: 'other', message: { text: { content: '✅ 测试消息' } } },
    ]);
    const bad = await secret(sampleKey(9), ['--secret-id', 'full', '--robot', 'ops', '--test']);
    expect([bad.code, bad.err]).toEqual([1, expect.stringContaining('Cannot send with the key of ops as')]);
    expect(bad.err).toContain('93000');
    expect(await stored('full')).toEqual({ ...FULL, robots: { default: KEY, dba: OTHER } });
  });

  test('npm run secret: --show-token prints the token alone, for a command that needs it', async () => {
    const { out } = await runScript(
      'scripts/secret.ts',
      ['--secret-id', 'full', '--show-token'],
      standIns.environment(''),
    );
    expect(out).toBe(`${TOKEN}\n`);
  });

  test.each([
    ['', [], 'Cannot read the key as standard input is empty: pipe it in, or run the command in a terminal'],
    ['my key', [], "Robot default: Cannot use it as it must be a robot's key"],
    ['https://qyapi.weixin.qq.com.evil.example/?key=1', [], 'current value is a URL of another host'],
    ['{"robots":', [], 'Cannot read the secret as it begins like JSON and cannot be parsed'],
    ['{"robots":{"default":1}}', [], "Robot default: Cannot use it as it must be a robot's key"],
    [`{"robots":{"a":"${KEY}","b":"${OTHER}"}}`, ['--secret-id', 'new'], 'it needs a robot named "default"'],
  ])('npm run secret: %j %j is refused with what to do', async (input, args, words) => {
    const { code, err } = await secret(input, args);
    expect([code, err]).toEqual([1, expect.stringContaining(words)]);
  });

  test('npm run secret: a key as an argument is not repeated', async () => {
    const { code, said } = await secret('', [KEY]);
    expect([code, said]).toEqual([2, expect.stringContaining('Unexpected argument')]);
  });

  test.each([
    ['ExpiredTokenException', 'Cannot read the secret full as the AWS credentials have expired: sign in again'],
    [
      'AccessDeniedException',
      'Cannot read the secret full as the permission is missing: have it added to your role or user',
    ],
    ['UnrecognizedClientException', 'this region does not know the AWS credentials: check --profile and --region'],
    ['InvalidRequestException', 'the secret is scheduled for deletion: restore it'],
  ] as const)('npm run secret: %s is told with what to do', async (fault, words) => {
    standIns.secretsManager.faults.keep({ kind: fault });
    const { code, err } = await secret(OTHER, ['--secret-id', 'full']);
    expect([code, err]).toEqual([1, expect.stringContaining(words)]);
    expect(err).toContain(`(${fault}`);
  });

  test('npm run secret: without credentials or a region it says what to set', async () => {
    const nobody = await secret(OTHER, [], { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining('there are no AWS credentials: sign in')]);
    const nowhere = await secret(OTHER, [], { AWS_REGION: '' });
    expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining('Cannot tell the region as none is set')]);
  });

  test('npm run secret: takes the region of the profile', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wecomrobot-profile-'));
    await writeFile(
      join(folder, 'config'),
      '[profile tokyo]\nregion = ap-northeast-1\naws_access_key_id = local\naws_secret_access_key = local\n',
    );
    const own = {
      AWS_REGION: '',
      AWS_ACCESS_KEY_ID: '',
      AWS_SECRET_ACCESS_KEY: '',
      AWS_CONFIG_FILE: join(folder, 'config'),
    };
    const { said } = await secret(KEY, ['--profile', 'tokyo', '--secret-id', 'full'], own);
    await rm(folder, { recursive: true });
    expect(said).toMatch(/^Region ap-northeast-1, profile tokyo\n/);
    expect(said).toMatch(/Nothing to change$/);
  });
});
