import { describe, expect, test } from 'vitest';
import { logLinks } from '../../../src/app/look-up/log-links.js';
import { createLookUp, createLookUps } from '../../../src/app/look-up/look-up.js';
import { NOBODY } from '../../../src/domain/mentions.js';
import type { Notification } from '../../../src/domain/notification.js';
import type { Severity } from '../../../src/domain/severity.js';
import { readQueueBody, writeQueueBody } from '../../../src/queue/message/queue-body.js';
import { trimForQueue } from '../../../src/queue/message/trim-for-queue.js';
import type { MetricFilter } from '../../../src/watch/metric-filter.js';
import { createFakeClock } from '../../support/fake-clock.js';
import { recordLog } from '../../support/lines.js';

const NOON = Date.UTC(2026, 10, 29, 12);
const GROUP = '$252Faws$252Flambda$252Fpay';

const FILTER = { logGroup: '/aws/lambda/pay', query: 'fields @message | filter @message like "ERROR"' };

/** A message about an alarm on a metric of one's own. */
const about = (name: string, severity: Severity = 'critical'): Notification => ({
  kind: 'rendered',
  id: `${name}:${severity}`,
  renderer: 'cloudwatch-alarm',
  severity,
  status: '',
  title: name,
  where: '',
  fields: [],
  logMetric: { namespace: 'Pay', name },
  occurredAt: NOON,
  origin: { source: 'sns', alarmName: name, account: '111122223333', region: 'cn-north-1' },
  robot: 'default',
  format: 'text',
  mentions: NOBODY,
});

function setUp(filter: MetricFilter | null = FILTER) {
  const clock = createFakeClock(NOON);
  const log = recordLog(clock.now);
  const asked: string[] = [];
  const missing = logLinks({
    openLogs: async () => ({
      metricFilter: async (region, { namespace, name }) => {
        asked.push(`${region} ${namespace} ${name}`);
        return filter;
      },
    }),
    regions: ['cn-north-1'],
    account: () => '111122223333',
  });
  const lookUps = createLookUps([createLookUp(missing, { clock, log })], clock);
  const linksOf = async (...notifications: readonly Notification[]) => {
    const time = { freeUntilMs: clock.now(), untilMs: clock.now() + 60_000 };
    const completed = lookUps.begin()(notifications, time);
    await clock.advance(0);
    return (await completed).map((one) => (one.kind === 'rendered' ? one.logsLink : undefined));
  };
  return { ...lookUps, linksOf, asked, clock };
}

describe('logLinks', () => {
  test('an alarm is told without asking, and the next one of its metric has the link', async () => {
    const { linksOf, learnFrom, asked, clock } = setUp();
    expect(await linksOf(about('Errors'))).toEqual([undefined]);
    expect(asked).toEqual([]);
    learnFrom(about('Errors'));
    await clock.advance(0);
    expect(asked).toEqual(['cn-north-1 Pay Errors']);
    const [link = ''] = await linksOf(about('Errors'));
    expect(link).toContain(
      'https://cn-north-1.console.amazonaws.cn/cloudwatch/home?region=cn-north-1#logsV2:logs-insights',
    );
    expect(link).toContain('filter*20*40message*20like*20*22ERROR*22');
    expect(link).toContain('start~%272026-11-29T11*3a45*3a00.000Z');
    expect(asked).toHaveLength(1);
  });

  test('a recovery waits for it, and its link begins an hour before', async () => {
    const { linksOf } = setUp();
    const [link] = await linksOf(about('Errors', 'recovery'));
    expect(link).toContain('start~%272026-11-29T11*3a00*3a00.000Z');
  });

  test('a filter that no query equals leads to the log group', async () => {
    const { linksOf } = setUp({ logGroup: '/aws/lambda/pay' });
    const [link = ''] = await linksOf(about('Errors', 'recovery'));
    expect(link.endsWith(`#logsV2:log-groups/log-group/${GROUP}`)).toBe(true);
  });

  test('that a metric has no filter is remembered for an hour', async () => {
    const { linksOf, asked, clock } = setUp(null);
    expect(await linksOf(about('Errors', 'recovery'))).toEqual([undefined]);
    await linksOf(about('Errors', 'recovery'));
    expect(asked).toHaveLength(1);
    await clock.advance(60 * 60_000);
    await linksOf(about('Errors', 'recovery'));
    expect(asked).toHaveLength(2);
  });

  test('only one is learnt at a time', async () => {
    const { learnFrom, asked, clock } = setUp();
    for (const name of ['a', 'b', 'c']) learnFrom(about(name));
    await clock.advance(0);
    expect(asked).toEqual(['cn-north-1 Pay a']);
  });

  test('what it needs survives the queue', async () => {
    const queued = readQueueBody(writeQueueBody({ notification: trimForQueue(about('Errors')), queuedAt: NOON }));
    expect(queued.notification).toMatchObject({ logMetric: { namespace: 'Pay', name: 'Errors' } });
  });
});
