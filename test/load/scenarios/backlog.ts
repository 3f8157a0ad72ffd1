import { alarmByEventBridge } from '../../../local/samples/alarm-events.js';
import { startLoadBench } from '../load-bench.js';
import { atMost, range, type Scenario, tokenOf } from '../scenario.js';

const COUNT = 2000;
const AT_A_TIME = 100;

/** What a weekend leaves. */
export const backlog: Scenario = {
  title: 'A backlog of 2,000 alarms for one robot',
  run: async () => {
    const bench = await startLoadBench({ robots: ['default'] });
    const at = bench.time.clock.now();
    await Promise.all(
      range(COUNT / AT_A_TIME).map((batch) => {
        const numbers = range(AT_A_TIME).map((n) => batch * AT_A_TIME + n);
        return bench.send(
          numbers.map((number) => alarmByEventBridge({ name: `支付网关 ${tokenOf(number)}`, at })),
          ...numbers.map((number) => ({ robot: 'default', token: tokenOf(number), at })),
        );
      }),
    );
    await bench.drained();
    const row = bench.row('a backlog of 2,000 for one robot');
    await bench.close();
    const { messages, twice, drainMs } = row.figures;
    return {
      rows: [row],
      checks: {
        ...atMost('messages', messages, 40),
        ...atMost('all shown within', drainMs / 60_000, 3, ' min'),
        ...atMost('shown twice', twice, 0),
      },
    };
  },
};
