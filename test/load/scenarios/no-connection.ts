import { startWecomSimulator } from '../../../local/wecom/simulator.js';
import { expiredCertificate, type LoadBench, startLoadBench } from '../load-bench.js';
import { type Checks, minutes, type Row, range, type Scenario, spread } from '../scenario.js';
import { checksAfter } from './outages.js';

const FOR_MS = minutes(3);
const EVERY_MS = 15_000;

/** What deliver is told of WeCom while it cannot connect to it. */
interface Trouble {
  readonly title: string;
  readonly robot: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Sends alarms through a trouble and after its end. */
async function tryOne(bench: LoadBench, { title, robot, env }: Trouble, first: number): Promise<[Row, Checks]> {
  const { clock } = bench.time;
  bench.configure(env);
  const endedAt = clock.now() + FOR_MS;
  await spread(range(FOR_MS / EVERY_MS), FOR_MS, clock, (n) => bench.alarm(first + n, robot));
  await clock.sleep(endedAt - clock.now());
  bench.configure({});
  await bench.drained();
  return [bench.row(`${title} for 3 min`, [robot]), checksAfter(bench, title, robot, endedAt)];
}

/** No connection to WeCom comes about, so nothing is ever written to it. */
export const noConnection: Scenario = {
  title: 'No DNS, a foreign certificate, an expired certificate, 3 minutes each',
  run: async () => {
    const certificate = expiredCertificate();
    const [foreign, expired] = [
      await startWecomSimulator({ keys: {} }),
      await startWecomSimulator({ keys: {}, certificate }),
    ];
    const troubles: readonly Trouble[] = [
      { title: 'no DNS', robot: 'default', env: { WECOM_BASE_URL: 'https://wecom.invalid' } },
      { title: 'a foreign certificate', robot: 'dba', env: { WECOM_BASE_URL: foreign.baseUrl } },
      { title: 'an expired certificate', robot: 'ops', env: { WECOM_BASE_URL: expired.baseUrl } },
    ];
    const bench = await startLoadBench({ robots: troubles.map(({ robot }) => robot) });
    const tried: [Row, Checks][] = [];
    for (const [index, trouble] of troubles.entries()) tried.push(await tryOne(bench, trouble, 100 * index));
    const posted = foreign.attempts.length + expired.attempts.length;
    await Promise.all([bench.close(), foreign.close(), expired.close()]);
    return {
      rows: tried.map(([row]) => row),
      checks: Object.assign(
        { 'no key is sent to an unknown host': posted === 0 },
        ...tried.map(([, checks]) => checks),
      ),
    };
  },
};
