import { describe, expect, test } from 'vitest';
import { inProcessClient } from '../../../local/cloudwatch/in-process-client.js';
import { createWatchedAlarms } from '../../../local/cloudwatch/watched-alarms.js';
import type { RenderedContent } from '../../../src/domain/content.js';
import type { Draft, Notification } from '../../../src/domain/notification.js';
import { allRenderers } from '../../../src/renderers/renderers.js';
import { NO_ROUTES, type Routes, type Rule } from '../../../src/routing/rule.js';
import { toldTo } from '../../../src/routing/told-to.js';
import { wantsTags } from '../../../src/routing/wants-tags.js';
import { createInterpret } from '../../../src/sources/interpret.js';
import { tickWordsOf } from '../../../src/text/watch-words.js';
import { wordsOf } from '../../../src/text/words.js';
import type { AlarmState } from '../../../src/watch/alarm/transition.js';
import type { CloudWatch } from '../../../src/watch/alarm/watched.js';
import { cloudWatchOf } from '../../../src/watch/cloudwatch.js';
import { tellSummaries } from '../../../src/watch/summary/tell-summaries.js';
import type { OnTickParts } from '../../../src/watch/watch.js';
import { routingBy } from '../../routing/drafts.js';
import { createFakeClock } from '../../support/fake-clock.js';
import { recordLog } from '../../support/lines.js';
import { sampleContext } from '../../support/render-sample.js';

const MINUTE = 60_000;
/** Monday, 09:30 in UTC. */
const AT = Date.UTC(2026, 10, 30, 9, 30);
const TOPIC = 'arn:aws:sns:us-east-1:111122223333:ops';
const FUNCTION = 'arn:aws:lambda:ap-southeast-1:111122223333:function:wecomrobot-prod-notify';
const AccessDenied = Object.assign(new Error('User: arn:aws:sts::111122223333:x is not authorized'), {
  name: 'AccessDeniedException',
});

interface Given {
  readonly rules?: readonly Partial<Rule>[];
  readonly summary?: Routes['summary'];
  readonly readers?: Readonly<Record<string, CloudWatch>>;
  readonly changed?: Partial<OnTickParts>;
  /** How late it runs. */
  readonly ageMs?: number;
}

/** A region in which some alarms have been in ALARM for an hour. */
function regionOf(region: string, ...names: readonly string[]) {
  let now = AT - 60 * MINUTE;
  const alarms = createWatchedAlarms(`${region}:111122223333`, () => now);
  for (const AlarmName of names) alarms.put('MetricAlarm', { AlarmName, AlarmActions: [TOPIC], Namespace: 'AWS/RDS' });
  for (const name of names) alarms.setState(name, 'ALARM', 'too much');
  now = AT;
  return { alarms, reader: cloudWatchOf(inProcessClient(alarms.answers)) };
}
const failing = (reader: CloudWatch) => ({ ...reader, changes: () => Promise.reject(AccessDenied) });

/** Runs a tick, and returns what it queued, each robot's title and rows. */
async function tell({ rules = [], summary = [{ at: 570 }], readers = {}, changed = {}, ageMs = 0 }: Given) {
  const clock = createFakeClock(AT + ageMs);
  const [log, queued]: [ReturnType<typeof recordLog>, Notification[]] = [recordLog(), []];
  const routing = routingBy(rules, { ...NO_ROUTES, summary });
  const parts: OnTickParts = {
    language: 'en',
    ...{ routing, clock, log, words: wordsOf('en'), format: 'text', timeZone: 'UTC', region: 'ap-southeast-1' },
    interpret: createInterpret({ renderContext: sampleContext('en'), log, renderers: allRenderers }),
    toldTo: (draft, now) => toldTo(draft, routing, now),
    remindersFor: () => [],
    route: () => ({ notifications: [] }),
    ...{ readsAcks: true, hasForeign: false, readParked: async () => 0, deadlineMs: AT + ageMs + 20_000 },
    roads: { topics: [TOPIC], functionArn: FUNCTION, hasAlarmRule: true, service: 'wecomrobot-prod' },
    dispatch: async (notifications) => {
      queued.push(...notifications);
      return notifications.map(({ id }) => ({ status: 'queued', id }));
    },
    ...changed,
  };
  const telling = tellSummaries({ at: AT }, (region) => readers[region] ?? regionOf(region).reader, {
    ...parts,
    words: tickWordsOf(wordsOf('en'), 'en'),
  });
  return { telling, queued, log, clock };
}
const linesOf = (one: Notification | undefined) => {
  const { title, rows = [] } = one as RenderedContent;
  return [title, ...rows.map(({ text }) => text)];
};

