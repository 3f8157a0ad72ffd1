import type { FaultKind } from '../../../local/wecom/faults.js';
import { type LoadBench, startLoadBench } from '../load-bench.js';
import { atMost, type Checks, minutes, range, type Scenario, spread } from '../scenario.js';

/** What is answered to a robot for a while, whatever it posts. */
interface Case {
  readonly robot: string;
  readonly kind: FaultKind;
}

interface Outage {
  readonly title: string;
  readonly forMs: number;
  readonly everyMs: number;
  readonly cases: readonly Case[];
}

/** Returns the checks of an outage that ended at `endedAt`. */
export function checksAfter(bench: LoadBench, title: string, robot: string, endedAt: number): Checks {
  const { parked, twice, shown, sent } = bench.figures([robot]);
  const last = Math.max(...bench.shown.filter((one) => one.robot === robot).map(({ at }) => at));
  return {
    ...atMost(`${title}: all shown after its end`, (last - endedAt) / minutes(1), 2, ' min'),
    ...atMost(`${title}: parked`, parked, 0),
    ...atMost(`${title}: shown twice`, twice, 0),
    [`${title}: all are shown`]: shown === sent,
  };
}

const outage = ({ title, forMs, everyMs, cases }: Outage): Scenario => ({
  title: `${title}, to a robot each`,
  run: async () => {
    const bench = await startLoadBench({ robots: cases.map(({ robot }) => robot), consumers: cases.length + 2 });
    const { clock } = bench.time;
    const endedAt = clock.now() + forMs;
    for (const one of cases) bench.wecom.faults.keep({ ...one, forMs });
    const each = range(forMs / everyMs).flatMap((n) =>
      cases.map(({ robot }, index) => ({ number: 100 * index + n, robot })),
    );
    await spread(each, forMs, clock, ({ number, robot }) => bench.alarm(number, robot));
    await clock.sleep(endedAt - clock.now());
    await bench.drained();
    const titleOf = ({ kind }: Case): string => `${kind} for ${forMs / minutes(1)} min`;
    const rows = cases.map((one) => bench.row(titleOf(one), [one.robot]));
    const checks = cases.map((one) => checksAfter(bench, titleOf(one), one.robot, endedAt));
    await bench.close();
    return { rows, checks: Object.assign({}, ...checks) };
  },
});

/** A proxy or a firewall stands between and answers itself. */
export const proxy = outage({
  title: '302, 403 and 404 of a proxy for two minutes',
  forMs: minutes(2),
  everyMs: 10_000,
  cases: [
    { robot: 'default', kind: 'html-302' },
    { robot: 'dba', kind: 'html-403' },
    { robot: 'ops', kind: 'html-404' },
  ],
});

/** WeCom itself, or the road to it, is in trouble. */
export const wecomDown = outage({
  title: '45009, -1 and resets for ten minutes',
  forMs: minutes(10),
  everyMs: 30_000,
  cases: [
    { robot: 'default', kind: 45009 },
    { robot: 'dba', kind: -1 },
    { robot: 'ops', kind: 'reset' },
  ],
});
