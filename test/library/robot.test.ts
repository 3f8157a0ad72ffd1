import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startWecomSimulator, type WecomSimulator } from '../../local/wecom/simulator.js';
import { systemClock } from '../../src/base/clock.js';
import { createRobot, type RobotSettings, wecomrobot } from '../../src/library/robot.js';
import { createHttpsTransport } from '../../src/wecom/post/https-transport.js';

import type { PostResult } from '../../src/wecom/post/transport.js';
import { createFakeClock } from '../support/fake-clock.js';
import { isWhollyIn } from '../support/is-wholly-in.js';

const KEY = '00000000-0000-4000-8000-000000000001';

let wecom: WecomSimulator;
let printed: string[];
let settings: RobotSettings;

beforeAll(async () => {
  wecom = await startWecomSimulator({ keys: { [KEY]: 'ops' } });
});
afterAll(() => wecom.close());
beforeEach(() => {
  wecom.reset();
  printed = [];
  settings = {
    baseUrl: wecom.baseUrl,
    transport: createHttpsTransport({ baseUrl: wecom.baseUrl, ca: wecom.cert, clock: systemClock }),
    print: (line) => printed.push(line),
  };
});

const push = (...[message, key, isAtAll, atMobiles]: Parameters<typeof wecomrobot>) =>
  wecomrobot(message, key, isAtAll, atMobiles, settings);
const shownText = () => wecom.shown.map(({ message }) => message['text']);

describe('wecomrobot: the four combinations', () => {
  test.each([
    [0, '', {}],
    [1, '', { mentioned_mobile_list: ['@all'] }],
    [0, '13800138000, 13900139000', { mentioned_mobile_list: ['13800138000', '13900139000'] }],
    [1, '13800138000', { mentioned_mobile_list: ['13800138000', '@all'] }],
  ])('isAtAll %j with atMobiles %j', async (isAtAll, atMobiles, lists) => {
    expect(await push('磁盘已满', KEY, isAtAll, atMobiles)).toEqual({ status: 'delivered', messages: 1 });
    expect(shownText()).toEqual([{ content: '磁盘已满', ...lists }]);
    expect(printed).toEqual(['信息：企业微信机器人推送成功。']);
  });

  test('mentions default to nobody', async () => {
    await wecomrobot('磁盘已满', KEY, undefined, undefined, settings);
    expect(shownText()).toEqual([{ content: '磁盘已满' }]);
  });

  test('the key may be its whole webhook URL', async () => {
    const url = `${wecom.baseUrl}/cgi-bin/webhook/send?key=${KEY}`;
    expect(await push('磁盘已满', url)).toMatchObject({ status: 'delivered' });
  });
});

describe('wecomrobot: one line says what went wrong', () => {
  test('a key that WeCom does not know', async () => {
    expect(await push('磁盘已满', '00000000-0000-4000-8000-000000000009')).toMatchObject({
      status: 'refused',
      code: { kind: 'wecom', value: 93000 },
    });
    expect(printed).toEqual([
      '错误：企业微信机器人推送失败，错误码：93000，原因：webhook 地址无效，或机器人已被移出群聊（核对 key，必要时重新添加机器人并更换 key）',
    ]);
  });

  test('an answer that cannot be read', async () => {
    wecom.faults.next({ kind: 'html-200' });
    expect(await push('磁盘已满', KEY)).toMatchObject({ status: 'unconfirmed' });
    expect(printed).toEqual(['异常：无法解析企业微信的响应，HTTP 200']);
  });

  test('no network', async () => {
    const baseUrl = 'https://127.0.0.1:9';
    const transport = createHttpsTransport({ baseUrl, clock: systemClock });
    expect(await wecomrobot('磁盘已满', KEY, 0, '', { ...settings, baseUrl, transport })).toMatchObject({
      status: 'unavailable',
    });
    expect(printed).toEqual(['异常：网络错误，ECONNREFUSED']);
  });

  test.each([
    [undefined, 10_000],
    [1000, 1000],
    [86_400_000, 10_000],
  ])('timeoutMs %j: an attempt may take %i ms', async (timeoutMs, limitMs) => {
    const limits: number[] = [];
    const post = async (_: unknown, __: unknown, ms: number): Promise<PostResult> => {
      limits.push(ms);
      return { kind: 'no-answer', reason: 'ECONNRESET' };
    };
    const given = { clock: createFakeClock(), transport: { post }, print: () => {}, ...(timeoutMs && { timeoutMs }) };
    expect(await wecomrobot('磁盘已满', KEY, 0, '', given)).toMatchObject({ status: 'unconfirmed' });
    expect(limits).toEqual([limitMs]);
  });

  test('the limit of a minute', async () => {
    wecom.faults.next({ kind: 45009 });
    expect(await push('磁盘已满', KEY)).toMatchObject({ status: 'unavailable', code: { kind: 'wecom', value: 45009 } });
    expect(printed[0]).toMatch(/^错误：企业微信机器人推送失败，错误码：45009，原因：超过每分钟 20 条/);
  });
});

