import { beforeEach, describe, expect, test, vi } from 'vitest';
import { NOBODY } from '../../../src/domain/mentions.js';
import { allRenderers } from '../../../src/renderers/renderers.js';
import { remindersFor } from '../../../src/routing/reminders-for.js';
import { route } from '../../../src/routing/route.js';
import { wantsTags } from '../../../src/routing/wants-tags.js';
import { createInterpret } from '../../../src/sources/interpret.js';
import { tickWordsOf } from '../../../src/text/watch-words.js';
import { wordsOf } from '../../../src/text/words.js';
import { readDescribed } from '../../../src/watch/alarm/described-alarm.js';
import type { CloudWatch } from '../../../src/watch/alarm/watched.js';
import { readDue, type TickParts } from '../../../src/watch/reminders/read-due.js';
import { routingBy } from '../../routing/drafts.js';
import { recordLog } from '../../support/lines.js';
import { sampleContext } from '../../support/render-sample.js';

const HOUR = 3_600_000;
/** The age at which a try is the last. */
const LAST_TRY = 150_000;
const NOON = Date.UTC(2026, 10, 29, 12);
const TOPIC = 'arn:aws:sns:us-east-1:111122223333:billing';
const FUNCTION = 'arn:aws:lambda:ap-southeast-1:111122223333:function:wecomrobot-prod-notify';

/** A region with one alarm that has been in ALARM for an hour and three minutes unless said. */
const regionOf = (
  region: string,
  AlarmActions: readonly string[],
  changed: Partial<CloudWatch> = {},
  since = NOON - HOUR - 180_000,
): CloudWatch => {
  const AlarmArn = `arn:aws:cloudwatch:${region}:111122223333:alarm:of ${region}`;
  const StateTransitionedTimestamp = new Date(since);
  const alarm = readDescribed({
    AlarmName: `of ${region}`,
    AlarmArn,
    AlarmActions,
    StateValue: 'ALARM',
    StateTransitionedTimestamp,
  });
  return {
    alarms: async () => (alarm ? [alarm] : []),
    changes: async () => ({ history: new Map() }),
    historyOf: async () => ({ transitions: [], isCut: false }),
    muteRules: async () => [],
    named: async () => [],
    tags: async () => ({}),
    tag: async () => {},
    ...changed,
  };
};

const routing = routingBy([]);

/** The time at which it is read. */
let now = NOON;
beforeEach(() => {
  now = NOON;
});

/** Reads a tick, that of noon unless said, with the function in the first of these regions. */
const readAt = (
  regions: Readonly<Record<string, CloudWatch>>,
  log = recordLog(),
  more: Partial<TickParts> = {},
  at = NOON,
) =>
  readDue(
    { at },
    (region) => {
      const reader = regions[region];
      if (!reader) throw new Error(`Cannot open ${region}`);
      return reader;
    },
    {
      interpret: createInterpret({ renderContext: sampleContext('en'), log: recordLog(), renderers: allRenderers }),
      remindersFor: (draft, now) => remindersFor(draft, routing, now),
      route: (draft, now) => route(draft, routing, now),
      format: routing.format,
      words: tickWordsOf(wordsOf('en'), 'en'),
      roads: { topics: [TOPIC], functionArn: FUNCTION, hasAlarmRule: true, service: 'wecomrobot-prod' },
      region: 'ap-southeast-1',
      readsAcks: true,
      timeZone: 'Asia/Shanghai',
      clock: { now: () => now },
      log,
      ...more,
    },
  );