describe('tellSummaries', () => {
  test('tells at its time, whether all is well or not, and nothing at any other time or without one', async () => {
    const { telling, queued } = await tell({});
    await telling;
    expect(queued).toMatchObject([{ id: `summary:${AT / 1000}`, robot: 'default', severity: 'recovery' }]);
    expect(linesOf(queued[0])).toEqual(['all well', 'Since 11-29 09:30: no alarms', 'Read: ap-southeast-1, us-east-1']);
    for (const summary of [[], [{ at: 575 }], [{ at: 570, days: ['sun' as const] }]]) {
      const none = await tell({ summary });
      await none.telling;
      expect(none.queued).toEqual([]);
    }
  });

  test('each robot reads of the alarms that its rules send to it, and a tick that comes twice has the same ids', async () => {
    const given: Given = {
      rules: [
        { match: { alarmName: ['db-*'] }, robots: ['dba'], continue: true },
        { match: { alarmName: ['db-noise'] }, drop: true },
        { match: { alarmName: ['staging-*'] }, robots: ['staging'] },
        {},
      ],
      summary: [{ at: 570, robots: ['default', 'dba', 'other'] }],
      readers: { 'ap-southeast-1': regionOf('ap-southeast-1', 'db-1', 'web', 'staging-web').reader },
    };
    const [first, second] = [await tell(given), await tell({ ...given, ageMs: 2 * MINUTE })];
    await Promise.all([first.telling, second.telling]);
    expect(first.queued.map(({ robot, severity }) => [robot, severity])).toEqual([
      ['default', 'critical'],
      ['dba', 'critical'],
      ['other', 'recovery'],
    ]);
    expect(first.queued.map((one) => linesOf(one).filter((line) => line.includes('since 08:30')))).toEqual([
      ['db-1, since 08:30 (1 h)', 'web, since 08:30 (1 h)'],
      ['db-1, since 08:30 (1 h)'],
      [],
    ]);
    expect(second.queued.map(({ id, robot }) => [id, robot])).toEqual(first.queued.map(({ id, robot }) => [id, robot]));
  });

  const byTags = [{ match: { tags: { team: ['pay'] } }, robots: ['pay'] }, {}];
  const wanting = { wantsTags: (draft: Draft) => wantsTags(draft, routingBy(byTags).routes) };
  /** A region with an alarm of each team, one of which is over. */
  function regionOfTeams() {
    const region = regionOf('ap-southeast-1', 'web', 'gateway', 'checkout');
    for (const name of ['gateway', 'checkout'])
      region.alarms.tag(`arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:${name}`, {
        ...{ team: 'pay', 'wecom:ack': '李雷 2026-11-30T09:00Z' },
      });
    region.alarms.setState('checkout', 'OK', 'over');
    return region.reader;
  }
  const alarmLinesOf = (queued: readonly Notification[]) =>
    queued.map((one) => [one.robot, linesOf(one).filter((line) => /web|gateway|checkout/.test(line))]);

  test('alarms are told where their tags lead, as when they came, and those tags say who has one too', async () => {
    const asked: string[] = [];
    const reader = regionOfTeams();
    const counting = { ...reader, tags: (arn: string) => reader.tags(arn).finally(() => asked.push(arn)) };
    const { telling, queued } = await tell({
      rules: byTags,
      summary: [{ at: 570, robots: ['default', 'pay'] }],
      readers: { 'ap-southeast-1': counting },
      changed: wanting,
    });
    await telling;
    expect(alarmLinesOf(queued)).toEqual([
      ['default', ['web, since 08:30 (1 h)', 'web: 1 time, 1 h']],
      ['pay', ['gateway, since 08:30 (1 h), 李雷 is on it', 'gateway: 1 time, 1 h', 'checkout: 1 time, 1 h']],
    ]);
    expect(asked).toHaveLength(3);
  });

  test('tags that cannot be read make it wait; the last time they cost a line, and the alarms are told as without', async () => {
    const tags = () => Promise.reject(AccessDenied);
    const given: Given = {
      rules: byTags,
      readers: { 'ap-southeast-1': { ...regionOfTeams(), tags } },
      changed: { ...wanting, readsAcks: false },
    };
    const waiting = await tell(given);
    await expect(waiting.telling).rejects.toThrow('not read is ap-southeast-1 (AccessDeniedException)');
    const { telling, queued, log } = await tell({ ...given, ageMs: 3 * MINUTE });
    await telling;
    expect(alarmLinesOf(queued)[0]?.[1]).toContain('gateway, since 08:30 (1 h)');
    expect(log.lines.map(({ message }) => message)).toEqual(['tags not looked up']);
  });

  test('a region that cannot be read makes it wait for Lambda’s repeats, and at the last is named, without AWS’s sentence', async () => {
    const readers = { 'us-east-1': failing(regionOf('us-east-1', 'far').reader) };
    for (const ageMs of [0, MINUTE]) {
      const waiting = await tell({ readers, ageMs });
      await expect(waiting.telling).rejects.toThrow('not read is us-east-1 (AccessDeniedException)');
      expect(waiting.queued).toEqual([]);
    }
    const { telling, queued, log } = await tell({ readers, ageMs: 3 * MINUTE });
    await telling;
    expect(queued[0]?.severity).toBe('warning');
    expect(linesOf(queued[0])).toEqual([
      '1 region not read',
      'us-east-1 not read, its alarms are unknown (AccessDeniedException)',
      'Since 11-29 09:30: no alarms',
      'Read: ap-southeast-1',
    ]);
    expect(log.lines).toMatchObject([
      {
        level: 'ERROR',
        message: 'summary told without what could not be read',
        reason: 'us-east-1 (AccessDeniedException)',
      },
    ]);
  });

  test('if nothing at all can be read it is told at the last, as not well', async () => {
    const readers = Object.fromEntries(
      ['ap-southeast-1', 'us-east-1'].map((region) => [region, failing(regionOf(region).reader)]),
    );
    const { telling, queued } = await tell({
      ...{ readers, ageMs: 3 * MINUTE },
      changed: { readParked: () => Promise.reject(AccessDenied) },
    });
    await telling;
    expect(queued[0]?.severity).toBe('warning');
    expect(linesOf(queued[0])).toEqual([
      '2 regions not read, dead-letter queue not read',
      'ap-southeast-1 not read, its alarms are unknown (AccessDeniedException)',
      'us-east-1 not read, its alarms are unknown (AccessDeniedException)',
      'dead-letter queue not read, its messages are unknown (AccessDeniedException)',
    ]);
  });

  test('what does not answer in time counts as not read', async () => {
    const hanging = { ...regionOf('us-east-1').reader, alarms: () => new Promise<never>(() => undefined) };
    const quiet = {
      alarms: async () => [],
      changes: async () => ({ history: new Map() }),
      muteRules: async () => [],
    };
    const prompt = { ...regionOf('ap-southeast-1').reader, ...quiet };
    const readers = { 'ap-southeast-1': prompt, 'us-east-1': hanging };
    const { telling, queued, clock } = await tell({ readers, ageMs: 3 * MINUTE });
    await clock.advance(16_000);
    await telling;
    expect(linesOf(queued[0])[1]).toBe('us-east-1 not read, its alarms are unknown (TimeoutError)');
  });

  test('parked messages are counted, and never green', async () => {
    const { telling, queued } = await tell({ changed: { readParked: async () => 1 } });
    await telling;
    expect(queued[0]?.severity).toBe('warning');
    expect(linesOf(queued[0]).slice(0, 2)).toEqual([
      '1 message parked',
      '1 message not delivered, in the dead-letter queue (bring back: npm run replay -- --queue dead)',
    ]);
  });

  test('what is in ALARM but silenced is not green, and is told with the end of its silence', async () => {
    const { alarms, reader } = regionOf('ap-southeast-1', 'db-1');
    alarms.mute('maintenance', ['db-1'], { Expression: 'at(2026-11-30T09:00)', Duration: 'PT4H' });
    const { telling, queued } = await tell({ readers: { 'ap-southeast-1': reader } });
    await telling;
    expect(queued[0]?.severity).toBe('info');
    expect(linesOf(queued[0])).toContain('muted by maintenance, until 13:00, 1 in alarm');
    expect(linesOf(queued[0])[0]).toBe('1 in alarm but silenced');
  });

  /** A region whose alarms changed so many hours before the summary. */
  function playedRegion(...changes: readonly (readonly [number, string, AlarmState])[]) {
    let now = AT - 1000 * 60 * MINUTE;
    const alarms = createWatchedAlarms('ap-southeast-1:111122223333', () => now);
    for (const [hoursAgo, AlarmName, state] of changes) {
      alarms.put('MetricAlarm', { AlarmName, AlarmActions: [TOPIC], Namespace: 'AWS/RDS' });
      now = AT - hoursAgo * 60 * MINUTE;
      alarms.setState(AlarmName, state, 'as played');
    }
    now = AT;
    const lookedUp: string[] = [];
    const all = cloudWatchOf(inProcessClient(alarms.answers));
    const reader: typeof all = {
      ...all,
      historyOf: (name, ...more) => {
        lookedUp.push(name);
        return all.historyOf(name, ...more);
      },
    };
    return { alarms, reader, lookedUp };
  }
  const toldOf = async (reader: CloudWatch) => {
    const { telling, queued } = await tell({ readers: { 'ap-southeast-1': reader } });
    await telling;
    return { severity: queued[0]?.severity, lines: linesOf(queued[0]) };
  };

  test('an alarm without data is not over: it is told, a step milder, and never green', async () => {
    const { reader } = playedRegion(
      ...([[3, 'worker', 'INSUFFICIENT_DATA']] as const),
      ...([[6, 'db-P1', 'ALARM']] as const),
      ...([[5.5, 'db-P1', 'INSUFFICIENT_DATA']] as const),
    );
    const { severity, lines } = await toldOf(reader);
    expect(severity).toBe('warning');
    expect(lines.slice(0, 2)).toEqual([
      '1 without data after an alarm',
      'db-P1, since 03:30 (6 h), no data since 04:00',
    ]);
    expect(lines).toContain('db-P1: 1 time, 30 min');
    expect(lines.join()).not.toContain('worker');
  });

  test('nor is it over days later, as far as history reaches; an OK of ten minutes between ends it', async () => {
    const lasting = playedRegion([200, 'db-P1', 'ALARM'], [150, 'db-P1', 'INSUFFICIENT_DATA']);
    const { severity, lines } = await toldOf(lasting.reader);
    expect([severity, lines[1]]).toEqual(['warning', 'db-P1, since 11-22 01:30 (8 d 8 h), no data since 11-24 03:30']);
    const over = playedRegion([200, 'db-P1', 'ALARM'], [160, 'db-P1', 'OK'], [150, 'db-P1', 'INSUFFICIENT_DATA']);
    expect((await toldOf(over.reader)).severity).toBe('recovery');
    const old = playedRegion([800, 'db-P1', 'INSUFFICIENT_DATA']);
    expect([(await toldOf(old.reader)).severity, old.lookedUp]).toEqual(['recovery', []]);
  });

  test('without data and muted it is not green either', async () => {
    const { alarms, reader } = playedRegion([6, 'db-1', 'ALARM'], [5, 'db-1', 'INSUFFICIENT_DATA']);
    alarms.mute('maintenance', ['db-1'], { Expression: 'at(2026-11-30T09:00)', Duration: 'PT4H' });
    expect((await toldOf(reader)).severity).toBe('info');
  });

  test('since when and who has it are told however long ago, and a pause does not set it back', async () => {
    const { alarms, reader } = playedRegion([50, 'db-1', 'ALARM'], [6, 'db-1', 'OK'], [5.9, 'db-1', 'ALARM']);
    alarms.tag('arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:db-1', { 'wecom:ack': '李雷 2026-11-28T08:00Z' });
    expect((await toldOf(reader)).lines[1]).toBe('db-1, since 11-28 07:30 (2 d 2 h), 李雷 is on it');
  });

  test('what was in ALARM before the last summary is counted, over or not', async () => {
    const recovered = await toldOf(playedRegion([30, 'db-1', 'ALARM'], [6, 'db-1', 'OK']).reader);
    expect(recovered.severity).toBe('recovery');
    expect(recovered.lines.slice(1, 3)).toEqual([
      'Since 11-29 09:30: 1 alarm 1 time, 18 h in all',
      'db-1: 1 time, 18 h',
    ]);
    const lasting = await toldOf(playedRegion([900, 'db-1', 'ALARM']).reader);
    expect(lasting.lines.slice(2, 4)).toEqual(['Since 11-29 09:30: 1 alarm 1 time, 1 d in all', 'db-1: 1 time, 1 d']);
  });

  test('other accounts’ alarms are said to be missing if such come here: by trust, or by a topic of theirs', async () => {
    const foreign = 'arn:aws:sns:ap-southeast-1:444455556666:theirs';
    const roads = { topics: [foreign], functionArn: FUNCTION, hasAlarmRule: true, service: 'wecomrobot-prod' };
    for (const changed of [{ hasForeign: true }, { roads }]) {
      const { telling, queued } = await tell({ changed });
      await telling;
      expect(linesOf(queued[0]).at(-1)).toContain('alarms of other accounts are not included');
    }
  });

  test('one that was not queued fails the tick, and one of an hour ago is lost with a line', async () => {
    const refusing = await tell({
      changed: { dispatch: async (all) => all.map(() => ({ status: 'unavailable', retryAfterMs: 1, reason: 'no' })) },
    });
    await expect(refusing.telling).rejects.toThrow('Cannot tell 1 of 1 summaries as they were not queued');
    const late = await tell({ ageMs: 61 * MINUTE });
    await late.telling;
    expect([late.queued, late.log.lines]).toMatchObject([
      [],
      [{ level: 'ERROR', message: 'summary lost, tick too old' }],
    ]);
  });
});
