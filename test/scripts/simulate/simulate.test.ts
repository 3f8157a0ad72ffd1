import { describe, expect, test } from 'vitest';
import { growthFaults } from '../../../scripts/simulate/growth.js';
import { createJumpingClock } from '../../../scripts/simulate/jumping-clock.js';
import { addUse, billOf, countRequest, createMeter, totalOf } from '../../../scripts/simulate/meter.js';
import { faultsOf } from '../../../scripts/simulate/month-report.js';
import { PRICES } from '../../../scripts/simulate/prices.js';
import { simulate, simulateHeartbeats } from '../../../scripts/simulate/simulate.js';
import { arrivalsOf, MONTH, STORM_ALARMS } from '../../../scripts/simulate/traffic.js';

const DAY = { robots: 2, hours: 24, alarms: 60 };

describe('simulate', () => {
  test('a day of two robots: each alarm is told, none is refused, and the same day uses the same', async () => {
    const meter = await simulate(DAY);
    expect(meter).toMatchObject({ alarms: DAY.alarms, refused: 0 });
    expect(meter.told + meter.withheld).toBe(DAY.alarms);
    expect(meter.shown).toBeLessThanOrEqual(DAY.alarms);
    expect(meter.functions.notify.invocations).toBe(DAY.alarms);
    // All that comes is sent, received, hidden while it is posted, and deleted by us and by Lambda.
    for (const operation of ['ReceiveMessage', 'ChangeMessageVisibilityBatch', 'DeleteMessageBatch of Lambda'])
      expect(meter.sqs.get(operation)).toBe(meter.functions.deliver.invocations);
    expect(meter.sqs.get('SendMessageBatch')).toBeGreaterThanOrEqual(DAY.alarms);
    expect(meter.secretReads).toBeGreaterThan(0);
    expect(await simulate(DAY)).toEqual(meter);
  });

  test('a day of heartbeats shows nothing', async () => {
    const meter = await simulateHeartbeats(0.1);
    expect(meter).toMatchObject({ shown: 0, refused: 0, told: 0 });
    expect(meter.functions.deliver.invocations).toBe(meter.functions.notify.invocations);
  });
});

describe('arrivalsOf', () => {
  test('gives as many as asked for, in order, to every group', () => {
    const all = [...arrivalsOf({ robots: 20, hours: 6, alarms: 3000 })];
    expect(all).toHaveLength(3000);
    expect(all.every(({ at }, index) => at >= (all[index - 1]?.at ?? 0))).toBe(true);
    expect(new Set(all.map(({ robot }) => robot)).size).toBe(20);
  });

  test('a storm and its recoveries are 10,000', () => {
    const all = [...arrivalsOf({ robots: 20, storm: true })];
    expect(all).toHaveLength(STORM_ALARMS);
    expect(all.filter(({ state }) => state === 'OK')).toHaveLength(STORM_ALARMS / 2);
    expect(MONTH.alarms + MONTH.storms * STORM_ALARMS).toBe(1_000_000);
  });
});

describe('addUse', () => {
  test('adds each as often as it happens', () => {
    const [one, other] = [createMeter(), createMeter()];
    countRequest(one, 'SendMessageBatch');
    countRequest(other, 'ReceiveMessage');
    other.functions.notify.billedMs = 7;
    const sum = addUse([
      [one, 2],
      [other, 3],
    ]);
    expect(sum.sqs).toEqual(
      new Map([
        ['SendMessageBatch', 2],
        ['ReceiveMessage', 3],
      ]),
    );
    expect(sum.functions.notify.billedMs).toBe(21);
  });
});

describe('billOf', () => {
  test('counts a request for each 64 KiB, and all prices together', () => {
    const meter = createMeter();
    countRequest(meter, 'SendMessageBatch', 64 * 1024 + 1);
    countRequest(meter, 'DeleteMessageBatch');
    meter.functions.deliver.billedMs = 4000;
    meter.functions.deliver.invocations = 1;
    const { fifoRequest, lambdaSecond, lambdaRequest } = PRICES;
    const dollars = 3 * fifoRequest.dollars + lambdaSecond.dollars + lambdaRequest.dollars;
    expect(totalOf(billOf(meter, { notify: 1769, deliver: 256 }))).toBeCloseTo(dollars, 12);
  });
});

describe('faultsOf', () => {
  test('names what is lost, refused and too dear', () => {
    const meter = { ...createMeter(), alarms: 10, told: 8, withheld: 1, refused: 2, secretReads: 1e6 };
    expect(faultsOf({ robots: 3, meter })).toEqual([
      '3 robots: 1 alarms are lost',
      '3 robots: WeCom refused 2 messages',
      '3 robots: a million alarms cost 500000.00 $, at most 16',
    ]);
    expect(faultsOf({ robots: 3, meter: { ...createMeter(), alarms: 10, told: 10 } })).toEqual([]);
  });
});

describe('growthFaults', () => {
  test('names a step that grows faster than its work', () => {
    const row = { step: 'merge', of: 'notifications', ms: [1, 10, 200] };
    expect(growthFaults([{ ...row, factors: [10, 60] }])).toEqual([
      'merge, notifications: ten times the work take 60.0 times the time, at most 40',
    ]);
    expect(growthFaults([{ ...row, factors: [10, 40] }])).toEqual([]);
  });
});

describe('createJumpingClock', () => {
  test('fires timers in their order, at their time, and none that is cancelled', async () => {
    const clock = createJumpingClock(1000);
    const fired: string[] = [];
    await clock.run(async () => {
      const cancel = clock.after(5, () => fired.push('cancelled'));
      for (const ms of [30, 10, 20, 10]) clock.after(ms, () => fired.push(`${ms} at ${clock.now()}`));
      cancel();
      await clock.sleep(40);
    });
    expect(fired).toEqual(['10 at 1010', '10 at 1010', '20 at 1020', '30 at 1030']);
  });

  test('says so if nothing is left to wait for', async () => {
    await expect(createJumpingClock(0).run(() => new Promise(() => {}))).rejects.toThrow('nothing is left to wait for');
  });
});