describe('readDue: tags', () => {
  const tagRule = routingBy([{ name: 'pay', match: { tags: { team: ['pay'] } }, robots: ['pay'] }]);
  const byTags: Partial<TickParts> = {
    remindersFor: (draft, now) => remindersFor(draft, tagRule, now),
    wantsTags: (draft) => wantsTags(draft, tagRule.routes),
  };
  const robotsOf = async (tags: CloudWatch['tags'], more: Partial<TickParts>, log = recordLog()) =>
    (
      await readAt(
        { 'ap-southeast-1': regionOf('ap-southeast-1', [], { tags }), 'us-east-1': regionOf('us-east-1', []) },
        log,
        more,
      )
    ).map(({ robot }) => robot);

  test('an alarm is told again where its tags lead, if they are looked up', async () => {
    const tags = async () => ({ team: 'pay' });
    expect(await robotsOf(tags, byTags)).toEqual(['pay']);
    expect(await robotsOf(tags, { ...byTags, wantsTags: undefined })).toEqual(['default']);
  });

  test('the tags of a hundred alarms are asked for eight seconds long at most, whatever for: the last time all are told', async () => {
    const [one] = await regionOf('ap-southeast-1', []).alarms('ALARM');
    const hundred = Array.from({ length: 100 }, (_, index) => `number ${index}`).flatMap((AlarmName) => {
      const AlarmArn = `arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:${AlarmName}`;
      return readDescribed({ ...one?.described, AlarmName, AlarmArn }) ?? [];
    });
    const tags = vi.fn(async () => {
      now += 500;
      return {};
    });
    const log = recordLog();
    const region = regionOf('ap-southeast-1', [], { tags, alarms: async () => hundred });
    const regions = { 'ap-southeast-1': region, 'us-east-1': regionOf('us-east-1', []) };
    await expect(readAt(regions, log, byTags)).rejects.toThrow('Cannot read 80 of 100 in time');
    tags.mockClear();
    now = NOON + LAST_TRY;
    const [told] = await readAt(regions, log, byTags);
    expect(told?.title).toBe('100 alarms (longest 1 h 5 min)');
    // Five at a time take 2.5 s here: the last are asked after 7.5 s.
    expect(tags).toHaveBeenCalledTimes(20);
    expect(log.lines.map(({ message, reason }) => [message, reason])).toEqual([
      ['tags not looked up', 'Error: Cannot read 80 of 100 in time'],
      ['tags not read, whoever has an alarm is not known', 'Error: Cannot read 80 of 80 in time'],
    ]);
  });

  test('tags that rules look at say who has an alarm too: they are read once', async () => {
    const tags = vi.fn(async () => ({ team: 'pay', 'wecom:ack': '李雷 2026-11-29T11:30Z' }));
    const region = regionOf('ap-southeast-1', [], { tags });
    const [told] = await readAt(
      { 'ap-southeast-1': region, 'us-east-1': regionOf('us-east-1', []) },
      recordLog(),
      byTags,
    );
    expect(told).toMatchObject({ robot: 'pay', title: 'of ap-southeast-1, 1 h 3 min, 李雷 is on it' });
    expect(tags).toHaveBeenCalledTimes(1);
  });

  test('tags that cannot be read make the tick wait, so that nobody else is called; the last time the alarm is told as without', async () => {
    const log = recordLog();
    const tags = async () => Promise.reject(new Error('AccessDenied'));
    const more = { ...byTags, readsAcks: false };
    await expect(robotsOf(tags, more, log)).rejects.toThrow('AccessDenied');
    expect(log.lines).toEqual([]);
    now = NOON + LAST_TRY;
    expect(await robotsOf(tags, more, log)).toEqual(['default']);
    expect(log.lines).toMatchObject([{ message: 'tags not looked up' }]);
  });
});

describe('readDue: regions', () => {
  const denied = { alarms: () => Promise.reject(new Error('AccessDenied')) };
  const regions = {
    'ap-southeast-1': regionOf('ap-southeast-1', []),
    'us-east-1': { ...regionOf('us-east-1', []), ...denied },
  };

  test('one that cannot be read makes the tick wait; the last time the others are told, and its steps counted as lost', async () => {
    const log = recordLog();
    await expect(readAt(regions, log)).rejects.toThrow('AccessDenied');
    expect(log.lines).toEqual([]);
    now = NOON + LAST_TRY;
    expect(await readAt(regions, log)).toMatchObject([{ title: 'of ap-southeast-1, 1 h 5 min' }]);
    expect(log.lines).toMatchObject([
      {
        ...{ level: 'ERROR', message: 'reminders told without the regions that could not be read', ticksLost: 1 },
        ...{ unread: 'us-east-1', reason: 'Error: AccessDenied' },
      },
    ]);
  });

  test('if none can be read it fails to the last', async () => {
    now = NOON + LAST_TRY;
    const none = { ...regions, 'ap-southeast-1': regions['us-east-1'] };
    await expect(readAt(none)).rejects.toThrow('AccessDenied');
  });
});

