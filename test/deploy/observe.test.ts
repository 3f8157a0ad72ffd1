import { describe, expect, test } from 'vitest';
import { readSettings } from '../../deploy/read-settings.js';
import { GRAPHS, QUERIED_FIELDS } from '../../deploy/resources/observe.js';
import { outputsOf, resourcesOf } from '../../deploy/template.js';
import { createCheckHeartbeat } from '../../src/app/heartbeat.js';
import { arrayAt, at, objectAt, parseObject, textAt } from '../../src/base/json.js';
import type { Outcome } from '../../src/domain/delivery.js';
import { NOBODY } from '../../src/domain/mentions.js';
import type { Notification } from '../../src/domain/notification.js';
import { reportOutcome, reportSkipped } from '../../src/domain/report.js';
import { deadLetterAll } from '../../src/queue/sqs/acknowledge.js';
import { tellTick } from '../../src/watch/reminders/tell-tick.js';
import { createFakeClock } from '../support/fake-clock.js';
import { recordLog } from '../support/lines.js';
import { itemOf, writtenNotification } from '../support/queue-item.js';

const REGION = 'ap-southeast-1';
const resources = (given: object = {}, region = REGION) => resourcesOf(readSettings(given, region), region);

const ALARM: Notification = {
  ...writtenNotification('arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:支付网关'),
  ...{ kind: 'rendered', title: '支付网关 5xx > 10', origin: { source: 'sns' }, mentions: NOBODY },
} as Notification;

const OUTCOMES: readonly Outcome[] = [
  { status: 'queued', id: '1' },
  { status: 'delivered', messages: 1 },
  { status: 'refused', code: { kind: 'wecom', value: 93000 }, reason: 'invalid webhook url' },
  { status: 'unavailable', retryAfterMs: 1000, reason: 'no answer' },
  { status: 'unconfirmed', retryAfterMs: 1000, reason: 'reset' },
  { status: 'invalid', field: 'push_message', reason: 'empty' },
];

/** The lines that the functions write of whatever can happen to a message, a heartbeat or a tick. */
async function linesOfAll() {
  const log = recordLog();
  const clock = createFakeClock();
  for (const outcome of OUTCOMES) reportOutcome(log, ALARM, outcome, 2000, 3000);
  reportSkipped(log, { id: '1', source: 'sns', renderer: 'cloudwatch-alarm', skipped: 'Muted' });
  const queue = { deadLetter: async () => {} } as unknown as Parameters<typeof deadLetterAll>[0]['queue'];
  await deadLetterAll({ queue, log }, [
    { message: itemOf('1'), reason: { code: 'wecom:93000', reason: 'gone' } },
  ] as never);
  await createCheckHeartbeat({
    keys: { verify: async () => {} },
    transport: { check: async () => {} },
    clock,
    log,
  } as never)({
    at: clock.now(),
  } as never);
  await tellTick({ at: clock.now() - 3_600_000 } as never, undefined as never, { clock, log } as never);
  return log.lines;
}

const metricsOf = (line: unknown): readonly string[] =>
  arrayAt(line, '_aws', 'CloudWatchMetrics', 0, 'Metrics').flatMap((metric) => textAt(metric, 'Name') ?? []);

describe('the dashboard', () => {
  test('the dashboard: each metric in it is one that the functions write, under the same namespace and dimension', async () => {
    const lines = await linesOfAll();
    const written = new Set(lines.flatMap(metricsOf));
    expect(GRAPHS.flatMap(({ metrics }) => Object.keys(metrics)).filter((name) => !written.has(name))).toEqual([]);
    const body = textAt(resources()['OwnDashboard'], 'Properties', 'DashboardBody', 'Fn::Sub') ?? '';
    const rows = arrayAt(parseObject(body), 'widgets').flatMap((widget) => arrayAt(widget, 'properties', 'metrics'));
    const own = rows.filter((row) => at(row, 0) === 'wecomrobot');
    expect(own.length).toBe(GRAPHS.flatMap(({ metrics }) => Object.keys(metrics)).length);
    for (const row of own) expect([at(row, 2), at(row, 3)]).toEqual(['service', '${AWS::StackName}']);
    const { Namespace, Dimensions } = objectAt(lines[0], '_aws', 'CloudWatchMetrics', 0);
    expect([Namespace, Dimensions]).toEqual(['wecomrobot', [['service']]]);
  });

  test('the dashboard: is in the stack unless it is switched off, and its address is the console of the partition', () => {
    expect(Object.keys(resources({ dashboard: 'off' }))).not.toContain('OwnDashboard');
    const address = (region: string) =>
      JSON.stringify(outputsOf(readSettings({}, region), region)['DashboardUrl']?.Value);
    expect(address(REGION)).toContain('console.aws.amazon.com');
    expect(address('cn-north-1')).toContain('console.amazonaws.cn');
    expect(outputsOf(readSettings({ dashboard: 'off' }, REGION), REGION)).not.toHaveProperty('DashboardUrl');
  });
});

describe('the saved query', () => {
  test('the saved query: asks both functions’ logs for fields that their lines have', async () => {
    const lines = await linesOfAll();
    const fields = new Set(lines.flatMap((line) => Object.keys(line)));
    expect(QUERIED_FIELDS.filter((name) => !fields.has(name))).toEqual([]);
    const { LogGroupNames, QueryString } = objectAt(resources()['AlarmQuery'], 'Properties');
    expect(LogGroupNames).toEqual([{ Ref: 'NotifyLogGroup' }, { Ref: 'DeliverLogGroup' }]);
    const [shown = ''] = String(QueryString).split('\n');
    expect(shown).toBe(`fields @timestamp, ${QUERIED_FIELDS.join(', ')}`);
  });
});
