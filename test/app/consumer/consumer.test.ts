import { describe, expect, it } from 'vitest';
import { at, textAt } from '../../../src/base/json.js';
import { SecretUnavailableError } from '../../../src/domain/errors.js';
import { NOBODY } from '../../../src/domain/mentions.js';
import type { Notification } from '../../../src/domain/notification.js';
import { RobotKey } from '../../../src/domain/robot-key.js';
import { NO_ATTEMPTS } from '../../../src/queue/message/attempts.js';
import { writeQueueBody } from '../../../src/queue/message/queue-body.js';
import { consumerBench, errcode, queued } from '../../support/consumer-bench.js';
import { native, rendered, written } from '../../wecom/notifications.js';

const MINUTE = 60_000;
const everybody = { ...NOBODY, all: true };
/** Makes a message be posted alone. */
const SUSPECT = { ...NO_ATTEMPTS, failedAlone: 1 };

type Bench = ReturnType<typeof consumerBench>;
const contents = ({ posted }: Bench) => posted.map(({ message }) => textAt(message, 'text', 'content') ?? '');
const firstLines = (bench: Bench) => contents(bench).map((content) => content.split('\n')[0]);
const calls = ({ posted }: Bench) => posted.map(({ message }) => at(message, 'text', 'mentioned_mobile_list'));

/** An alarm of its own that happened `ago` milliseconds before the bench's start. */
function alarm(bench: Bench, id: string, ago = 0, over: Parameters<typeof rendered>[0] = {}): Notification {
  return rendered({ id, title: `支付网关 ${id}`, severity: 'error', occurredAt: bench.start - ago, ...over });
}

describe('createConsumer: mentions', () => {
  it('createConsumer: through a storm everybody is called once a minute', async () => {
    const bench = consumerBench();
    for (let batch = 0; batch < 3; batch += 1) {
      const alone = { attempts: SUSPECT };
      await bench.drain(
        Array.from({ length: 9 }, (_, n) => queued(alarm(bench, `${batch}-${n}`, 0, { mentions: everybody }), alone)),
      );
    }
    const called = bench.posted
      .filter((_, index) => calls(bench)[index] !== undefined)
      .map(({ at: ms }) => ms / MINUTE);
    expect(bench.posted).toHaveLength(27);
    expect(called).toEqual([0, 1, 2]);
  });

  it('createConsumer: a message that would only repeat a call is not posted', async () => {
    const bench = consumerBench();
    const over = { mentions: everybody, format: 'markdown' } as const;
    await bench.drain(['a', 'b'].map((id) => queued(alarm(bench, id, 0, over), { attempts: SUSPECT })));
    expect(bench.posted.map(({ message }) => message['msgtype'])).toEqual(['markdown', 'text', 'markdown']);
    expect(bench.removed.sort()).toEqual(['a', 'b']);
  });

  it('createConsumer: people are called by the mobile that the secret has for them', async () => {
    const bench = consumerBench();
    await bench.drain([queued(alarm(bench, 'a', 0, { mentions: { ...NOBODY, people: ['王芳'] } }))]);
    expect(calls(bench)).toEqual([['13800138000']]);
  });

  it('createConsumer: a line among others names people as the message named them, never their mobiles', async () => {
    const bench = consumerBench();
    const over = { mentions: { ...NOBODY, people: ['王芳'] }, details: '请先看发布记录。'.repeat(40) };
    await bench.drain([
      ...['a', 'b', 'c'].map((id) => queued(alarm(bench, id, 0, over))),
      queued(alarm(bench, 'd', 0, { ...over, mentions: NOBODY })),
    ]);
    expect(contents(bench).join()).toContain('\n🔴 a @王芳：告警\n');
    expect(contents(bench).join()).not.toContain('138');
  });
});

describe('createConsumer: ticks that come again', () => {
  it.each(['reminder', 'summary'])(
    'createConsumer: a %s that a repeated tick sends again is not shown twice within an hour',
    async (renderer) => {
      const bench = consumerBench();
      const of = (messageId: string, robot = 'default') => ({
        ...queued(rendered({ id: 'still:1795887900', renderer, robot })),
        messageId,
      });
      await bench.drain([of('first')]);
      await bench.clock.advance(6 * MINUTE);
      await bench.drain([of('again')]);
      expect([bench.posted.length, bench.removed]).toEqual([1, ['first', 'again']]);
      expect(bench.log.lines.at(-1)).toMatchObject({ reason: 'It was shown already' });
    },
  );

  it('createConsumer: an event that its caller gave the id of another is shown', async () => {
    const bench = consumerBench();
    for (const messageId of ['first', 'again']) await bench.drain([{ ...queued(alarm(bench, 'a')), messageId }]);
    expect(bench.posted).toHaveLength(2);
  });
});

