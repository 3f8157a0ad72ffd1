import { describe, expect, it } from 'vitest';
import { createDirectDispatch } from '../../src/app/direct.js';
import type { Complete } from '../../src/app/look-up/look-up.js';
import { createRecentIds } from '../../src/base/recent-ids.js';
import type { DeliveryResult } from '../../src/domain/delivery.js';
import { NOBODY } from '../../src/domain/mentions.js';
import type { Notification } from '../../src/domain/notification.js';
import { createFakeClock } from '../support/fake-clock.js';
import { recordLog } from '../support/lines.js';

const DELIVERED: DeliveryResult = { status: 'delivered', messages: 1 };
const LATER: DeliveryResult = { status: 'unavailable', retryAfterMs: 1000, reason: 'busy' };
const REFUSED: DeliveryResult = { status: 'refused', code: { kind: 'wecom', value: 93000 }, reason: 'no such robot' };

const note = (id: string, robot = 'default'): Notification => ({
  kind: 'written',
  id,
  robot,
  renderer: 'push',
  severity: 'info',
  title: 'secret words of a caller',
  body: 'secret words of a caller',
  occurredAt: 0,
  origin: { source: 'invoke' },
  mentions: NOBODY,
  format: 'text',
});

function setUp(answers: Readonly<Record<string, DeliveryResult>> = {}, begin?: () => Complete) {
  const clock = createFakeClock();
  const log = recordLog(clock.now);
  const posted: string[] = [];
  let inFlight = 0;
  let mostInFlight = 0;
  const deliver = async ({ id, robot }: Notification): Promise<DeliveryResult> => {
    inFlight += 1;
    mostInFlight = Math.max(mostInFlight, inFlight);
    posted.push(`${robot}/${id}`);
    await Promise.resolve();
    inFlight -= 1;
    return answers[id] ?? DELIVERED;
  };
  const dispatch = createDirectDispatch({
    deliver,
    lookUps: begin && { begin },
    recent: createRecentIds(clock.now),
    clock,
    log,
  });
  return { dispatch, posted, log, most: () => mostInFlight };
}

describe('createDirectDispatch', () => {
  it('createDirectDispatch: outcomes come in the order of the notifications, whatever their robots', async () => {
    const { dispatch } = setUp({ b: REFUSED });
    expect(await dispatch([note('a'), note('b', 'dba'), note('c')], 0)).toEqual([DELIVERED, REFUSED, DELIVERED]);
  });

  it('createDirectDispatch: one robot gets one message at a time, robots side by side', async () => {
    const { dispatch, most } = setUp();
    await dispatch([note('a'), note('b'), note('c', 'dba'), note('d', 'dba')], 0);
    expect(most()).toBe(2);
  });

  it('createDirectDispatch: what could not be posted now holds back what follows for that robot, and nothing else', async () => {
    const { dispatch, posted } = setUp({ a: LATER });
    expect(await dispatch([note('a'), note('b'), note('c', 'dba')], 0)).toEqual([LATER, LATER, DELIVERED]);
    expect(posted.sort()).toEqual(['dba/c', 'default/a']);
  });

  it('createDirectDispatch: a refused message does not hold back the next', async () => {
    const { dispatch } = setUp({ a: REFUSED });
    expect(await dispatch([note('a'), note('b')], 0)).toEqual([REFUSED, DELIVERED]);
  });

  it('createDirectDispatch: what was delivered is not posted again, what failed is', async () => {
    const { dispatch, posted } = setUp({ b: LATER });
    await dispatch([note('a'), note('b')], 0);
    expect(await dispatch([note('a'), note('b')], 0)).toEqual([{ status: 'delivered', messages: 0 }, LATER]);
    expect(posted).toEqual(['default/a', 'default/b', 'default/b']);
  });

  it('createDirectDispatch: what is looked up about notifications is posted, and about nothing twice or in a storm', async () => {
    let begun = 0;
    const { dispatch, posted } = setUp({}, () => {
      begun += 1;
      return async (notifications) => notifications.map((one) => ({ ...one, id: `${one.id}!` }));
    });
    await dispatch([note('a'), note('b')], 10_000);
    expect(posted).toEqual(['default/a!', 'default/b!']);
    const storm = Array.from({ length: 11 }, (_, index) => note(`s${index}`));
    await dispatch(storm, 10_000);
    expect(posted).toHaveLength(13);
    expect(begun).toBe(1);
  });

  it('createDirectDispatch: a repeat leaves a line that says why nothing was posted', async () => {
    const { dispatch, log } = setUp();
    await dispatch([note('a')], 0);
    await dispatch([note('a')], 0);
    expect(log.lines).toMatchObject([
      { id: 'a', status: 'delivered' },
      { id: 'a', status: 'skipped', skipped: 1, reason: 'already delivered by this process' },
    ]);
  });

  it('createDirectDispatch: one event for two robots reaches both', async () => {
    const { dispatch, posted } = setUp();
    await dispatch([note('a'), note('a', 'dba')], 0);
    expect(posted).toEqual(['default/a', 'dba/a']);
  });

  it("createDirect: each notification leaves one line, which counts it and holds no caller's text", async () => {
    const { dispatch, log } = setUp({ b: REFUSED });
    await dispatch([note('a'), note('b')], 0);
    expect(log.lines).toMatchObject([
      {
        message: 'notification',
        id: 'a',
        robot: 'default',
        renderer: 'push',
        status: 'delivered',
        delivered: 1,
        messages: 1,
      },
      { level: 'ERROR', id: 'b', status: 'refused', code: 'wecom:93000', errcode: 93000, reason: 'no such robot' },
    ]);
    expect(log.lines[0]?.['_aws']).toMatchObject({
      CloudWatchMetrics: [{ Metrics: [{ Name: 'delivered', Unit: 'Count' }] }],
    });
    expect(log.text()).not.toContain('secret words');
  });
});
