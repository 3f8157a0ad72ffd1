import { sampleKey } from '../../../local/secrets-manager/sample-secret.js';
import { delaysOf } from '../ledger.js';
import { SECRET_ID, secretOf, startLoadBench } from '../load-bench.js';
import { atMost, minutes, range, type Scenario, spread } from '../scenario.js';

const MISSPELT = 20;
const COUNT = 240;
const GONE = range(8).map((n) => `gone-${n}`);
const REAL = 12;
const FIRST_REAL = 5000;

/** Alarms for groups that nobody gave a robot. */
export const misspelt: Scenario = {
  title: '240 messages in a minute to 20 misspelt robots, and 12 real alarms among them',
  run: async () => {
    const bench = await startLoadBench({ robots: ['default'], consumers: 8 });
    const { clock } = bench.time;
    const real = range(REAL).map((n) => FIRST_REAL + n);
    await Promise.all([
      spread(range(COUNT), minutes(1), clock, (n) => bench.alarm(n, `拼错-${n % MISSPELT}`)),
      spread(real, minutes(1), clock, (number) => bench.alarm(number)),
    ]);
    await bench.drained();
    const row = bench.row('240 to 20 misspelt robots, 12 real alarms');
    const own = bench.sent.filter(({ token }) => token >= `#${FIRST_REAL}`);
    const late = Math.max(...delaysOf({ ...bench, sent: own })) / minutes(1);
    await bench.close();
    return {
      rows: [row],
      checks: { ...atMost('real alarms late by', late, 1, ' min'), ...atMost('shown twice', row.figures.twice, 0) },
    };
  },
};

/** Somebody tidied up: eight robots were removed from their groups. */
export const robotsGone: Scenario = {
  title: 'Eight robots gone at once, ten messages to each, and 12 real alarms',
  run: async () => {
    const robots = ['default', ...GONE];
    const keys = Object.fromEntries(robots.map((robot, index) => [robot, sampleKey(index + 1)]));
    const bench = await startLoadBench({ robots, consumers: 10, secrets: { [SECRET_ID]: secretOf(keys) } });
    const { clock } = bench.time;
    for (const robot of GONE) bench.wecom.revoke(keys[robot] ?? '');
    const real = range(REAL).map((n) => FIRST_REAL + n);
    await Promise.all([
      ...GONE.flatMap((robot, index) => range(10).map((n) => bench.alarm(100 * index + n, robot))),
      spread(real, minutes(1), clock, (number) => bench.alarm(number)),
    ]);
    await bench.drained();
    const rows = [
      bench.row('eight robots gone, ten messages each', GONE),
      bench.row('the default robot beside them', ['default']),
    ];
    const late = Math.max(...delaysOf({ ...bench, sent: bench.sent.filter(({ robot }) => robot === 'default') }));
    const notices = bench.shown.filter(({ robot, text }) => robot === 'default' && text.includes('已失效'));
    // Several in one message are a row each, and what their names have in common stands in the headline once.
    const isNamed = (robot: string, text: string): boolean =>
      text.includes(robot) || (text.includes('gone-…') && text.includes(` ${robot.slice(-1)}”已失效`));
    const named = GONE.filter((robot) => notices.some(({ text }) => isNamed(robot, text)));
    await bench.close();
    return {
      rows,
      checks: {
        ...atMost('real alarms late by', late / minutes(1), 1, ' min'),
        'the default group is told of each': named.length === GONE.length,
        'what was for them is parked': rows[0]?.figures.parked === 10 * GONE.length,
      },
    };
  },
};