describe('createConsumer: late', () => {
  it('createConsumer: what is shown 37 minutes late says so in its first line', async () => {
    const bench = consumerBench();
    await bench.drain([queued(alarm(bench, 'a', 37 * MINUTE))]);
    expect(firstLines(bench)).toEqual(['🔴 告警 | 支付网关 a | 生产 ap-southeast-1（延迟 37 分钟）']);
  });

  it('createConsumer: of a merged message the first line says the longest delay, and repeats still fold', async () => {
    const bench = consumerBench();
    const details = '请先看发布记录。'.repeat(20);
    const of = (id: string, ago: number, title: string) =>
      queued(alarm(bench, id, ago * MINUTE, { details, title, where: '' }));
    await bench.drain([of('1', 37, '甲'), of('2', 36, '甲'), of('3', 20, '乙'), of('4', 1, '丙'), of('5', 0, '丁')]);
    expect(contents(bench)).toEqual([
      [
        '🔴 告警 4 | 11:24–12:00（延迟 37 分钟）',
        '🔴 甲 ×2：告警，11:24',
        '🔴 乙：告警，11:40',
        '🔴 丙：告警，11:59',
        '🔴 丁：告警，12:00',
      ].join('\n'),
    ]);
  });

  it('createConsumer: full texts in one message each say their own delay', async () => {
    const bench = consumerBench();
    await bench.drain([queued(alarm(bench, 'a', 8 * MINUTE)), queued(alarm(bench, 'b', 7 * MINUTE))]);
    expect(
      contents(bench)
        .join()
        .match(/（延迟 . 分钟）/g),
    ).toEqual(['（延迟 8 分钟）', '（延迟 7 分钟）']);
  });

  it('createConsumer: a text without room for it is shown after a line that says so', async () => {
    const bench = consumerBench();
    const full = written('x'.repeat(2048), { id: 'a', occurredAt: bench.start - 37 * MINUTE });
    await bench.drain([queued(full)]);
    expect(contents(bench)).toEqual(['（延迟 37 分钟）', 'x'.repeat(2048)]);
  });

  it('createConsumer: of a long text in parts the first says so, and no part is made too long by it', async () => {
    const bench = consumerBench({
      answer: ({ message }) => errcode(Buffer.byteLength(textAt(message, 'text', 'content') ?? '') > 2048 ? 40058 : 0),
    });
    const part = (number: number, body: string) =>
      queued(
        written(body, {
          id: `p${number} ${body.length}`,
          occurredAt: bench.start - 37 * MINUTE,
          part: { number, of: 2 },
        }),
      );
    for (let length = 2000; length < 2038; length += 1) {
      await bench.drain([part(1, 'x'.repeat(length)), part(2, 'y'.repeat(length))]);
    }
    expect(bench.parked).toEqual([]);
    expect(contents(bench).filter((content) => content.includes('延迟'))).toHaveLength(38);
    expect(contents(bench).filter((content) => /y.*延迟/.test(content))).toEqual([]);
  });

  it('createConsumer: more than an hour late nobody is called', async () => {
    const bench = consumerBench();
    await bench.drain([queued(alarm(bench, 'a', 61 * MINUTE, { mentions: everybody }))]);
    expect(calls(bench)).toEqual([undefined]);
    expect(firstLines(bench)[0]).toContain('（延迟 1 小时 1 分钟）');
  });

  it('createConsumer: a native message is passed through as it is, however late', async () => {
    const bench = consumerBench();
    const message = { msgtype: 'news', news: { articles: [{ title: '周报', url: 'https://example.com' }] } };
    await bench.drain([queued(native(message, { id: 'a', occurredAt: bench.start - 37 * MINUTE }))]);
    expect(bench.posted.map((posted) => posted.message)).toEqual([message]);
  });
});