describe('readDue: the begin of a trouble', () => {
  const MINUTE = 60_000;
  type Change = readonly [hours: number, to: 'ALARM' | 'OK' | 'INSUFFICIENT_DATA'];
  /** A region of one alarm with these changes, hours before noon, of which only those after `cutAt` are read with all others. */
  const lasting = (all: readonly Change[], tags: CloudWatch['tags'], cutHours?: number) => {
    const known = all.map(([hours, to], index) => ({ at: NOON - hours * HOUR, to, from: all[index - 1]?.[1] ?? 'OK' }));
    const historyOf = vi.fn(async (_: string, to: number) => {
      const before = known.filter(({ at }) => at <= to);
      return { transitions: before.slice(-100), isCut: before.length > 100 };
    });
    const changes = async (from: number, to: number) => {
      const cutAt = cutHours === undefined ? undefined : NOON - cutHours * HOUR;
      const read = known.filter(({ at }) => at >= Math.max(from, cutAt ?? 0) && at <= to);
      return { history: new Map([['of ap-southeast-1', read]]), ...(cutAt !== undefined && { cutAt }) };
    };
    const since = known.at(-1)?.at;
    return { region: regionOf('ap-southeast-1', [], { changes, historyOf, tags }, since), historyOf };
  };
  const steps = routingBy([
    {
      mentions: { ...NOBODY, people: ['王芳'] },
      remind: [{ afterMs: 15 * MINUTE }, { everyMs: 4 * HOUR, untilMs: 72 * HOUR }],
    },
  ]);
  const more: Partial<TickParts> = { remindersFor: (draft, at) => remindersFor(draft, steps, at) };
  const untagged = async () => ({});
  const toldOf = async (region: CloudWatch) =>
    (await readAt({ 'ap-southeast-1': region, 'us-east-1': regionOf('us-east-1', []) }, recordLog(), more)).map(
      ({ title, mentions }) => [title, ...mentions.people],
    );

  test('time does not start anew after a day: a host without data for hours, and what a day is too short for', async () => {
    const { region } = lasting(
      [
        [25.08, 'ALARM'],
        [5, 'INSUFFICIENT_DATA'],
        [0.3, 'ALARM'],
      ],
      untagged,
    );
    expect(await toldOf(region)).toEqual([]);
    const later = lasting(
      [
        [28.3, 'ALARM'],
        [8, 'INSUFFICIENT_DATA'],
        [0.3, 'ALARM'],
      ],
      untagged,
    );
    expect(await toldOf(later.region)).toEqual([['of ap-southeast-1, 1 d 4 h', '王芳']]);
    expect(later.historyOf).toHaveBeenCalledTimes(1);
  });

  test('so who took it then still has it', async () => {
    const tags = async () => ({ 'wecom:ack': '李雷 2026-11-28T08:30Z' });
    const { region } = lasting(
      [
        [28.3, 'ALARM'],
        [8, 'OK'],
        [7.97, 'ALARM'],
      ],
      tags,
    );
    expect(await toldOf(region)).toEqual([['of ap-southeast-1, 1 d 4 h, 李雷 is on it']]);
  });

  test('very many changes of other alarms, and of its own, do not move the begin of one that flaps', async () => {
    const flaps = Array.from(
      { length: 244 },
      (_, index): Change => [12.2 - Math.floor(index / 2) * 0.1 - (index % 2) * 0.05, index % 2 ? 'OK' : 'ALARM'],
    );
    const { region, historyOf } = lasting([...flaps, [0.01, 'ALARM']], untagged, 1);
    expect(await toldOf(region)).toEqual([]);
    // 12 h 20 min: 15 min, and three times four hours.
    const older = lasting([...flaps.map(([hours, to]): Change => [hours + 0.1, to]), [0.01, 'ALARM']], untagged, 1);
    expect(await toldOf(older.region)).toEqual([['of ap-southeast-1, 12 h 18 min', '王芳']]);
    expect(historyOf).toHaveBeenCalledTimes(3);
  });

  test('nothing more is asked of what began within a day, nor of what has stayed for longer', async () => {
    const { region, historyOf } = lasting(
      [
        [3, 'ALARM'],
        [2, 'OK'],
        [1.95, 'ALARM'],
      ],
      untagged,
    );
    await toldOf(region);
    const old = lasting(
      [
        [40, 'ALARM'],
        [39, 'OK'],
        [38.95, 'ALARM'],
      ],
      untagged,
    );
    await toldOf(old.region);
    expect([historyOf.mock.calls.length, old.historyOf.mock.calls.length]).toEqual([0, 0]);
  });
});

