import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ConnectProxy, startConnectProxy } from '../../support/connect-proxy.js';
import { runScript } from '../../support/run-script.js';

let proxy: ConnectProxy;
beforeAll(async () => {
  proxy = await startConnectProxy();
  proxy.refuseWith = 403;
});
afterAll(() => proxy.close());
beforeEach(() => proxy.asked.splice(0));

const KEY = '693a91f6-7c2e-4b1d-9f53-0123456789ab';
/** Addresses that only a proxy could reach. */
const AWS = {
  AWS_ENDPOINT_URL_CLOUDFORMATION: 'https://cloudformation.example.com',
  AWS_ENDPOINT_URL_CLOUDWATCH: 'https://monitoring.example.com',
  AWS_ENDPOINT_URL_LAMBDA: 'https://lambda.example.com',
  AWS_ENDPOINT_URL_SECRETS_MANAGER: 'https://secretsmanager.example.com',
};

describe('clientOptions', () => {
  test.each([
    ['secret', [], 'secretsmanager'],
    ['ping', [], 'lambda'],
    ['replay', ['--queue', 'dead'], 'cloudformation'],
    ['ack', ['web', '--by', '李雷'], 'monitoring'],
  ])('clientOptions: npm run %s asks AWS through the proxy, and says if that refuses', async (name, args, service) => {
    const env = { ...AWS, HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
    const { code, err } = await runScript(`scripts/${name}.ts`, args, env, KEY);
    expect([code, err]).toEqual([1, expect.stringContaining('the proxy of HTTPS_PROXY does not let it pass')]);
    expect(new Set(proxy.asked)).toEqual(new Set([`${service}.example.com:443`]));
  });

  test('clientOptions: what is no proxy is refused in one line, and its password is not shown', async () => {
    const { code, err } = await runScript('scripts/ping.ts', [], { HTTPS_PROXY: 'socks5://user:secret@127.0.0.1:1' });
    expect([code, err]).toEqual([2, expect.stringContaining('Cannot use HTTPS_PROXY as it must look like')]);
    expect(err).not.toContain('secret');
  });
});
