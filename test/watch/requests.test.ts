import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CloudWatchEndpoint, startCloudWatch } from '../../local/cloudwatch/endpoint.js';
import { awsSettings } from '../../src/aws/clients.js';
import { systemClock } from '../../src/base/clock.js';
import { NOBODY } from '../../src/domain/mentions.js';
import { allRenderers } from '../../src/renderers/renderers.js';
import type { Reminders } from '../../src/routing/reminders-for.js';
import { createInterpret } from '../../src/sources/interpret.js';
import { ACK_LOOK_MS } from '../../src/watch/ack/ack.js';
import { SLOT_MS } from '../../src/watch/alarm/slot.js';
import { createCloudWatch } from '../../src/watch/cloudwatch.js';
import { readDue, type TickParts } from '../../src/watch/reminders/read-due.js';
import { readSummaryRegion } from '../../src/watch/summary/summary-reading.js';
import { recordLog } from '../support/lines.js';
import { sampleContext } from '../support/render-sample.js';

const NOON = Date.UTC(2026, 10, 29, 12);
const TOPIC = 'arn:aws:sns:ap-southeast-1:111122223333:ops';
const ROADS = { topics: [TOPIC], functionArn: '', hasAlarmRule: false, service: 'wecomrobot-prod' };
/** Ticks of a month of thirty days. */
const TICKS = (30 * 24 * 60 * 60_000) / SLOT_MS;
const GUIDES = ['docs/reminders.md', 'docs/reminders.zh-CN.md'].map((file) => readFileSync(file, 'utf8'));
const written = (value: number): string => value.toLocaleString('en-US');

let now = NOON - 60_000;
let endpoint: CloudWatchEndpoint;
beforeEach(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key-of-the-test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret-of-the-test');
  endpoint = await startCloudWatch('ap-southeast-1:111122223333', { ...systemClock, now: () => now });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await endpoint.close();
});

function inAlarm(count: number, wasOk = false): void {
  now = NOON - 60_000;
  for (let index = 0; index < count; index++) {
    endpoint.alarms.put('MetricAlarm', { AlarmName: `alarm-${index}`, AlarmActions: [TOPIC] });
    if (wasOk) {
      now -= 2 * 86_400_000;
      endpoint.alarms.setState(`alarm-${index}`, 'OK', 'fine');
      now += 2 * 86_400_000;
    }
    endpoint.alarms.setState(`alarm-${index}`, 'ALARM', 'too much');
  }
  now = NOON;
}

const reader = () => createCloudWatch(awsSettings('ap-southeast-1', endpoint.endpoint, systemClock));
const asked = (): readonly string[] => endpoint.requests.map(({ operation }) => operation).toSorted();

/** Reminders that would call somebody, and have no steps. */
const CALLING: Reminders = {
  ...{ robots: ['default'], severity: 'critical', steps: [], isQuiet: false },
  callAt: () => ({ ...NOBODY, people: ['李雷'] }),
};

/** Runs one tick at which no step is due. */
async function tick(more: Partial<TickParts> = {}, at = NOON, cloudWatch = reader): Promise<void> {
  const parts: TickParts = {
    ...{ roads: ROADS, region: 'ap-southeast-1', readsAcks: true, timeZone: 'UTC', format: 'text' },
    interpret: createInterpret({ renderContext: sampleContext('en'), log: recordLog(), renderers: allRenderers }),
    ...{ remindersFor: () => [], route: () => ({ notifications: [] }), clock: systemClock, log: recordLog() },
    words: {} as TickParts['words'],
    ...more,
  };
  await readDue({ at }, cloudWatch, parts);
}

describe('the requests that the guide counts', () => {
  test('a tick asks twice if nothing is in ALARM, and the guide says what that is in a month', async () => {
    await tick();
    expect(asked()).toEqual(['DescribeAlarmHistory', 'DescribeAlarms']);
    for (const guide of GUIDES) {
      expect(guide).toContain(`${written(TICKS)} `);
      expect(guide).toContain(`| ${written(2 * TICKS)} | ${((2 * TICKS) / 100_000).toFixed(2)} |`);
    }
  });

  test('with up to a hundred in ALARM it asks for mute rules too', async () => {
    inAlarm(100, true);
    await tick();
    expect(asked()).toEqual(['DescribeAlarmHistory', 'DescribeAlarms', 'ListAlarmMuteRules']);
    for (const guide of GUIDES) {
      expect(guide).toContain(written(3 * TICKS));
      expect(guide).toContain(` ${((3 * TICKS) / 100_000).toFixed(2)} |`);
    }
  });

  test('of what was not OK before, the own history is read once a process', async () => {
    inAlarm(2);
    const one = reader();
    for (const at of [NOON, NOON + SLOT_MS]) await tick({}, at, () => one);
    expect(asked().filter((operation) => operation === 'DescribeAlarmHistory')).toHaveLength(2 + 2);
  });

  test('it asks every quarter of an hour who has what would call people', async () => {
    inAlarm(2, true);
    await tick({ remindersFor: () => [CALLING] });
    expect(asked()).toEqual([
      ...['DescribeAlarmHistory', 'DescribeAlarms', 'ListAlarmMuteRules', 'ListTagsForResource', 'ListTagsForResource'],
    ]);
    await tick({ remindersFor: () => [CALLING] }, NOON + SLOT_MS);
    expect(asked().filter((operation) => operation === 'ListTagsForResource')).toHaveLength(2);
    const looks = (TICKS * SLOT_MS) / ACK_LOOK_MS;
    for (const guide of GUIDES) expect(guide).toContain(`${written(looks)} | ${(looks / 100_000).toFixed(2)} |`);
  });

  test('a summary asks four times, and for more than that only as the guide says', async () => {
    const summary = () =>
      readSummaryRegion(
        'ap-southeast-1',
        reader(),
        { from: NOON - 86_400_000, to: NOON },
        {
          ...{ roads: ROADS, readsAcks: true, isLastTry: false, timeZone: 'UTC', clock: systemClock, log: recordLog() },
          interpret: () => ({ id: '', source: 'sns', renderer: '', skipped: 'not asked here' }),
        },
      );
    expect(await summary()).toHaveProperty('reading');
    expect(asked()).toEqual(['DescribeAlarmHistory', 'DescribeAlarms', 'DescribeAlarms', 'ListAlarmMuteRules']);
    const before = endpoint.requests.length;
    inAlarm(2);
    endpoint.alarms.mute('night', ['alarm-9']);
    endpoint.alarms.setState('alarm-1', 'OK', 'fine');
    await summary();
    const more = endpoint.requests.slice(before).map(({ operation }) => operation);
    expect(more.toSorted()).toEqual([
      // Of what was not OK before, its own history.
      ...['DescribeAlarmHistory', 'DescribeAlarmHistory'],
      ...['DescribeAlarms', 'DescribeAlarms', 'DescribeAlarms', 'GetAlarmMuteRule'],
      ...['ListAlarmMuteRules', 'ListTagsForResource'],
    ]);
    for (const guide of GUIDES) expect(guide).toContain(`${22 * 4} | 0.00 |`);
  });
});
