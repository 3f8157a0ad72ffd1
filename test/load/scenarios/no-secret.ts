import { alarmBySns } from '../../../local/samples/alarm-events.js';
import { tokensIn } from '../ledger.js';
import { type LoadBench, SECRET_ID, secretOf, startLoadBench } from '../load-bench.js';
import { range, type Scenario, spread, tokenOf } from '../scenario.js';

const MINUTE = 60_000;
const COUNT = 100;
/** One minute more than the delay a message tells, so that the first alarms are late for certain. */
const UNREADABLE_MS = 6 * MINUTE;
/** A delay is judged when its batch begins; the last of it is shown so much later at most. */
const BATCH_MS = 40_000;

/** How many were shown in a message that says how late it is, and how many should have been and were not. */
function late({ sent, shown }: LoadBench): { readonly marked: number; readonly unmarked: number } {
  const pairs = sent.flatMap(({ token, at }) =>
    shown
      .filter(({ text }) => tokensIn(text).includes(token))
      .map(({ text, at: shownAt }) => ({ text, ms: shownAt - at })),
  );
  const isMarked = ({ text }: { readonly text: string }): boolean => /（延迟 \d+ 分钟/.test(text);
  return {
    marked: pairs.filter(isMarked).length,
    unmarked: pairs.filter((pair) => pair.ms > 5 * MINUTE + BATCH_MS && !isMarked(pair)).length,
  };
}

/** The deployment begins with a role that may not read the secret. */
export const noSecret: Scenario = {
  title: 'The secret unreadable for 6 minutes',
  run: async () => {
    const bench = await startLoadBench({
      robots: ['default'],
      secrets: { [SECRET_ID]: { error: 'AccessDeniedException' } },
    });
    const { clock } = bench.time;
    await spread(range(COUNT), UNREADABLE_MS, clock, (number) => {
      const [at, token] = [clock.now(), tokenOf(number)];
      return bench.send(alarmBySns({ name: `消息队列积压 ${token}`, at }), { robot: 'default', token, at });
    });
    const attempts = bench.wecom.attempts.length;
    bench.secretsManager.setSecret(SECRET_ID, secretOf(bench.keys));
    await bench.drained();
    const figures = bench.figures();
    const delays = late(bench);
    await bench.close();
    return {
      rows: [{ title: 'the secret unreadable for 6 minutes', figures }],
      checks: {
        'nothing is posted meanwhile': attempts === 0,
        'nothing is parked': figures.parked === 0,
        'every one is shown, none twice': figures.shown === COUNT && figures.twiceUnexplained.length === 0,
        [`who is late says so (${delays.marked})`]: delays.marked > 0 && delays.unmarked === 0,
      },
    };
  },
};
