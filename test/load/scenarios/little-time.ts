import { startLoadBench } from '../load-bench.js';
import { atMost, minutes, range, type Scenario } from '../scenario.js';

const TIMEOUT_MS = 300;
const FOR_MS = minutes(3);
const COUNT = 20;

/** A timeout too small to send: nothing is posted that could not be finished, and the queue does not loop hot. */
export const littleTime: Scenario = {
  title: 'Three minutes in which an invocation of deliver has 300 ms',
  run: async () => {
    const bench = await startLoadBench({ robots: ['default'] });
    const { clock } = bench.time;
    bench.setTimeout('deliver', TIMEOUT_MS);
    await Promise.all(range(COUNT).map((number) => bench.alarm(number)));
    await clock.sleep(FOR_MS);
    const [attempts, batches] = [bench.wecom.attempts.length, bench.batches.length];
    bench.setTimeout('deliver', minutes(1));
    const endedAt = clock.now();
    await bench.drained();
    const row = bench.row('3 min with 300 ms left');
    const last = Math.max(...bench.shown.map(({ at }) => at));
    await bench.close();
    return {
      rows: [row],
      checks: {
        ...atMost('posted meanwhile', attempts, 0),
        ...atMost('invocations a minute', batches / 3, 6),
        ...atMost('all shown after its end', (last - endedAt) / minutes(1), 2, ' min'),
        ...atMost('shown twice', row.figures.twice, 0),
      },
    };
  },
};
