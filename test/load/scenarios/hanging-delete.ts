import { delaysOf } from '../ledger.js';
import { startLoadBench } from '../load-bench.js';
import { atMost, minutes, range, type Scenario, spread } from '../scenario.js';

const FOR_MS = minutes(8);
const EVERY_MS = 12_000;
/** Two alarms at a time, so that a second message waits for the first one's deletion. */
const AT_A_TIME = 2;

/** SQS takes the function's deletions and never answers. */
export const hangingDelete: Scenario = {
  title: 'DeleteMessageBatch hangs for 8 minutes',
  run: async () => {
    const bench = await startLoadBench({ robots: ['default'] });
    const { clock } = bench.time;
    bench.sqs.faults.keep({ kind: 'hang', of: 'DeleteMessage', forMs: FOR_MS });
    await spread(range(FOR_MS / EVERY_MS), FOR_MS, clock, async (n) => {
      await Promise.all(range(AT_A_TIME).map((k) => bench.alarm(AT_A_TIME * n + k)));
    });
    await bench.drained();
    const row = bench.row('DeleteMessageBatch hangs for 8 min');
    const latest = Math.max(...delaysOf(bench)) / 1000;
    await bench.close();
    return {
      rows: [row],
      checks: { ...atMost('shown twice', row.figures.twice, 0), ...atMost('late by', latest, 10, ' s') },
    };
  },
};
