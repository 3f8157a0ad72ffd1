import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import profileRegionOfFramework from '../../deploy/profile-region.cjs';
import { profileRegion } from '../../deploy/profile-region.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecomrobot-profile-'));
  await writeFile(join(folder, 'config'), '[default]\nregion = eu-west-1\n[profile tokyo]\nregion = ap-northeast-1\n');
  await writeFile(join(folder, 'empty'), '');
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rm(folder, { recursive: true }));

function configured(file: string, profile = ''): void {
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, file));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'empty'));
  vi.stubEnv('AWS_PROFILE', profile);
  vi.stubEnv('AWS_REGION', undefined);
}

describe('profileRegion', () => {
  test('profileRegion: is that of the named profile, of AWS_PROFILE, or of the default one', async () => {
    configured('config', 'tokyo');
    expect(await profileRegion()).toBe('ap-northeast-1');
    expect(await profileRegion('default')).toBe('eu-west-1');
  });

  test('profileRegion: is undefined if the profile has none', async () => {
    configured('empty');
    vi.stubEnv('AWS_REGION', '');
    expect(await profileRegion()).toBeUndefined();
  });
});

test('profile-region.cjs: tells the framework the region, and remembers that it had to guess', async () => {
  configured('config');
  expect(await profileRegionOfFramework({ options: { 'aws-profile': 'tokyo' } })).toEqual({ region: 'ap-northeast-1' });
  expect(profileRegionOfFramework.isGuess).toBe(false);
  configured('empty');
  expect(await profileRegionOfFramework({ options: {} })).toEqual({ region: 'cn-north-1' });
  expect(profileRegionOfFramework.isGuess).toBe(true);
  profileRegionOfFramework.isGuess = false;
});

test("profile-region.cjs: has AWS's client say nothing about the Node of who deploys", async () => {
  configured('config');
  const file = fileURLToPath(new URL('../../deploy/profile-region.cjs', import.meta.url));
  const code = `require(${JSON.stringify(file)})({ options: {} }).then(({ region }) => console.log(region))`;
  const { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: _, ...env } = process.env;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['-e', code], { env });
  expect({ stdout, stderr }).toEqual({ stdout: 'eu-west-1\n', stderr: '' });
});
