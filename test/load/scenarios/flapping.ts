import { alarmBySns } from '../../../local/samples/alarm-events.js';
import { startLoadBench } from '../load-bench.js';
import { atMost, range, type Scenario, spread, tokenOf } from '../scenario.js';

const CHANGES = 20;
const EVERY_MS = 30_000;
/** The last state is told at most so long after it began. */
const SETTLED_MS = 10 * 60_000;

/** One alarm whose state changes every 30 s for ten minutes, and is OK then. */
export const flapping: Scenario = {
  title: 'Ten minutes of flapping, every 30 s',
  run: async () => {
    const bench = await startLoadBench({ robots: ['default'], heartbeats: true });
    const { clock } = bench.time;
    let lastAt = 0;
    await spread(range(CHANGES), CHANGES * EVERY_MS, clock, async (number) => {
      lastAt = clock.now();
      const state = number % 2 === 0 ? 'ALARM' : 'OK';
      await bench.send(alarmBySns({ name: `支付网关 5xx ${tokenOf(0)}`, at: lastAt, state }), {
        robot: 'default',
        token: tokenOf(0),
        at: lastAt,
      });
    });
    await bench.drained();
    const during = bench.shown.length;
    await clock.sleep(SETTLED_MS - (clock.now() - lastAt));
    await bench.drained();
    const row = bench.row('ten minutes of flapping, every 30 s');
    const settled = bench.shown.slice(during);
    await bench.close();
    return {
      rows: [row],
      checks: {
        ...atMost('messages', during, 7),
        ...atMost('calls', bench.shown.filter(({ calls }) => calls).length, 3),
        'one says that it flaps, and how often': bench.shown.some(({ text }) =>
          text.includes('反复告警，30 分钟内第 3 次'),
        ),
        'the state it settled in is told within ten minutes, once':
          settled.length === 1 && settled[0]?.text.includes('恢复') === true,
      },
    };
  },
};