describe('createConsumer: failures', () => {
  it('createConsumer: an item that breaks while it is looked up is parked, its neighbours are shown', async () => {
    const bench = consumerBench();
    const broken = { ...alarm(bench, 'b'), mentions: {} };
    const body = JSON.stringify({ v: 1, queuedAt: 0, notification: broken });
    expect(await bench.drain([queued(alarm(bench, 'a')), { ...queued(alarm(bench, 'b')), body }])).toEqual([]);
    expect(bench.parked).toEqual([{ id: 'b', code: 'TypeError' }]);
    expect(contents(bench)).toHaveLength(1);
  });

  it('createConsumer: what is for an unknown robot is handed to the default lane, and says there whose it was', async () => {
    const bench = consumerBench();
    const unknown = ['a', 'b'].map((id) => queued(alarm(bench, id, 0, { robot: 'gone' })));
    expect(await bench.drain(unknown)).toEqual([]);
    expect(bench.posted).toEqual([]);
    expect(bench.removed).toEqual(['a', 'b']);
    expect(bench.sent).toMatchObject([
      { groupId: 'default', unknownRobot: 'gone', notification: { id: 'a', robot: 'default' } },
      { groupId: 'default', unknownRobot: 'gone', notification: { id: 'b', robot: 'default' } },
    ]);
    await bench.drain(
      bench.sent.map((body, index) => ({
        ...queued(body.notification),
        body: writeQueueBody(body),
        messageId: `${index}`,
      })),
    );
    expect(bench.posted.map(({ robot }) => robot)).toEqual(['default']);
    expect(contents(bench)[0]?.match(/⚠️ 未找到机器人“gone”，已发到默认群\n/g)).toHaveLength(2);
  });

  it('createConsumer: what is for a second name of one key is handed to the lane of the first', async () => {
    const bench = consumerBench({ keys: { laneOf: async (robot) => (robot === 'ops' ? 'dba' : robot) } });
    expect(await bench.drain([queued(alarm(bench, 'a', 0, { robot: 'ops' }))])).toEqual([]);
    expect(bench.sent).toMatchObject([{ groupId: 'dba', notification: { id: 'a', robot: 'dba' } }]);
    expect(bench.sent[0]).not.toHaveProperty('unknownRobot');
  });

  it('createConsumer: where even the default robot is missing the item is parked', async () => {
    const bench = consumerBench({ keys: { laneOf: async () => undefined } });
    expect(await bench.drain([queued(alarm(bench, 'a'))])).toEqual([]);
    expect(bench.parked).toEqual([{ id: 'a', code: 'robot-missing' }]);
  });

  it('createConsumer: while the secret cannot be read nothing is posted or parked', async () => {
    const denied = async () => {
      throw new SecretUnavailableError('Cannot read the secret');
    };
    const bench = consumerBench({ keys: { key: denied, laneOf: denied, mobileOf: denied } });
    const unreadable = { ...queued(alarm(bench, 'x')), body: 'not ours' };
    expect(await bench.drain([unreadable, queued(alarm(bench, 'a')), queued(alarm(bench, 'b'))])).toEqual([
      'x',
      'a',
      'b',
    ]);
    expect(bench).toMatchObject({ posted: [], parked: [], removed: [] });
  });

  it('createConsumer: a key that the secret has replaced is no refusal: the messages come again', async () => {
    const replacement = async () => new RobotKey('00000000-0000-4000-8000-000000000009');
    const bench = consumerBench({ answer: () => errcode(93000), keys: { replacement } });
    expect(await bench.drain([queued(alarm(bench, 'a'))])).toEqual(['a']);
    expect(bench.parked).toEqual([]);
  });

  it('createConsumer: an exception hurts the message that brings it out and no other', async () => {
    const bench = consumerBench({
      answer: ({ message }) => {
        if (JSON.stringify(message).includes('支付网关 a')) throw new RangeError('unforeseen');
        return errcode(0);
      },
    });
    expect(await bench.drain([queued(alarm(bench, 'a')), queued(alarm(bench, 'b'))])).toEqual([]);
    expect(bench.parked).toEqual([{ id: 'a', code: 'RangeError' }]);
    expect(bench.removed.sort()).toEqual(['a', 'b']);
    expect(bench.sent).toMatchObject([{ notification: { renderer: 'parked-notice', robot: 'default' } }]);
  });

  it('createConsumer: what may have been shown says so the second time, and calls its people again', async () => {
    let answers = 0;
    const bench = consumerBench({
      answer: () => (answers++ === 0 ? { kind: 'no-answer', reason: 'reset' } : errcode(0)),
    });
    const mentions = { ...NOBODY, mobiles: ['13800138000'] };
    expect(await bench.drain([queued(alarm(bench, 'a', 0, { mentions }))])).toEqual([]);
    expect(bench.posted.map(({ message }) => message['msgtype'])).toEqual(['text', 'wecomrobot_probe', 'text']);
    expect(firstLines(bench).at(-1)).toBe('🔴 告警 | 支付网关 a | 生产 ap-southeast-1（可能重复）');
    expect(calls(bench).at(-1)).toEqual(['13800138000']);
    expect(bench.removed).toEqual(['a']);
  });

  it('createConsumer: a message that may have been shown counts how long it waits at each probe without an answer', async () => {
    const bench = consumerBench({ answer: () => ({ kind: 'no-answer', reason: 'reset' }) });
    const attempts = { ...NO_ATTEMPTS, unconfirmed: 1 };
    await bench.drain([queued(alarm(bench, 'a', 7 * MINUTE), { attempts })]);
    expect(bench.posted.map(({ message }) => message['msgtype'])).toEqual(['wecomrobot_probe']);
    expect(bench.log.lines.filter(({ waitingSeconds }) => waitingSeconds !== undefined)).toMatchObject([
      { id: 'a', title: '支付网关 a', robot: 'default', isAnswered: false, waitingSeconds: 7 * 60 },
    ]);
  });

  it('createConsumer: a probe that WeCom answers counts nothing', async () => {
    const bench = consumerBench();
    const attempts = { ...NO_ATTEMPTS, unconfirmed: 1 };
    await bench.drain([queued(alarm(bench, 'a', 7 * MINUTE), { attempts })]);
    const [probed] = bench.log.lines.filter(({ isAnswered }) => isAnswered !== undefined);
    expect(probed).toMatchObject({ id: 'a', isAnswered: true });
    expect(probed).not.toHaveProperty('waitingSeconds');
  });

  it('createConsumer: one line in the log when shown, with id and delay; none when a merged message is taken apart', async () => {
    const bench = consumerBench();
    await bench.drain([queued(alarm(bench, 'a', 37 * MINUTE)), queued(alarm(bench, 'b'))]);
    const lines = bench.log.lines.filter(({ message }) => message === 'notification');
    expect(lines).toMatchObject([
      { id: 'a', status: 'delivered', delivered: 1, delaySeconds: 37 * 60 },
      { id: 'b', status: 'delivered', delivered: 1, delaySeconds: 0 },
    ]);
  });
});

