import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addTagsOf, lookUpsOf } from '../../../src/app/look-up/wire-look-ups.js';
import { NOBODY } from '../../../src/domain/mentions.js';
import type { Notification } from '../../../src/domain/notification.js';
import type { Rule } from '../../../src/routing/rule.js';
import { wordsOf } from '../../../src/text/words.js';
import type { Logs } from '../../../src/watch/logs.js';
import type { Watch } from '../../../src/watch/watch.js';
import { createFakeClock } from '../../support/fake-clock.js';
import { recordLog } from '../../support/lines.js';
import { readSample } from '../../support/render-sample.js';

const NOON = Date.UTC(2026, 10, 29, 12);
const REGION = 'ap-southeast-1';
const ACCOUNT = '111122223333';
const TEAM_PAY: Rule = { name: 'pay', match: { tags: { team: ['pay'] } }, robots: ['pay'] };
const file = await import('../../../src/app/look-up/look-ups.js');

type Rendered = Extract<Notification, { kind: 'rendered' }>;

const message = (over: Partial<Rendered>): Notification => ({
  kind: 'rendered',
  id: 'alarm:orders',
  renderer: 'cloudwatch-alarm',
  severity: 'critical',
  status: '告警',
  title: 'orders',
  where: '',
  fields: [],
  occurredAt: NOON,
  origin: { source: 'sns', alarmName: 'orders', account: ACCOUNT, region: REGION },
  robot: 'default',
  format: 'text',
  mentions: NOBODY,
  ...over,
});
const recovery = message({ severity: 'recovery', lacksDuration: true });
const red = message({ logMetric: { namespace: 'Shop', name: 'Errors' } });

/** Notes how often the file of the look-ups is loaded. */
function setUp({
  load = async () => file,
  regions = [REGION],
}: {
  load?: () => Promise<typeof file>;
  regions?: string[];
} = {}) {
  const clock = createFakeClock(NOON);
  const log = recordLog(clock.now);
  let loads = 0;
  const watch: Pick<Watch, 'endedAlarm' | 'alarmTags'> = {
    endedAlarm: async () => ({ ms: 720_000, times: 1 }),
    alarmTags: async () => ({ team: 'pay' }),
  };
  const logs: Pick<Logs, 'metricFilter'> = { metricFilter: async () => ({ logGroup: '/shop' }) };
  const edges = {
    openLookUps: () => {
      loads += 1;
      return load();
    },
    openWatch: async () => watch as Watch,
    openLogs: async () => logs as Logs,
    ownAccount: () => ACCOUNT,
    clock,
    log,
  };
  const lookUps = lookUpsOf({ durationRegions: regions, logRegions: regions }, edges, wordsOf('zh-CN'));
  const complete = lookUps?.begin();
  const run = async (one: Notification, freeMs = 0) => {
    const done = complete?.([one], { freeUntilMs: clock.now() + freeMs, untilMs: clock.now() + 60_000 });
    await clock.advance(3000);
    return (await done)?.[0];
  };
  return { lookUps, run, edges, clock, log, loads: () => loads };
}

const never = () => new Promise<typeof file>(() => {});
const broken = () => Promise.reject(new Error('Cannot find module'));

describe('lookUpsOf', () => {
  test('nothing is loaded for what lacks nothing, nor for bad news that waits for nothing', async () => {
    const { run, lookUps, loads } = setUp();
    expect(await run(message({}))).toEqual(message({}));
    expect(await run(red)).toEqual(red);
    lookUps?.learnFrom(message({}));
    expect(loads()).toBe(0);
  });

  test('the first recovery that lacks its duration loads them, once', async () => {
    const { run, loads } = setUp();
    expect(await run(recovery)).toMatchObject({ brief: '持续 12 分钟' });
    expect(await run({ ...recovery, id: 'alarm:other' })).toMatchObject({ brief: '持续 12 分钟' });
    expect(loads()).toBe(1);
  });

  test('bad news that was told teaches the next of its alarm, which then waits for nothing', async () => {
    const { run, lookUps, clock } = setUp();
    lookUps?.learnFrom(red);
    await clock.advance(100);
    expect(await run(red)).toMatchObject({ logsLink: expect.stringContaining('log-group') });
  });

  test('if they cannot be loaded, messages are as without them, with one line', async () => {
    const { run, lookUps, log } = setUp({ load: broken });
    expect(await run(recovery)).toEqual(recovery);
    lookUps?.learnFrom(red);
    expect(await run(red, 500)).toEqual(red);
    expect(log.lines).toMatchObject([
      { level: 'WARN', message: 'look-ups not loaded', reason: 'Error: Cannot find module' },
    ]);
  });

  test('loading takes no longer than a message may wait', async () => {
    const { run } = setUp({ load: never });
    expect(await run(recovery)).toEqual(recovery);
    expect(await run(red, 500)).toEqual(red);
  });

  test('without a region there are none', () => {
    expect(setUp({ regions: [] }).lookUps).toBeUndefined();
  });
});

describe('addTagsOf', () => {
  const alarm = JSON.parse(readFileSync('events/cloudwatch-sns/metric-alarm.json', 'utf8'));
  const routes = { rules: [TEAM_PAY], accounts: {} };

  async function tagsAdded(load?: () => Promise<typeof file>) {
    const { drafts } = await readSample(alarm, 'zh-CN');
    const { edges, clock, log } = setUp(load && { load });
    const done = addTagsOf({ tagRegions: [REGION], routes }, edges)?.(drafts);
    await clock.advance(300);
    return { tags: (await done)?.[0]?.origin.facts?.tags, lines: log.lines };
  }

  test('without a rule that looks at tags, or a region, there is nothing to add', () => {
    const { edges, loads } = setUp();
    expect(addTagsOf({ tagRegions: [REGION], routes: { rules: [], accounts: {} } }, edges)).toBeUndefined();
    expect(addTagsOf({ tagRegions: [], routes }, edges)).toBeUndefined();
    expect(loads()).toBe(0);
  });

  test('an alarm has the tags that its event lacks', async () => {
    expect(await tagsAdded()).toEqual({ tags: { team: 'pay' }, lines: [] });
  });

  test('an alarm goes on without them after 300 ms, or at once with a line if they cannot be loaded', async () => {
    expect(await tagsAdded(never)).toEqual({ tags: undefined, lines: [] });
    const { tags, lines } = await tagsAdded(broken);
    expect(tags).toBeUndefined();
    expect(lines).toMatchObject([{ level: 'WARN', message: 'tags not looked up' }]);
  });
});