describe('wecomrobot: a bad argument is named, and nothing is sent', () => {
  const bad = (...parameters: readonly unknown[]) =>
    Reflect.apply(push, undefined, parameters) as ReturnType<typeof push>;

  test.each([
    ['pushMessage', ['', KEY]],
    ['pushMessage', [' \n\t', KEY]],
    ['pushMessage', [undefined, KEY]],
    ['pushMessage', [null, KEY]],
    ['pushMessage', [42, KEY]],
    ['pushMessage', [{ text: 'a' }, KEY]],
    ['pushMessage', ['a\0b', KEY]],
    ['pushMessage', ['a\ud83d', KEY]],
    ['pushMessage', ['x'.repeat(10_000_000), KEY]],
    ['pushMessage', ['a line\n'.repeat(4000), KEY]],
    ['isAtAll', ['a', KEY, 'yes']],
    ['isAtAll', ['a', KEY, 2]],
    ['atMobiles', ['a', KEY, 0, '12345']],
    ['atMobiles', ['a', KEY, 0, ['13800138000', '王芳']]],
    ['atMobiles', ['a', KEY, 0, { mobile: '13800138000' }]],
  ])('%s', async (field, parameters) => {
    const result = await bad(...parameters);
    expect(result).toMatchObject({ status: 'invalid', field });
    expect(printed).toEqual([expect.stringMatching(`^错误：参数 ${field} 无效，.{1,250}$`)]);
    expect(printed.filter((line) => !isWhollyIn('zh-CN', line))).toEqual([]);
    expect(wecom.attempts).toEqual([]);
  });

  test.each([
    [''],
    ['  '],
    ['short'],
    [`${KEY} x`],
    [`${KEY}/../x`],
    [undefined],
    [12345678],
    ['https://evil.example/cgi-bin/webhook/send?key=00000000-0000-4000-8000-000000000001'],
    ['https://qyapi.weixin.qq.com.evil.example/cgi-bin/webhook/send?key=00000000-0000-4000-8000-000000000001'],
    ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send'],
  ])('accessKey %j, which is never printed', async (accessKey) => {
    const result = await bad('磁盘已满', accessKey);
    expect(result).toMatchObject({ status: 'invalid', field: 'accessKey' });
    expect(printed).toHaveLength(1);
    expect(isWhollyIn('zh-CN', printed.join()), printed.join()).toBe(true);
    if (typeof accessKey === 'string' && accessKey.trim() !== '') {
      expect(JSON.stringify([result, printed])).not.toContain(accessKey.trim());
    }
    expect(JSON.stringify([result, printed])).not.toContain(KEY);
    expect(wecom.attempts).toEqual([]);
  });

  test.each([0, 999, 1000.5, 86_400_001, Number.NaN, '1000', true])('timeoutMs %j', async (timeoutMs) => {
    const given = { ...settings, timeoutMs: timeoutMs as number };
    expect(await wecomrobot('a', KEY, 0, '', given)).toMatchObject({ status: 'invalid', field: 'timeoutMs' });
    expect(printed).toEqual([
      expect.stringMatching(/^错误：参数 timeoutMs 无效，必须是 1000 到 86400000 的整数毫秒，当前值.+$/),
    ]);
    expect(() => createRobot({ ...given, accessKey: KEY })).toThrow(
      'Cannot use timeoutMs as it must be a whole number',
    );
  });

  test('baseUrl', async () => {
    expect(await wecomrobot('a', KEY, 0, '', { ...settings, baseUrl: 'http://127.0.0.1' })).toMatchObject({
      status: 'invalid',
      field: 'baseUrl',
    });
    expect(printed[0]).toBe(
      '错误：参数 baseUrl 无效，企业微信的地址必须形如 https://qyapi.weixin.qq.com，当前值以 http: 开头，或带有多余的部分',
    );
  });
});

