import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lambdaEnvironment } from '../../local/lambda/environment.js';
import { SAMPLE_TOKEN } from '../../local/secrets-manager/sample-secret.js';
import { buildPackage } from '../../scripts/build/build-package.js';
import { SHARED } from '../../scripts/build.js';
import {
  type DeployedFunction,
  KEYS,
  LOST_KEY,
  MOBILE,
  SECRET_ID,
  startDeployedFunction,
} from '../end-to-end/deployed-function.js';
import { type ConnectProxy, startConnectProxy } from '../support/connect-proxy.js';
import { type LocalDoor, startLocalDoor } from '../support/local-door.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PACKAGE = `${ROOT}/dist/test/package-${process.env['VITEST_POOL_ID'] ?? '0'}`;

let standIns: DeployedFunction;
let door: LocalDoor;

beforeAll(async () => {
  [standIns] = await Promise.all([startDeployedFunction(), buildPackage(ROOT, SHARED, PACKAGE)]);
  door = await startLocalDoor((event) => standIns.invoke(event));
});
afterAll(async () => {
  await door.close();
  await standIns.close();
});
beforeEach(() => standIns.wecom.reset());

interface Typed {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
}

/** Runs the built command as a shell does, in an environment of its own. */
async function type(argv: readonly string[], { env = {}, input = '' }: Typed = {}) {
  const child = spawn(process.execPath, [`${PACKAGE}/cli.js`, ...argv], {
    env: { ...lambdaEnvironment('none'), ...standIns.environment(''), ...env },
  });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const [out, err, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  for (const secret of [...Object.values(KEYS), LOST_KEY, SAMPLE_TOKEN]) expect(out + err).not.toContain(secret);
  return { exitCode, out, err };
}

const shown = () => standIns.wecom.shown.map(({ robot, message, mentions }) => ({ robot, message, mentions }));
const key = { WECOM_ROBOT_KEY: KEYS.default };
const token = { WECOM_TOKEN: SAMPLE_TOKEN };
const SUCCESS = { exitCode: 0, out: '信息：企业微信机器人推送成功。\n', err: '' };

describe('wecomrobot push: with a key', () => {
  it('delivers, mentions and exits 0', async () => {
    expect(await type(['push', '构建失败', '--at', '13800138000', '--at-all'], { env: key })).toEqual(SUCCESS);
    expect(shown()).toMatchObject([
      {
        robot: 'default',
        message: { text: { content: '构建失败' } },
        mentions: { all: true, mobiles: ['13800138000'] },
      },
    ]);
  });

  it('reads standard input, and the whole webhook URL as a key', async () => {
    const url = `${standIns.wecom.baseUrl}/cgi-bin/webhook/send?key=${KEYS.default}`;
    expect(await type(['push', '--markdown'], { env: { WECOM_ROBOT_KEY: url }, input: '# 日报\n**好**\n' })).toEqual(
      SUCCESS,
    );
    expect(shown()).toMatchObject([{ message: { msgtype: 'markdown', markdown: { content: '# 日报\n**好**' } } }]);
  });

  it('exits 1 where WeCom refuses the key', async () => {
    const { exitCode, err } = await type(['push', 'x'], { env: { WECOM_ROBOT_KEY: LOST_KEY } });
    expect([exitCode, err]).toEqual([1, expect.stringContaining('错误码：93000')]);
  });

  it('exits 3 where WeCom has had enough for this minute', async () => {
    standIns.wecom.faults.keep({ kind: 45009 });
    expect((await type(['push', 'x'], { env: key })).exitCode).toBe(3);
  });

  it('exits 2 where there is none, and sends nothing', async () => {
    expect((await type(['push', 'x'])).exitCode).toBe(2);
    expect(standIns.wecom.attempts).toEqual([]);
  });

  it('--dry-run sends nothing', async () => {
    expect((await type(['push', 'x', '--dry-run'], { env: key })).exitCode).toBe(0);
    expect(standIns.wecom.attempts).toEqual([]);
  });
});

describe('wecomrobot push --secret-id', () => {
  it.each([
    [[], 'default'],
    [['--robot', 'dba'], 'dba'],
  ])('%j pushes to the robot %s', async (more, robot) => {
    expect(await type(['push', 'x', '--secret-id', SECRET_ID, ...more])).toEqual(SUCCESS);
    expect(shown()).toMatchObject([{ robot }]);
  });

  it('says nothing of the Node that later versions of AWS’s client need', async () => {
    const env = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: undefined };
    expect(await type(['push', 'x', '--secret-id', SECRET_ID], { env })).toEqual(SUCCESS);
  });

  it('without a region it says so, and asks nobody', async () => {
    const env = { AWS_REGION: undefined, LANG: 'en_US.UTF-8' };
    expect(await type(['push', 'x', '--secret-id', SECRET_ID], { env })).toEqual({
      exitCode: 2,
      out: '',
      err: 'Error: bad argument AWS_REGION: Cannot read a secret as there is no region: set AWS_REGION, or region in the AWS profile\n',
    });
  });

  it('knows people by name', async () => {
    expect(await type(['push', 'x', '--secret-id', SECRET_ID, '--at', '赵敏,13800138000'])).toEqual(SUCCESS);
    expect(shown()).toMatchObject([{ mentions: { mobiles: [MOBILE, '13800138000'] } }]);
  });

  it.each([
    [
      'a robot that it does not hold',
      2,
      ['--secret-id', SECRET_ID, '--robot', 'nobody'],
      'Secret 中只有 default, dba, gone',
    ],
    ['a secret that is not there', 3, ['--secret-id', 'nothing'], '没有这个 Secret'],
  ])('%s: exit code %i', async (_, exitCode, more, why) => {
    const ended = await type(['push', 'x', ...more]);
    expect([ended.exitCode, ended.err]).toEqual([exitCode, expect.stringContaining(why)]);
    expect(shown()).toEqual([]);
  });
});

