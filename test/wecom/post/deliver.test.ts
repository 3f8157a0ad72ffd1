import { describe, expect, test } from 'vitest';
import { at, parseObject } from '../../../src/base/json.js';
import { SecretUnavailableError } from '../../../src/domain/errors.js';
import type { KeyRing } from '../../../src/domain/key-ring.js';
import { NOBODY } from '../../../src/domain/mentions.js';
import type { Notification } from '../../../src/domain/notification.js';
import { RobotKey } from '../../../src/domain/robot-key.js';
import { wordsOf } from '../../../src/text/words.js';
import { createDeliver } from '../../../src/wecom/post/deliver.js';
import type { PostResult } from '../../../src/wecom/post/transport.js';
import { createFakeClock } from '../../support/fake-clock.js';
import { recordLog } from '../../support/lines.js';
import { native, rendered, written } from '../notifications.js';

const DEFAULT_KEY = '00000000-0000-4000-8000-000000000001';
const DBA_KEY = '00000000-0000-4000-8000-000000000002';
const NEW_KEY = '00000000-0000-4000-8000-000000000003';
const words = wordsOf('zh-CN');

const answer = (body: unknown, httpStatus = 200): PostResult => ({
  kind: 'reply',
  httpStatus,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const OK = answer({ errcode: 0, errmsg: 'ok' });
const errcode = (code: number, errmsg = 'no'): PostResult => answer({ errcode: code, errmsg });

interface Posted {
  readonly key: string;
  readonly content: unknown;
  readonly timeoutMs: number;
  readonly at: number;
}

/** A deliver whose WeCom gives these answers in turn, the last one for ever. */
function bench(answers: readonly PostResult[] = [OK], keyRing: Partial<KeyRing> = {}) {
  const clock = createFakeClock();
  const log = recordLog(clock.now);
  const posted: Posted[] = [];
  const startedAt = clock.now();
  const keys: KeyRing = {
    key: async (robot) => ({ default: new RobotKey(DEFAULT_KEY), dba: new RobotKey(DBA_KEY) })[robot],
    replacement: async () => undefined,
    mobileOf: async (person) => ({ 王芳: '13800138000', 李雷: '13900139000' })[person],
    ...keyRing,
  };
  const deliver = createDeliver({
    transport: {
      post: async (key, json, timeoutMs) => {
        const message = parseObject(json);
        const content = at(message, String(message?.['msgtype']), 'content');
        posted.push({ key: key.reveal(), content, timeoutMs, at: clock.now() - startedAt });
        return answers[posted.length - 1] ?? answers.at(-1) ?? OK;
      },
    },
    clock,
    random: () => 0.5,
    log,
    words,
    keys,
  });
  /** Delivers with time running as fast as it may. */
  const run = async (notification: Notification, ms = 30_000) => {
    const result = deliver(notification, clock.now() + ms);
    await clock.advance(60_000);
    return result;
  };
  return { run, posted, log };
}

const contents = (posted: readonly Posted[]): unknown[] => posted.map(({ content }) => content);
const all = { mentions: { ...NOBODY, all: true } };

describe('createDeliver: delivered', () => {
  test('one message, by the key of its robot, in one post', async () => {
    const { run, posted, log } = bench();
    expect(await run(written('你好', { robot: 'dba' }))).toEqual({ status: 'delivered', messages: 1 });
    expect(posted).toEqual([{ key: DBA_KEY, content: '你好', timeoutMs: 10_000, at: 0 }]);
    expect(log.lines).toEqual([]);
  });

  test('the mentions that markdown cannot carry follow, in order', async () => {
    const { run, posted } = bench();
    expect(await run(written('# 你好', { format: 'markdown', ...all }))).toEqual({ status: 'delivered', messages: 2 });
    expect(contents(posted)).toEqual(['# 你好', '⚪ 每日报告，详情见上一条']);
  });

  test('the same notification again is posted again: whether it is a repeat is decided elsewhere', async () => {
    const { run, posted } = bench();
    await run(written('你好'));
    await run(written('你好'));
    expect(posted).toHaveLength(2);
  });

  test('a native message passes', async () => {
    const { run } = bench();
    expect(await run(native({ msgtype: 'image', image: {} }))).toEqual({ status: 'delivered', messages: 1 });
  });

  test('people are mentioned by their mobiles, whoever is not registered is named', async () => {
    const { run, posted } = bench();
    const people = ['王芳', '李雷', '韩梅梅'];
    await run(written('你好', { mentions: { ...NOBODY, mobiles: ['13800138000'], people } }));
    expect(contents(posted)).toEqual(['你好\n@韩梅梅（未登记）']);
  });
});

describe('createDeliver: which robot', () => {
  test('an unknown one: the message goes to the default group and says so', async () => {
    const { run, posted } = bench();
    expect(await run(written('你好', { robot: 'ops' }))).toEqual({ status: 'delivered', messages: 1 });
    expect(posted).toMatchObject([{ key: DEFAULT_KEY, content: '⚠️ 未找到机器人“ops”，已发到默认群\n你好' }]);
  });

  test('an unknown one over HTTP is the caller’s mistake, and nothing is sent', async () => {
    const { run, posted } = bench();
    expect(await run(written('你好', { robot: 'ops', origin: { source: 'http' } }))).toEqual({
      status: 'invalid',
      field: 'robot',
      reason: 'Cannot send to the robot as the secret must hold its name: current value is "ops"',
    });
    expect(posted).toEqual([]);
  });

  test('neither it nor a default one: refused', async () => {
    const { run, posted } = bench([OK], { key: async () => undefined });
    expect(await run(written('你好', { robot: 'ops' }))).toEqual({
      status: 'refused',
      code: { kind: 'robot-missing' },
      reason: 'Secret 里没有机器人“ops”，也没有 default',
    });
    expect(posted).toEqual([]);
  });

  test('an unreadable secret is no refusal', async () => {
    const key = () => Promise.reject(new SecretUnavailableError('Cannot read the secret'));
    expect(await bench([OK], { key }).run(written('你好'))).toEqual({
      status: 'unavailable',
      retryAfterMs: 5000,
      reason: 'Cannot read the secret',
    });
  });

  test('what no rule foresees rejects', async () => {
    const key = () => Promise.reject(new TypeError('a bug'));
    const { run } = bench([OK], { key });
    await expect(run(written('你好'))).rejects.toThrow('a bug');
  });
});

describe('createDeliver: failures', () => {
  test.each([
    ['refused', errcode(40058), 1, { status: 'refused', code: { kind: 'wecom', value: 40058 } }],
    ['an unknown errcode', errcode(93999), 1, { status: 'unavailable', code: { kind: 'wecom', value: 93999 } }],
    [
      'the limit of a minute',
      errcode(45009),
      1,
      { status: 'unavailable', code: { kind: 'wecom', value: 45009 }, retryAfterMs: 65_000 },
    ],
    ['busy', errcode(-1), 3, { status: 'unavailable', code: { kind: 'wecom', value: -1 } }],
    ['too many at one time', errcode(45033), 3, { status: 'unavailable', code: { kind: 'wecom', value: 45033 } }],
    ['a gateway', answer('<html>', 502), 3, { status: 'unavailable' }],
    ['no network', { kind: 'not-sent', reason: 'ENOTFOUND' } as const, 3, { status: 'unavailable' }],
    ['silence', { kind: 'no-answer', reason: 'timeout' } as const, 1, { status: 'unconfirmed' }],
    ['an unreadable answer', answer('<html>'), 1, { status: 'unconfirmed' }],
  ])('%s', async (_, post, posts, expected) => {
    const { run, posted } = bench([post]);
    expect(await run(written('你好'))).toMatchObject(expected);
    expect(posted).toHaveLength(posts);
  });

  test('what may pass is tried again after a moment, and again after twice that', async () => {
    const { run, posted } = bench([errcode(-1), errcode(-1), OK]);
    expect(await run(written('你好'))).toEqual({ status: 'delivered', messages: 1 });
    expect(posted.map(({ at }) => at)).toEqual([0, 250, 750]);
  });

  test('no retry that the deadline leaves no time for, and no more time for a post than is left', async () => {
    const { run, posted } = bench([errcode(45033)]);
    expect(await run(written('你好'), 1600)).toMatchObject({
      status: 'unavailable',
      code: { kind: 'wecom', value: 45033 },
    });
    expect(posted.map(({ timeoutMs }) => timeoutMs)).toEqual([1600]);
  });

  test('nothing is posted without time to hear the answer', async () => {
    const { run, posted } = bench();
    expect(await run(written('你好'), 200)).toEqual({
      status: 'unavailable',
      retryAfterMs: 1000,
      reason: '剩余时间不足，未发送',
    });
    expect(posted).toEqual([]);
  });

  test('a native message without an outline is the caller’s mistake', async () => {
    const { run, posted } = bench();
    expect(await run(native({ msgtype: 'video' }))).toMatchObject({ status: 'invalid', field: 'msgtype' });
    expect(posted).toEqual([]);
  });
});

describe('createDeliver: a wrong key', () => {
  const ring = (key: string | undefined) => {
    const asked: [string, string][] = [];
    const replacement: KeyRing['replacement'] = async (robot, refused) => {
      asked.push([robot, refused.reveal()]);
      return key === undefined ? undefined : new RobotKey(key);
    };
    return { asked, replacement };
  };

  test('93000: the secret is asked once, and the new key serves this message and the next', async () => {
    const { asked, replacement } = ring(NEW_KEY);
    const { run, posted } = bench([errcode(93000), OK], { replacement });
    expect(await run(rendered({ robot: 'dba', format: 'markdown', ...all }))).toEqual({
      status: 'delivered',
      messages: 2,
    });
    expect(asked).toEqual([['dba', DBA_KEY]]);
    expect(posted.map(({ key }) => key)).toEqual([DBA_KEY, NEW_KEY, NEW_KEY]);
  });

  test('93000 without another key is refused', async () => {
    const { replacement } = ring(undefined);
    const { run, posted } = bench([errcode(93000)], { replacement });
    expect(await run(written('你好'))).toMatchObject({ status: 'refused', code: { kind: 'wecom', value: 93000 } });
    expect(posted).toHaveLength(1);
  });

  test('93000 for the new key too is refused, and not asked again', async () => {
    const { asked, replacement } = ring(NEW_KEY);
    const { run, posted } = bench([errcode(93000)], { replacement });
    expect(await run(written('你好'))).toMatchObject({ status: 'refused', code: { kind: 'wecom', value: 93000 } });
    expect(asked).toHaveLength(1);
    expect(posted).toHaveLength(2);
  });

  test('of the default robot, when an unknown one is asked for', async () => {
    const { asked, replacement } = ring(undefined);
    await bench([errcode(93000)], { replacement }).run(written('你好', { robot: 'ops' }));
    expect(asked).toEqual([['default', DEFAULT_KEY]]);
  });
});

describe('createDeliver: shown, but nobody mentioned', () => {
  const alarm = rendered({ format: 'markdown', ...all });
  const follow = '🔴 支付网关 5xx > 10，详情见上一条';

  test('the mention is retried where it may pass within seconds', async () => {
    const { run, posted } = bench([OK, errcode(-1), OK]);
    expect(await run(alarm)).toEqual({ status: 'delivered', messages: 2 });
    expect(contents(posted).slice(1)).toEqual([follow, follow]);
  });

  test('else it is unconfirmed, and the next time only what is missing is posted', async () => {
    const { run, posted } = bench([OK, errcode(45009), OK]);
    expect(await run(alarm)).toEqual({
      status: 'unconfirmed',
      retryAfterMs: 65_000,
      reason: '只发出了一部分，超过每分钟 20 条的频率限制（约一分钟后恢复，请合并或减少消息）',
    });
    expect(await run(alarm)).toEqual({ status: 'delivered', messages: 2 });
    expect(contents(posted).slice(1)).toEqual([follow, follow]);
  });

  test('a mention that is refused is refused', async () => {
    const { run } = bench([OK, errcode(40058)]);
    expect(await run(alarm)).toMatchObject({ status: 'refused', code: { kind: 'wecom', value: 40058 } });
  });
});

describe('createDeliver: what is logged', () => {
  test('what WeCom said, once for each post, and not the key nor the text', async () => {
    const { run, log } = bench([errcode(93000, `invalid webhook url ${DEFAULT_KEY}, hint: [1592], from ip: 10.0.0.1`)]);
    await run(written('一段秘密的话'));
    expect(log.lines).toMatchObject([
      {
        level: 'WARN',
        id: 'sns:00000000-0000-4000-8000-00000000000a',
        robot: 'default',
        status: 'refused',
        code: 'wecom:93000',
        errcode: 93000,
        errmsg: 'invalid webhook url ***, hint: [1592], from ip: 10.0.0.1',
      },
    ]);
    expect(log.text()).not.toContain(DEFAULT_KEY);
    expect(log.text()).not.toContain('秘密');
  });

  test('what WeCom said is not in the result: it holds our address', async () => {
    const result = await bench([errcode(40058, 'from ip: 10.0.0.1')]).run(written('你好'));
    expect(JSON.stringify(result)).not.toContain('10.0.0.1');
  });
});
