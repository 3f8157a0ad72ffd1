import { describe, expect, test } from 'vitest';
import { durations } from '../../../src/app/look-up/durations.js';
import { createLookUp, createLookUps } from '../../../src/app/look-up/look-up.js';
import { NOBODY } from '../../../src/domain/mentions.js';
import type { Notification } from '../../../src/domain/notification.js';
import { readQueueBody, writeQueueBody } from '../../../src/queue/message/queue-body.js';
import { trimForQueue } from '../../../src/queue/message/trim-for-queue.js';
import { wordsOf } from '../../../src/text/words.js';
import { endedAlarm } from '../../../src/watch/alarm/history.js';
import type { AlarmLookUps } from '../../../src/watch/alarm/watched.js';
import { createFakeClock } from '../../support/fake-clock.js';
import { recordLog } from '../../support/lines.js';

const NOON = Date.UTC(2026, 10, 29, 12);
const MINUTE = 60_000;
const ACCOUNT = '111122223333';

type Rendered = Extract<Notification, { kind: 'rendered' }>;

/** A recovery that SNS brought at noon. */
const recovery = (alarmName: string, over: Partial<Rendered> = {}): Notification => ({
  kind: 'rendered',
  id: `alarm:${alarmName}:OK:${NOON}`,
  renderer: 'cloudwatch-alarm',
  severity: 'recovery',
  status: '恢复',
  title: alarmName,
  where: '',
  fields: [{ label: '时间', value: '2026-11-29 20:00:00' }],
  lacksDuration: true,
  occurredAt: NOON,
  origin: { source: 'sns', alarmName, account: ACCOUNT, region: 'ap-southeast-1', state: 'OK' },
  robot: 'default',
  format: 'text',
  mentions: NOBODY,
  ...over,
});
const alarm = (name: string): Notification => {
  const { lacksDuration: _, ...rest } = recovery(name) as Rendered;
  return { ...rest, severity: 'critical', status: '告警' };
};

/** A history in which every alarm rose at a time of its own, and three times in the day if its name says so. */
const HISTORY: AlarmLookUps['historyOf'] = async (name) => ({
  transitions: [
    ...(name === 'often' ? [300, 200].flatMap((minute) => [rose(minute), fell(minute - 1)]) : []),
    rose(12),
    fell(0),
  ],
  isCut: false,
});
const rose = (minutes: number) => ({ at: NOON - minutes * MINUTE, to: 'ALARM' as const });
const fell = (minutes: number) => ({ at: NOON - minutes * MINUTE, to: 'OK' as const });

function setUp(historyOf: AlarmLookUps['historyOf'] = HISTORY, account: string | undefined = ACCOUNT) {
  const clock = createFakeClock(NOON);
  const log = recordLog(clock.now);
  const asked: string[] = [];
  const missing = durations({
    openWatch: async () => ({
      endedAlarm: async ({ name, region, endedAt, contributorId }, signal) => {
        asked.push([region, name, contributorId].filter((part) => part !== undefined).join(' '));
        return endedAlarm(await historyOf(name, endedAt, signal), endedAt) ?? null;
      },
    }),
    regions: ['ap-southeast-1'],
    account: () => account,
    words: wordsOf('zh-CN'),
  });
  const { begin } = createLookUps([createLookUp(missing, { clock, log })], clock);
  /** Completes in the given time of milliseconds, and returns what each says of its duration. */
  const run = async (notifications: readonly Notification[], freeMs = 0, leftMs = 60_000, complete = begin()) => {
    const time = { freeUntilMs: clock.now() + freeMs, untilMs: clock.now() + leftMs };
    const startedAt = clock.now();
    let tookMs = -1;
    const completed = complete(notifications, time).then((all) => {
      tookMs = clock.now() - startedAt;
      return all;
    });
    await clock.advance(3000);
    return { all: await completed, said: (await completed).map(lastedOf), tookMs };
  };
  return { run, begin, asked, log };
}

const lastedOf = (notification: Notification): string | undefined =>
  notification.kind === 'rendered' ? notification.fields.find(({ label }) => label === '持续')?.value : undefined;
const hangs: AlarmLookUps['historyOf'] = () => new Promise(() => {});