describe('wecomrobot push: behind a proxy', () => {
  const PASSWORD = 'a-password-of-the-proxy';
  let proxy: ConnectProxy;
  beforeEach(async () => {
    proxy = await startConnectProxy(`user:${PASSWORD}`);
  });
  afterEach(() => proxy.close());

  const named = (name: string, password = PASSWORD) => ({ [name]: `http://user:${password}@127.0.0.1:${proxy.port}` });
  const hostOf = (url: string) => url.replace(/^https:\/\//, '');

  it.each(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'])('%s: the message goes through it', async (name) => {
    expect(await type(['push', 'x'], { env: { ...key, ...named(name) } })).toEqual(SUCCESS);
    expect([proxy.asked, shown().length]).toEqual([[hostOf(standIns.wecom.baseUrl)], 1]);
  });

  it.each(['NO_PROXY', 'no_proxy'])('%s: the message goes past it', async (name) => {
    const env = { ...key, ...named('HTTPS_PROXY'), [name]: 'example.com,127.0.0.1' };
    expect(await type(['push', 'x'], { env })).toEqual(SUCCESS);
    expect(proxy.asked).toEqual([]);
  });

  it('a wrong password: exit code 3, and nothing shows it', async () => {
    const ended = await type(['push', 'x'], { env: { ...key, ...named('HTTPS_PROXY', 'a-wrong-password') } });
    expect(ended).toEqual({ exitCode: 3, out: '', err: '异常：网络错误，PROXY_HTTP_407\n' });
    expect(shown()).toEqual([]);
  });

  it.each([
    [
      'zh_CN.UTF-8',
      '错误：参数 HTTPS_PROXY 无效，代理的地址必须形如 http://proxy.example.com:3128，当前值以 socks5: 开头\n',
    ],
    [
      'en_US.UTF-8',
      'Error: bad argument HTTPS_PROXY: Cannot use HTTPS_PROXY as it must look like http://proxy.example.com:3128: current value begins with socks5:\n',
    ],
  ])('what is no proxy for https, in %s: exit code 2', async (LANG, err) => {
    const env = { ...key, LANG, HTTPS_PROXY: `socks5://user:${PASSWORD}@127.0.0.1:1080` };
    expect(await type(['push', 'x'], { env })).toEqual({ exitCode: 2, out: '', err });
  });

  it('--secret-id: AWS is asked through it', async () => {
    const env = { ...named('HTTPS_PROXY'), AWS_ENDPOINT_URL_SECRETS_MANAGER: 'https://secretsmanager.example.com' };
    proxy.refuseWith = 403;
    const ended = await type(['push', 'x', '--secret-id', SECRET_ID], { env });
    expect([ended.exitCode, new Set(proxy.asked)]).toEqual([3, new Set(['secretsmanager.example.com:443'])]);
  });

  it('--url: a door is asked through it', async () => {
    const env = { ...token, ...named('HTTPS_PROXY'), NODE_EXTRA_CA_CERTS: undefined };
    const ended = await type(['push', 'x', '--url', standIns.wecom.baseUrl], { env });
    expect(proxy.asked).toEqual([hostOf(standIns.wecom.baseUrl)]);
    expect([ended.exitCode, ended.err]).toEqual([3, expect.stringContaining('NODE_EXTRA_CA_CERTS')]);
  });
});

describe('wecomrobot push --url', () => {
  it('goes through the door, to a robot by name', async () => {
    const argv = ['push', '备份完成', '--url', door.url, '--robot', 'dba', '--at', '赵敏'];
    expect(await type(argv, { env: token })).toEqual(SUCCESS);
    expect(shown()).toMatchObject([
      { robot: 'dba', message: { text: { content: '备份完成' } }, mentions: { mobiles: [MOBILE] } },
    ]);
  });

  it.each<[string, number, readonly string[], Readonly<Record<string, string>>]>([
    ['a wrong token', 1, [], { WECOM_TOKEN: 'wrong' }],
    ['an unknown robot', 2, ['--robot', 'nobody'], token],
    ['a refused key', 1, ['--robot', 'gone'], token],
  ])('%s: exit code %i', async (_, exitCode, more, env) => {
    expect((await type(['push', 'x', '--url', door.url, ...more], { env })).exitCode).toBe(exitCode);
    expect(shown()).toEqual([]);
  });

  it('nobody there: exit code 3', async () => {
    const gone = await startLocalDoor(async () => undefined);
    await gone.close();
    const { exitCode, err } = await type(['push', 'x', '--url', gone.url], { env: token });
    expect([exitCode, err]).toEqual([3, '异常：网络错误，ECONNREFUSED\n']);
  });
});