describe('wecomrobot: in English', () => {
  const english = (message: string, key: string, atMobiles = '') =>
    wecomrobot(message, key, 0, atMobiles, { ...settings, language: 'en' });

  test('a delivery', async () => {
    await english('disk full', KEY);
    expect(printed).toEqual(['Info: WeCom robot: pushed.']);
  });

  test('what WeCom refuses, with its reason', async () => {
    const result = await english('disk full', '00000000-0000-4000-8000-000000000009');
    expect(printed[0]).toMatch(/^Error: WeCom robot: not pushed, errcode 93000: /);
    expect(isWhollyIn('en', JSON.stringify([result.status, ...printed]))).toBe(true);
  });

  test.each([
    ['pushMessage', ['', KEY]],
    ['accessKey', ['disk full', 'short']],
    ['atMobiles', ['disk full', KEY, '王芳']],
  ] as const)('%s', async (field, [message, key, atMobiles]) => {
    expect(await english(message, key, atMobiles)).toMatchObject({ status: 'invalid', field });
    expect(printed).toEqual([expect.stringMatching(`^Error: bad argument ${field}: Cannot .{1,250}$`)]);
    expect(isWhollyIn('en', printed.join()), printed.join()).toBe(true);
  });

  test('the words added to a message', async () => {
    const robot = createRobot({ ...settings, accessKey: KEY, format: 'markdown', language: 'en' });
    await robot.push('# Report', { isAtAll: true });
    expect(shownText()[1]).toMatchObject({ content: '⚪ Report: details in the message above' });
  });
});

describe('wecomrobot: a language that there is not', () => {
  const language = 'fr' as 'en';

  test('is a bad argument, in the default language', async () => {
    const result = await wecomrobot('磁盘已满', KEY, 0, '', { ...settings, language });
    expect(result).toMatchObject({ status: 'invalid', field: 'language' });
    expect(printed).toEqual(['错误：参数 language 无效，只能是 zh-CN, en 之一，当前值为 "fr"']);
  });

  test('createRobot throws at once', () => {
    expect(() => createRobot({ ...settings, accessKey: KEY, language })).toThrow(
      'Cannot use language as it must be one of zh-CN, en: current value is "fr"',
    );
  });
});

describe('wecomrobot: it never rejects', () => {
  const noPaper = (): never => {
    throw new Error('no paper');
  };

  test.each([
    ['throws', noPaper],
    ['rejects', async () => noPaper()],
  ])('if the printing %s', async (_, print) => {
    expect(await wecomrobot('磁盘已满', KEY, 0, '', { ...settings, print })).toEqual({
      status: 'delivered',
      messages: 1,
    });
  });

  test('where the settings are null, the message empty', async () => {
    const result = await Reflect.apply(wecomrobot, undefined, ['', KEY, 0, '', null]);
    expect(result).toMatchObject({ status: 'invalid', field: 'pushMessage' });
  });

  test.each([
    ['a function', () => KEY],
    ['a bigint', 13800138000n],
    ['a proxy that throws', new Proxy({}, { get: () => expect.unreachable(KEY) })],
  ])('where a mobile is %s, which is not shown', async (_, mobile) => {
    const result = await Reflect.apply(wecomrobot, undefined, ['磁盘已满', KEY, 0, [mobile], settings]);
    expect(result).toMatchObject({ status: 'invalid', field: 'atMobiles' });
    expect(printed.join()).not.toContain(KEY);
  });
});