describe('createConsumer: parked messages', () => {
  const tooLong = () =>
    consumerBench({ answer: ({ message }) => errcode(JSON.stringify(message).includes('支付网关 b') ? 45002 : 0) });
  const notices = (bench: Bench) =>
    bench.sent.map(({ groupId, notification }) => [groupId, notification.kind === 'written' ? notification.body : '']);

  it('createConsumer: the group a parked message was meant for is told which, why and how to bring it back', async () => {
    const bench = tooLong();
    await bench.drain(['a', 'b', 'c'].map((id) => queued(alarm(bench, id))));
    expect(bench.parked).toEqual([{ id: 'b', code: 'wecom:45002' }]);
    expect(notices(bench)).toEqual([
      [
        'default',
        '⚠️ 1 条消息未能发送，已存入死信队列：支付网关 b。原因：消息内容过长（缩短内容）。找回：npm run replay -- --queue dead',
      ],
    ]);
  });

  const onItsLastTry = (bench: Bench) => ({
    attempts: { ...NO_ATTEMPTS, failedAlone: 2, since: bench.start - 11 * MINUTE },
  });

  it('createConsumer: if a word of its title is the reason, it is told by its id and parked', async () => {
    const bench = consumerBench({
      answer: ({ message }) => errcode(JSON.stringify(message).includes('支付网关 b') ? -1 : 0),
    });
    const message = queued(alarm(bench, 'b'), { ...onItsLastTry(bench), messageId: 'id-in-queue' });
    expect(await bench.drain([message])).toEqual(['id-in-queue']);
    expect(await bench.drain([message])).toEqual([]);
    expect(bench.parked).toEqual([{ id: 'id-in-queue', code: 'failed-alone' }]);
    expect(contents(bench).at(-1)).toContain('：id-in-queue。');
  });

  it('createConsumer: a notice that alone is not taken is parked once WeCom answers a probe, and not told', async () => {
    const bench = consumerBench({ answer: ({ message }) => errcode(message['msgtype'] === 'text' ? -1 : 40008) });
    const notice = { ...written('⚠️ 1 条消息未能发送', { id: 'n' }), renderer: 'parked-notice' };
    expect(await bench.drain([queued(notice, onItsLastTry(bench))])).toEqual([]);
    expect(bench.parked).toEqual([{ id: 'n', code: 'failed-alone' }]);
    expect(bench.posted.map(({ message }) => message['msgtype'])).toEqual(['text', 'wecomrobot_probe']);
    expect(bench.sent).toEqual([]);
  });

  it('createConsumer: a notice that is parked itself is not told', async () => {
    const bench = tooLong();
    await bench.drain([queued(alarm(bench, 'b'))]);
    const [notice] = bench.sent;
    expect(notice?.notification.renderer).toBe('parked-notice');
    await bench.drain(bench.sent.map((body) => queued(body.notification)));
    expect(bench.sent).toHaveLength(1);
    expect(bench.parked).toHaveLength(2);
  });

  it('createConsumer: an unreadable message is told to its group as well', async () => {
    const bench = consumerBench();
    await bench.drain([{ ...queued(alarm(bench, 'a', 0, { robot: 'dba' })), body: '{"v":99}' }]);
    expect(notices(bench)[0]?.[0]).toBe('dba');
    expect(notices(bench)[0]?.[1]).toContain('无法读取的消息');
  });
});

