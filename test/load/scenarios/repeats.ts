import { randomUUID } from 'node:crypto';
import { alarmByAction, alarmByEventBridge, alarmBySns, snsOf } from '../../../local/samples/alarm-events.js';
import { seededRandom } from '../../../local/wecom/seeded-random.js';
import type { Sent } from '../ledger.js';
import { startLoadBench } from '../load-bench.js';
import { range, type Scenario, spread, tokenOf } from '../scenario.js';

const COUNT = 60;
const MINUTE = 60_000;
/** SQS remembers an id for five minutes; the last repeat comes just before. */
const WITHIN_MS = 4.5 * MINUTE;

/** One event, the notifications that it becomes, and what AWS delivers once more of it. */
interface Repeated {
  readonly event: object;
  readonly repeats: readonly object[];
  readonly notifications: readonly Sent[];
}

/** A message whose record SNS delivers three times. */
function redelivered(number: number, at: number): Repeated {
  const event = snsOf(`备份完成 ${tokenOf(number)}`, at, { messageId: randomUUID() });
  return { event, repeats: [event, event], notifications: [{ robot: 'default', token: tokenOf(number), at }] };
}

/** An alarm that comes by topic, by rule and by action. */
function byThreeRoads(number: number, at: number): Repeated {
  const alarm = { name: `库存服务 ${tokenOf(number)}`, at };
  const notifications = [{ robot: 'default', token: tokenOf(number), at }];
  return { event: alarmBySns(alarm), repeats: [alarmByEventBridge(alarm), alarmByAction(alarm)], notifications };
}

/** A message for two groups, delivered twice. */
function toTwoRobots(number: number, at: number): Repeated {
  const event = snsOf(`主库切换 ${tokenOf(number)}`, at, { topic: 'both-groups', messageId: randomUUID() });
  const notifications = ['ops', 'dba'].map((robot) => ({ robot, token: tokenOf(number), at }));
  return { event, repeats: [event], notifications };
}

export const repeats: Scenario = {
  title: 'Every event two or three times within five minutes, alarms by three roads; one event to two robots',
  scale: 20,
  run: async () => {
    const bench = await startLoadBench({ robots: ['default', 'ops', 'dba'] });
    const { clock } = bench.time;
    const random = seededRandom(3);
    const events = range(COUNT).flatMap((number) => [
      redelivered(number, clock.now()),
      byThreeRoads(COUNT + number, clock.now()),
      toTwoRobots(2 * COUNT + number, clock.now()),
    ]);
    await spread(events, MINUTE / 4, clock, async ({ event, repeats: again, notifications }) => {
      await bench.send(event, ...notifications);
      await Promise.all(
        again.map(async (repeat) => {
          await clock.sleep(random() * WITHIN_MS);
          await bench.repeat(repeat);
        }),
      );
    });
    await bench.drained();
    const figures = bench.figures();
    await bench.close();
    return {
      figures,
      checks: {
        'every event is shown, in both groups where it is for two':
          figures.shown === 4 * COUNT && figures.lost.length === 0,
        'none is shown twice': figures.twiceUnanswered + figures.twiceDied + figures.twiceUnexplained.length === 0,
        'none is answered 45009 or 45033': figures.limited === 0,
      },
    };
  },
};
