import { parseObject, textAt } from '../../../src/base/json.js';
import { delaysOf } from '../ledger.js';
import { startLoadBench } from '../load-bench.js';
import { atMost, minutes, range, type Scenario, spread } from '../scenario.js';

const AFTER_MS = minutes(1.5);
const BACK_MS = minutes(10);
const FOR_MS = minutes(4);
const EVERY_MS = 4000;

/** The functions' clocks are corrected in the middle of their work. */
export const clockSetBack: Scenario = {
  title: 'The clock of both functions set back by 10 minutes while alarms come every 4 s',
  run: async () => {
    const setBack = `${Date.now() + AFTER_MS},${BACK_MS}`;
    const bench = await startLoadBench({ robots: ['default'], env: { TIME_SET_BACK: setBack } });
    await spread(range(FOR_MS / EVERY_MS), FOR_MS, bench.time.clock, (number) => bench.alarm(number));
    await bench.drained();
    const row = bench.row('clocks set back by 10 min');
    const latest = Math.max(...delaysOf(bench)) / 1000;
    const times = bench.lines.map((line) => Date.parse(textAt(parseObject(line), 'timestamp') ?? ''));
    const wentBack = times.some((time, index) => time < (times[index - 1] ?? 0) - BACK_MS / 2);
    await bench.close();
    return {
      rows: [row],
      checks: {
        'the log shows it': wentBack,
        ...atMost('late by', latest, 60, ' s'),
        ...atMost('shown twice', row.figures.twice, 0),
      },
    };
  },
};