describe('createConsumer: a robot that is gone', () => {
  const gone = (code = 93000) => consumerBench({ answer: ({ robot }) => errcode(robot === 'dba' ? code : 0) });
  const toDba = (bench: Bench, id: string) => queued(alarm(bench, id, 0, { robot: 'dba' }));
  const told = (bench: Bench) =>
    bench.sent.flatMap(({ notification }) => (notification.kind === 'written' ? notification.body : []));

  it.each([93000, 93004, 93008])(
    'createConsumer: after %i the default group is told once in 15 minutes',
    async (code) => {
      const bench = gone(code);
      for (let minute = 0; minute < 16; minute += 1)
        await bench.drain([toDba(bench, `a${minute}`), toDba(bench, `b${minute}`)]);
      expect(told(bench)).toEqual(Array(2).fill(`⚠️ 机器人“dba”已失效（${code}），2 条消息已存入死信队列`));
      expect(bench.parked).toHaveLength(32);
    },
  );

  it('createConsumer: nobody is told of the default robot by itself', async () => {
    const bench = consumerBench({ answer: () => errcode(93000) });
    await bench.drain([queued(alarm(bench, 'a'))]);
    expect(told(bench)).toEqual([]);
    expect(bench.parked).toEqual([{ id: 'a', code: 'wecom:93000' }]);
  });
});

describe('createConsumer: a message whose sender may reach only its own group', () => {
  it('createConsumer: it is dead-lettered if the secret lacks its robot, and the default group reads nothing of it', async () => {
    const bench = consumerBench();
    const origin = { source: 'http', isConfined: true } as const;
    const secret = alarm(bench, 'a', 0, { robot: '机密', title: '不可外传', origin });
    expect(await bench.drain([queued(secret)])).toEqual([]);
    expect(bench.posted).toEqual([]);
    expect(bench.parked).toEqual([{ id: 'a', code: 'robot-missing' }]);
    expect(bench.sent).toMatchObject([{ groupId: 'default', notification: { renderer: 'parked-notice' } }]);
    expect(JSON.stringify(bench.sent)).not.toMatch(/机密|不可外传/);
  });

  it('createConsumer: it is shown if the secret has its robot', async () => {
    const bench = consumerBench();
    const origin = { source: 'http', isConfined: true } as const;
    await bench.drain([queued(alarm(bench, 'a', 0, { robot: 'dba', origin }))]);
    expect(bench.posted).toMatchObject([{ robot: 'dba' }]);
  });
});
