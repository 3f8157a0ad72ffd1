import { randomUUID } from 'node:crypto';
import { alarmByAction, alarmByEventBridge, alarmBySns, snsOf } from '../../../local/samples/alarm-events.js';
import { seededRandom } from '../../../local/wecom/seeded-random.js';
import type { Sent } from '../ledger.js';
import { startLoadBench } from '../load-bench.js';
import { atMost, range, type Scenario, spread, tokenOf } from '../scenario.js';

const COUNT = 15;
const MINUTE = 60_000;
/** SQS remembers an id for five minutes; the last repeat comes just before. */
const WITHIN_MS = 4.5 * MINUTE;

/** One event, the notifications that it becomes, and what AWS delivers once more of it: five more by two or three roads. */
interface Repeated {
  readonly event: object;
  readonly repeats: readonly object[];
  readonly notifications: readonly Sent[];
}

/** A message whose record SNS delivers six times. */
function redelivered(number: number, at: number): Repeated {
  const event = snsOf(`备份完成 ${tokenOf(number)}`, at, { messageId: randomUUID() });
  return { event, repeats: Array(5).fill(event), notifications: [{ robot: 'default', token: tokenOf(number), at }] };
}

/** An alarm that comes three times by topic and three times by rule. */
function byTwoRoads(number: number, at: number): Repeated {
  const alarm = { name: `订单服务 ${tokenOf(number)}`, at };
  const [byTopic, byRule] = [alarmBySns(alarm), alarmByEventBridge(alarm)];
  const notifications = [{ robot: 'default', token: tokenOf(number), at }];
  return { event: byTopic, repeats: [byTopic, byTopic, byRule, byRule, byRule], notifications };
}

/** An alarm that comes twice by topic, by rule and by action. */
function byThreeRoads(number: number, at: number): Repeated {
  const alarm = { name: `库存服务 ${tokenOf(number)}`, at };
  const events = [alarmBySns(alarm), alarmByEventBridge(alarm), alarmByAction(alarm)];
  const notifications = [{ robot: 'default', token: tokenOf(number), at }];
  return { event: alarmBySns(alarm), repeats: [...events, ...events.slice(1)], notifications };
}

/** A message for two groups, delivered six times. */
function toTwoRobots(number: number, at: number): Repeated {
  const event = snsOf(`主库切换 ${tokenOf(number)}`, at, { topic: 'both-groups', messageId: randomUUID() });
  const notifications = ['ops', 'dba'].map((robot) => ({ robot, token: tokenOf(number), at }));
  return { event, repeats: Array(5).fill(event), notifications };
}

export const repeats: Scenario = {
  title: 'Every event six times within five minutes, by one road, by two and by three; one event to two robots',
  run: async () => {
    const bench = await startLoadBench({ robots: ['default', 'ops', 'dba'] });
    const { clock } = bench.time;
    const random = seededRandom(3);
    const events = range(COUNT).flatMap((number) => [
      redelivered(number, clock.now()),
      byTwoRoads(COUNT + number, clock.now()),
      byThreeRoads(2 * COUNT + number, clock.now()),
      toTwoRobots(3 * COUNT + number, clock.now()),
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
    const row = bench.row('every event six times, by one to three roads');
    await bench.close();
    const { shown, twice, limited } = row.figures;
    return {
      rows: [row],
      checks: {
        'every event is shown, in both groups where it is for two': shown === 5 * COUNT,
        ...atMost('shown twice', twice, 0),
        ...atMost('answered 45009 or 45033', limited, 0),
      },
    };
  },
};
