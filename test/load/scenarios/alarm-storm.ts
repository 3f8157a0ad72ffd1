import { alarmByEventBridge, alarmBySns } from '../../../local/samples/alarm-events.js';
import { startLoadBench } from '../load-bench.js';
import { range, type Scenario, spread, tokenOf } from '../scenario.js';

const COUNT = 500;
const LONG = 10;
const MINUTE = 60_000;
const NAME_BYTES = 100;
const NAME_CHARACTERS = 255;

/** A name of 100 bytes that ends with its token. */
function nameOf(number: number): string {
  const name = `支付网关后端节点响应时间超过阈值 ${tokenOf(number)}`;
  return name.padEnd(name.length + NAME_BYTES - Buffer.byteLength(name), '.');
}

/** A name of 255 characters that begins with its token. */
function longNameOf(number: number): string {
  return `${tokenOf(number)} `.padEnd(NAME_CHARACTERS, '支付网关后端节点响应时间超过阈值');
}

/** Everything depends on the same database, and it is down. */
export const alarmStorm: Scenario = {
  title: '500 alarms in a minute to one robot, then ten with names of 255 characters',
  run: async () => {
    const bench = await startLoadBench({ robots: ['default'] });
    const { clock } = bench.time;
    await spread(range(COUNT), MINUTE, clock, (number) => {
      const at = clock.now();
      return bench.send(alarmBySns({ name: nameOf(number), at }), { robot: 'default', token: tokenOf(number), at });
    });
    await bench.drained();
    const storm = bench.figures();
    const at = clock.now();
    const long = range(LONG).map((number) => COUNT + number);
    await bench.send(
      long.map((number) => alarmByEventBridge({ name: longNameOf(number), at })),
      ...long.map((number) => ({ robot: 'default', token: tokenOf(number), at })),
    );
    await bench.drained();
    const figures = { ...bench.figures(), drainMs: storm.drainMs };
    await bench.close();
    return {
      rows: [{ title: '500 alarms in a minute, then ten with names of 255 characters', figures }],
      checks: {
        'every alarm is named': figures.shown === COUNT + LONG && figures.lost.length === 0,
        'the storm takes at most 25 messages': storm.messages <= 25,
        'it is drained within 1.5 minutes': storm.drainMs <= 1.5 * MINUTE,
        'ten names of 255 characters are one message': figures.messages === storm.messages + 1,
        'none is shown twice': figures.twiceUnanswered + figures.twiceDied + figures.twiceUnexplained.length === 0,
        'none is answered 45009 or 45033': figures.limited === 0,
      },
    };
  },
};
