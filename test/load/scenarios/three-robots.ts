import { snsOf } from '../../../local/samples/alarm-events.js';
import { startLoadBench } from '../load-bench.js';
import { range, type Scenario, tokenOf } from '../scenario.js';

const COUNT = 1000;
const ROBOTS = ['default', 'dba', '支付'];

/** Messages of applications, to whom the message names. */
export const threeRobots: Scenario = {
  title: '1,000 notifications to 3 robots at once',
  run: async () => {
    const bench = await startLoadBench({ robots: ROBOTS });
    const at = bench.time.clock.now();
    await Promise.all(
      range(COUNT).map((number) => {
        const robot = ROBOTS[number % ROBOTS.length] ?? '';
        const push_message = `订单 ${tokenOf(number)} 已发货，请留意物流信息。`;
        return bench.send(snsOf(JSON.stringify({ push_message, robot }), at), { robot, token: tokenOf(number), at });
      }),
    );
    await bench.drained();
    const figures = bench.figures();
    await bench.close();
    return {
      rows: [{ title: '1,000 to 3 robots at once', figures }],
      checks: {
        'every one is shown, once': figures.shown === COUNT && figures.lost.length === 0,
        'none is shown twice': figures.twiceUnanswered + figures.twiceDied + figures.twiceUnexplained.length === 0,
        'none is answered 45009 or 45033': figures.limited === 0,
      },
    };
  },
};