describe('durations', () => {
  test('a recovery says how long, and the number of the time from the third of a day on', async () => {
    const { run } = setUp();
    const { all, said } = await run([recovery('once'), recovery('often')]);
    expect(said).toEqual(['12 分钟', '12 分钟，24 小时内第 3 次']);
    expect(all[0]).toMatchObject({ brief: '持续 12 分钟' });
    expect(all[0]).not.toHaveProperty('lacksDuration');
  });

  test('of a contributor its own history is asked for', async () => {
    const { run, asked } = setUp();
    const { said } = await run([recovery('fleet', { lacksDuration: { contributorId: 'a1b2' } })]);
    expect(said).toEqual(['12 分钟']);
    expect(asked).toEqual(['ap-southeast-1 fleet a1b2']);
  });

  test('what the event told itself, what is no recovery and a message without the mark are not looked up', async () => {
    const { run, asked } = setUp();
    const { lacksDuration: _, ...told } = recovery('told') as Rendered;
    const { all } = await run([told, alarm('fires')]);
    expect(all).toEqual([told, alarm('fires')]);
    expect(asked).toEqual([]);
  });

  test('bad news waits only as long as it waits anyway', async () => {
    const { run, asked } = setUp();
    expect(await run([alarm('fires'), recovery('over')])).toMatchObject({ said: [undefined, undefined], tookMs: 0 });
    expect(asked).toEqual([]);
    expect((await run([alarm('fires'), recovery('over')], 500)).said).toEqual([undefined, '12 分钟']);
    const slow = setUp(hangs);
    expect((await slow.run([alarm('fires'), recovery('over')], 500)).tookMs).toBe(500);
  });

  test('good news waits two seconds at most, and less if less is left', async () => {
    expect((await setUp(hangs).run([recovery('over')])).tookMs).toBe(2000);
    expect((await setUp(hangs).run([recovery('over')], 0, 700)).tookMs).toBe(700);
    expect((await setUp(hangs).run([recovery('over')], 0, -1)).tookMs).toBe(0);
  });

  test('an answer that does not come leaves the recovery as it is, with one line', async () => {
    const { run, log } = setUp(hangs);
    expect((await run([recovery('a'), recovery('b')])).all).toEqual([recovery('a'), recovery('b')]);
    expect(log.lines).toMatchObject([{ level: 'WARN', message: 'durations not looked up', failed: 2 }]);
  });

  test('of a batch five alarms are looked up, whatever its robots', async () => {
    const { run, begin, asked } = setUp();
    const complete = begin();
    const names = ['a', 'b', 'c', 'd'];
    await run(
      names.map((name) => recovery(name)),
      0,
      60_000,
      complete,
    );
    const { said } = await run(
      ['e', 'f'].map((name) => recovery(name, { robot: 'dba' })),
      0,
      60_000,
      complete,
    );
    expect(said).toEqual(['12 分钟', undefined]);
    expect(asked).toHaveLength(5);
  });

  test('one recovery for two robots, and one that is tried again, are looked up once', async () => {
    const { run, asked } = setUp();
    const both = [recovery('a'), recovery('a', { robot: 'dba' })];
    expect((await run(both)).said).toEqual(['12 分钟', '12 分钟']);
    expect((await run(both)).said).toEqual(['12 分钟', '12 分钟']);
    expect(asked).toEqual(['ap-southeast-1 a']);
  });

  test('an OK that ended no ALARM says nothing, and is not looked up again', async () => {
    const { run, asked } = setUp(async () => ({ transitions: [fell(0)], isCut: false }));
    expect((await run([recovery('new')])).said).toEqual([undefined]);
    await run([recovery('new')]);
    expect(asked).toHaveLength(1);
  });

  test('alarms of other accounts and of regions that may not be read are not looked up', async () => {
    const { run, asked } = setUp();
    const at = (over: Partial<Notification['origin']>) =>
      recovery('a', { origin: { ...recovery('a').origin, ...over } });
    await run([at({ account: '444455556666' }), at({ region: 'eu-west-1' })]);
    expect(asked).toEqual([]);
    const unknown = setUp(HISTORY, undefined);
    const { account: _, ...origin } = recovery('a').origin;
    await unknown.run([recovery('a', { origin })]);
    expect(unknown.asked).toEqual([]);
  });

  test('what the look-up needs survives the queue, and a body of an older version goes without', async () => {
    const { run } = setUp();
    const queued = readQueueBody(writeQueueBody({ notification: trimForQueue(recovery('a')), queuedAt: NOON }));
    expect((await run([queued.notification])).said).toEqual(['12 分钟']);
    const { lacksDuration: _, ...old } = recovery('b') as Rendered;
    const older = readQueueBody(writeQueueBody({ notification: old, queuedAt: NOON }));
    expect((await run([older.notification])).said).toEqual([undefined]);
  });
});