describe('readDue', () => {
  test('reads the function’s own region and those of its topics; the alarm rule counts in its own', async () => {
    const told = await readAt({
      'ap-southeast-1': regionOf('ap-southeast-1', []),
      'us-east-1': regionOf('us-east-1', []),
    });
    expect(told.map(({ title }) => title)).toEqual(['of ap-southeast-1, 1 h 3 min']);
    const both = await readAt({
      'ap-southeast-1': regionOf('ap-southeast-1', []),
      'us-east-1': regionOf('us-east-1', [TOPIC]),
    });
    expect(both.map(({ title }) => title)).toEqual(['2 alarms (longest 1 h 3 min)']);
  });

  /** A mute rule of the alarm with one window. */
  const muteFrom = (from: number, to: number, isActive = false): Partial<CloudWatch> => {
    const schedule = {
      Expression: `at(${new Date(from).toISOString().slice(0, 16)})`,
      Duration: `PT${Math.round((to - from) / 60_000)}M`,
    };
    return { muteRules: async () => [{ name: 'a release', alarmNames: ['of ap-southeast-1'], isActive, schedule }] };
  };
  const ALARM = NOON - 93 * 60_000;
  const [BEFORE, DURING, LATE] = [ALARM - 5 * 60_000, ALARM + 10 * 60_000, NOON - 20 * 60_000];

  test.each<[string, readonly string[], number, number, readonly string[]]>([
    ['the alarm rule brings', [], BEFORE, NOON - 120_000, ['of ap-southeast-1, 1 h 33 min (mute over)']],
    ['the alarm rule brings, in another slot', [], BEFORE, NOON, []],
    ['the alarm rule brings, in the slot before', [], LATE, NOON - 360_000, []],
    ['the alarm rule brings, before its ALARM', [], ALARM - 7_200_000, ALARM - 60_000, []],
    ['its own topic brought before it', [TOPIC], LATE, NOON - 120_000, ['of ap-southeast-1, 1 h 33 min (mute over)']],
    [
      'its own topic brought before it, with a step in it',
      [TOPIC],
      DURING,
      NOON - 120_000,
      ['of ap-southeast-1, 1 h 33 min (mute over)'],
    ],
    ['its own topic brings, with a step in it', [TOPIC], BEFORE, NOON - 120_000, ['of ap-southeast-1, 1 h 33 min']],
  ])('the end of a mute of CloudWatch’s of what %s', async (_, actions, from, to, expected) => {
    const region = regionOf('ap-southeast-1', actions, muteFrom(from, to), ALARM);
    const told = await readAt({ 'ap-southeast-1': region, 'us-east-1': regionOf('us-east-1', []) });
    expect(told.map(({ title }) => title)).toEqual(expected);
  });

  test('what CloudWatch says is muted is not told, whatever its schedule', async () => {
    const changed = muteFrom(NOON - 7_200_000, NOON - 3_600_000, true);
    const regions = {
      'ap-southeast-1': regionOf('ap-southeast-1', [], changed),
      'us-east-1': regionOf('us-east-1', []),
    };
    expect(await readAt(regions)).toEqual([]);
  });

  const OTHER = { 'us-east-1': regionOf('us-east-1', []) };

  test('who has an alarm is asked of those that are due, and nobody is called for it', async () => {
    const tags = vi.fn(async () => ({ team: 'pay', 'wecom:ack': '李雷 2026-11-29T11:30Z' }));
    const [told] = await readAt({ ...OTHER, 'ap-southeast-1': regionOf('ap-southeast-1', [], { tags }) });
    expect(told?.title).toBe('of ap-southeast-1, 1 h 3 min, 李雷 is on it');
    expect(told?.mentions).toEqual(NOBODY);
    expect(tags.mock.calls).toEqual([['arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:of ap-southeast-1']]);
    const notDue = regionOf('ap-southeast-1', [], { tags, alarms: async () => [] });
    await readAt({ ...OTHER, 'ap-southeast-1': notDue });
    expect(tags).toHaveBeenCalledTimes(1);
  });

  test('the time of whoever has an alarm is over: people are called again, at the next quarter of an hour', async () => {
    const tags = vi.fn(async () => ({ 'wecom:ack': '李雷 2026-11-29T11:10Z 40m' }));
    const at = async (minutes: number) => {
      now = NOON + minutes * 60_000;
      const region = regionOf('ap-southeast-1', [], { tags }, NOON - 6 * HOUR);
      const told = await readAt({ ...OTHER, 'ap-southeast-1': region }, recordLog(), {}, now);
      return told.map(({ title, mentions }) => [title, ...mentions.mobiles]);
    };
    expect([await at(-15), await at(-5), await at(0), await at(5), await at(15)]).toEqual([
      [],
      [],
      [['of ap-southeast-1, 6 h (no longer taken)', '13800138000']],
      [],
      [],
    ]);
    // It is asked for each quarter of an hour, not at each tick.
    expect(tags).toHaveBeenCalledTimes(3);
  });

  test('nobody is asked who has what calls nobody', async () => {
    const tags = vi.fn(async () => ({}));
    const quiet = routingBy([{ remind: [], mentions: NOBODY }]);
    const more: Partial<TickParts> = { remindersFor: (draft, moment) => remindersFor(draft, quiet, moment) };
    await readAt({ ...OTHER, 'ap-southeast-1': regionOf('ap-southeast-1', [], { tags }) }, recordLog(), more);
    expect(tags).not.toHaveBeenCalled();
  });

  test('tags that cannot be read: told with its calls, and one line', async () => {
    const tags = async () => Promise.reject(new Error('AccessDenied'));
    const log = recordLog();
    const [told] = await readAt({ ...OTHER, 'ap-southeast-1': regionOf('ap-southeast-1', [], { tags }) }, log);
    expect(told?.title).toBe('of ap-southeast-1, 1 h 3 min');
    expect(told?.mentions.mobiles).toEqual(['13800138000']);
    expect(log.lines.map(({ message }) => message)).toEqual(['tags not read, whoever has an alarm is not known']);
  });

  test('a tick that comes late tells the same steps under the same id, and how long it is now', async () => {
    const regions = { 'ap-southeast-1': regionOf('ap-southeast-1', []), 'us-east-1': regionOf('us-east-1', []) };
    const [inTime] = await readAt(regions);
    now = NOON + 6 * 60_000;
    const [late] = await readAt(regions);
    expect(late).toMatchObject({ id: inTime?.id, title: 'of ap-southeast-1, 1 h 9 min', occurredAt: now });
  });

  test('rejects if one region cannot be read: nothing is told in halves', async () => {
    await expect(readAt({ 'ap-southeast-1': regionOf('ap-southeast-1', []) })).rejects.toThrow('Cannot open us-east-1');
  });
});
