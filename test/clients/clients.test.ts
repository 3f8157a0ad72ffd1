import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_TOKEN } from '../../local/secrets-manager/sample-secret.js';
import { type DeployedFunction, startDeployedFunction } from '../end-to-end/deployed-function.js';
import { type LocalDoor, startLocalDoor } from '../support/local-door.js';
import { installClients } from './install.js';

let lambda: DeployedFunction;
let door: LocalDoor;
let folder: string;

beforeAll(async () => {
  [lambda, folder] = await Promise.all([startDeployedFunction(), installClients()]);
  door = await startLocalDoor((event) => lambda.invoke(event));
});
afterAll(async () => {
  await door.close();
  await lambda.close();
});
beforeEach(() => lambda.wecom.reset());

/** A client as its users load it. Its types are not installed: what is used of it stands here. */
function load<T>(name: string): T {
  return createRequire(join(folder, 'package.json'))(name) as T;
}

/** WeCom's address with another host, which is all that a user of these clients changes. */
const webhook = (query = '') => `${door.url}/cgi-bin/webhook/send?key=${SAMPLE_TOKEN}${query}`;
const shown = () => lambda.wecom.shown.map(({ robot, message }) => ({ robot, message }));

interface TComm {
  sendWxRobotMsg(options: { webhookUrl: string; content: string; alias?: string }): Promise<{ data: unknown }>;
  sendWxRobotMarkdown(options: { webhookUrl: string; content: string; isV2?: boolean }): Promise<{ data: unknown }>;
}

describe('t-comm, a client of WeCom', () => {
  it('delivers text that mentions somebody', async () => {
    const { sendWxRobotMsg } = load<TComm>('t-comm');
    const { data } = await sendWxRobotMsg({
      webhookUrl: webhook('&robot=dba'),
      content: '发布完成',
      alias: 'wangfang',
    });
    expect(data).toEqual({ errcode: 0, errmsg: 'ok' });
    expect(shown()).toEqual([
      { robot: 'dba', message: { msgtype: 'text', text: { content: '发布完成', mentioned_list: ['wangfang'] } } },
    ]);
  });

  it.each([
    [false, 'markdown'],
    [true, 'markdown_v2'],
  ])('delivers markdown, newer: %s', async (isV2, msgtype) => {
    await load<TComm>('t-comm').sendWxRobotMarkdown({ webhookUrl: webhook(), content: '# 日报', isV2 });
    expect(shown()).toMatchObject([{ message: { msgtype, [msgtype]: { content: '# 日报' } } }]);
  });

  it('delivers a text that WeCom would refuse as too long, in parts', async () => {
    await load<TComm>('t-comm').sendWxRobotMarkdown({ webhookUrl: webhook(), content: '门店盘点完成\n'.repeat(400) });
    expect(shown().length).toBeGreaterThan(1);
  });

  it('hears of a wrong token', async () => {
    const pushed = load<TComm>('t-comm').sendWxRobotMsg({
      webhookUrl: `${door.url}/cgi-bin/webhook/send?key=wrong`,
      content: 'x',
      alias: 'a',
    });
    await expect(pushed).rejects.toMatchObject({ response: { status: 401, data: { errcode: 93000 } } });
    expect(shown()).toEqual([]);
  });
});

interface AllPusherApi {
  readonly WorkWeixinBot: new (options: {
    webhook: string;
  }) => {
    send(message: { message: string; type?: 'text' | 'markdown' }): Promise<{ status: number }>;
  };
}

describe('all-pusher-api, a client of WeCom among others', () => {
  it.each(['text', 'markdown'] as const)('delivers %s', async (type) => {
    const { WorkWeixinBot } = load<AllPusherApi>('all-pusher-api/dist/WorkWeixinBot.js');
    expect(await new WorkWeixinBot({ webhook: webhook() }).send({ message: '**好**', type })).toMatchObject({
      status: 200,
    });
    expect(shown()).toEqual([{ robot: 'default', message: { msgtype: type, [type]: { content: '**好**' } } }]);
  });

  it('hears what WeCom would say', async () => {
    const { WorkWeixinBot } = load<AllPusherApi>('all-pusher-api/dist/WorkWeixinBot.js');
    lambda.wecom.faults.next({ kind: 93004 });
    expect(await new WorkWeixinBot({ webhook: webhook() }).send({ message: 'x' })).toMatchObject({
      status: 100,
      extraMessage: { data: { errcode: 93004 } },
    });
  });
});

interface Winston {
  createLogger(options: object): { error(message: string, meta?: object): void };
  readonly format: (transform: (info: Record<string, unknown>) => object) => () => unknown;
  readonly transports: {
    readonly Http: new (options: object) => { once(event: 'logged' | 'warn', heard: (what: unknown) => void): void };
  };
}

describe("winston, whose Http transport is anybody's webhook", () => {
  it('delivers a log line to /push by a bearer token', async () => {
    const { createLogger, format, transports } = load<Winston>('winston');
    const { hostname, port } = new URL(door.url);
    const http = new transports.Http({
      host: hostname,
      port: Number(port),
      path: '/push',
      auth: { bearer: SAMPLE_TOKEN },
    });
    const asPush = format((line) =>
      Object.assign(line, { push_message: `[${line['level']}] ${line['message']}`, at_mobiles: '赵敏' }),
    );
    const told = new Promise((resolve, reject) => {
      http.once('logged', resolve);
      http.once('warn', reject);
    });
    createLogger({ format: asPush(), transports: [http] }).error('订单服务无法连接数据库');
    await told;
    expect(shown()).toMatchObject([{ message: { text: { content: '[error] 订单服务无法连接数据库' } } }]);
  });
});