describe('createRobot', () => {
  test('one connection serves many messages', async () => {
    const robot = createRobot({ ...settings, accessKey: KEY });
    const before = wecom.connections();
    for (let count = 1; count <= 10; count++) {
      expect(await robot.push(`第 ${count} 条`)).toEqual({ status: 'delivered', messages: 1 });
    }
    expect(wecom.shown).toHaveLength(10);
    expect(wecom.connections() - before).toBe(1);
    expect(printed).toHaveLength(10);
  });

  test('prints nothing unless told to', async () => {
    const { print, ...silent } = settings;
    const written: unknown[] = [];
    const original = process.stdout.write;
    process.stdout.write = (chunk: unknown) => written.push(chunk) > 0;
    const result = await createRobot({ ...silent, accessKey: KEY })
      .push('你好')
      .finally(() => {
        process.stdout.write = original;
      });
    expect(result.status).toBe('delivered');
    expect(written).toEqual([]);
  });

  test('a long text becomes numbered parts, the last of which mentions', async () => {
    const text = Array.from({ length: 100 }, (_, line) => `第 ${line} 行：${'日志'.repeat(10)}`).join('\n');
    const robot = createRobot({ ...settings, accessKey: KEY });
    const result = await robot.push(text, { isAtAll: true });
    expect(result).toEqual({ status: 'delivered', messages: wecom.shown.length });
    expect(wecom.shown.length).toBeGreaterThan(2);
    for (const [index, { message, mentions }] of wecom.shown.entries()) {
      expect(JSON.stringify(message)).toContain(`(${index + 1}/${wecom.shown.length})`);
      expect(mentions.all).toBe(index === wecom.shown.length - 1);
    }
  });

  test('after a part that fails the others are not sent', async () => {
    wecom.faults.next({ kind: 40058 });
    const robot = createRobot({ ...settings, accessKey: KEY });
    expect(await robot.push('a line of text\n'.repeat(300))).toMatchObject({
      status: 'refused',
      code: { kind: 'wecom', value: 40058 },
    });
    expect(wecom.attempts).toHaveLength(1);
  });

  test('markdown mentions by a text that follows', async () => {
    const robot = createRobot({ ...settings, accessKey: KEY, format: 'markdown' });
    expect(await robot.push('# 日报\n> 一切正常', { atMobiles: [13800138000] })).toEqual({
      status: 'delivered',
      messages: 2,
    });
    expect(wecom.shown.map(({ message }) => message)).toEqual([
      { msgtype: 'markdown', markdown: { content: '# 日报\n> 一切正常' } },
      { msgtype: 'text', text: { content: '⚪ 日报，详情见上一条', mentioned_mobile_list: ['13800138000'] } },
    ]);
  });

  test('a key that is none throws at once, unseen', () => {
    const create = (): unknown => createRobot({ ...settings, accessKey: `secret ${KEY}` });
    expect(create).toThrow('Cannot use accessKey');
    expect(create).not.toThrow(KEY);
  });

  test('a format that there is not throws at once', () => {
    const format = 'html' as 'text';
    expect(() => createRobot({ ...settings, accessKey: KEY, format })).toThrow(
      'Cannot use format as it must be one of text, markdown, markdown_v2: current value is "html"',
    );
  });

  test.each([
    ['no options', []],
    ['null for options', [null]],
    ['a key that is not set', [{ accessKey: undefined }]],
  ])('%s: the key is missing', (_, given) => {
    expect(() => Reflect.apply(createRobot, undefined, given)).toThrow(
      "Cannot use accessKey as it must be a robot's key, or its webhook URL at https://qyapi.weixin.qq.com: current value is empty",
    );
  });

  test('the environment may name another base URL, an option is stronger', () => {
    process.env['WECOM_BASE_URL'] = 'http://not-https';
    try {
      expect(() => createRobot({ accessKey: KEY })).toThrow('Cannot use the WeCom base URL');
      expect(() => createRobot({ ...settings, accessKey: KEY })).not.toThrow();
    } finally {
      delete process.env['WECOM_BASE_URL'];
    }
  });
});

describe('wecomrobot: in a process of its own', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wecomrobot-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('prints to stdout, shares one connection among calls, and lets the process end', async () => {
    const authority = join(folder, 'ca.pem');
    const script = join(folder, 'script.mts');
    writeFileSync(authority, wecom.cert);
    writeFileSync(
      script,
      `import { wecomrobot } from ${JSON.stringify(new URL('../../src/index.ts', import.meta.url).href)};
       await wecomrobot('一', '${KEY}');
       await wecomrobot('二', '${KEY}', 1);`,
    );
    const before = wecom.connections();
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], {
      env: { ...process.env, WECOM_BASE_URL: wecom.baseUrl, NODE_EXTRA_CA_CERTS: authority },
      timeout: 100_000,
    });
    expect(stdout).toBe('信息：企业微信机器人推送成功。\n'.repeat(2));
    expect(shownText()).toEqual([{ content: '一' }, { content: '二', mentioned_mobile_list: ['@all'] }]);
    expect(wecom.connections() - before).toBe(1);
  });
});
