import { type CloudWatchEndpoint, type CloudWatchFault, startCloudWatch } from '../../../local/cloudwatch/endpoint.js';
import { parseObject, textAt } from '../../../src/base/json.js';
import { type LoadBench, startLoadBench } from '../load-bench.js';
import { atMost, type Checks, type Row, type Scenario } from '../scenario.js';

/** Times after a lone alarm at which the next one happens, milliseconds: before, while and after its picture is shown. */
const NEXT_AFTER_MS = [200, 900, 1500, 3000, 3350, 3500, 3600, 3900, 5000, 6500, 6900, 7200, 9000];
const PAIR_EVERY_MS = 60_000;
const INTERVAL_MS = 3400;
const FAULTS: readonly CloudWatchFault[] = ['hang', 'ThrottlingException', 'AccessDeniedException', 'garbage', 'reset'];

/** The delays of alarms that come alone, and of those that come soon after one, milliseconds. */
interface Delays {
  readonly first: readonly number[];
  readonly next: readonly number[];
}

/** Alarms in pairs, a minute apart, each with time to be shown. */
async function pairs(bench: LoadBench): Promise<Delays> {
  const { clock } = bench.time;
  for (const [index, afterMs] of NEXT_AFTER_MS.entries()) {
    const startedAt = clock.now();
    await bench.alarm(2 * index);
    await clock.sleep(startedAt + afterMs - clock.now());
    await bench.alarm(2 * index + 1);
    await clock.sleep(startedAt + PAIR_EVERY_MS - clock.now());
  }
  await bench.drained();
  const delays = bench.sent.map(({ token, at }) => {
    const shown = bench.shown.find(({ text }) => text.includes(token));
    return (shown?.at ?? Number.POSITIVE_INFINITY) - at;
  });
  return { first: delays.filter((_, index) => index % 2 === 0), next: delays.filter((_, index) => index % 2 === 1) };
}

const isPicture = (text: string): boolean => text.includes('"msgtype":"image"');

/** The lines of the log that say that a graph was not drawn. */
function notDrawn(bench: LoadBench): number {
  return bench.lines.filter((line) => textAt(parseObject(line), 'message') === 'graph not drawn').length;
}

async function benchOf(graph: 'on' | 'off', cloudWatch: CloudWatchEndpoint): Promise<LoadBench> {
  const env = { ALARM_GRAPH: graph, AWS_ENDPOINT_URL_CLOUDWATCH: cloudWatch.endpoint };
  return startLoadBench({ robots: ['default'], env });
}

/** CloudWatch throttles, denies, hangs or answers nonsense: alarms are told as without pictures. */
async function inTrouble(
  fault: CloudWatchFault,
  cloudWatch: CloudWatchEndpoint,
  off: Delays,
): Promise<{ readonly row: Row; readonly checks: Checks }> {
  const bench = await benchOf('on', cloudWatch);
  cloudWatch.faults.keep({ kind: fault });
  const { first, next } = await pairs(bench);
  const lone = bench.sent.length - bench.shown.filter(({ text }) => isPicture(text)).length;
  const row = bench.row(`13 pairs of alarms with pictures, CloudWatch: ${fault}`);
  const lines = notDrawn(bench);
  cloudWatch.faults.clear();
  await bench.close();
  return {
    row,
    checks: {
      ...atMost(
        `${fault}: later than without pictures`,
        Math.max(...laterBy(first, off.first), ...laterBy(next, off.next)),
        5,
        ' ms',
      ),
      [`${fault}: at most one line an alarm, and one at least: ${lines}`]:
        lines >= NEXT_AFTER_MS.length && lines <= lone,
    },
  };
}

const laterBy = (delays: readonly number[], before: readonly number[]): readonly number[] =>
  delays.map((delay, index) => delay - (before[index] ?? 0));

/** Alarms with their pictures: what that costs the alarms themselves. */
export const graphs: Scenario = {
  title: 'Alarms with their pictures',
  run: async () => {
    const cloudWatch = await startCloudWatch('ap-southeast-1:111122223333');
    const without = await benchOf('off', cloudWatch);
    const off = await pairs(without);
    await without.close();
    const bench = await benchOf('on', cloudWatch);
    const on = await pairs(bench);
    const pictures = bench.shown.filter(({ text }) => isPicture(text)).length;
    const row = bench.row('13 pairs of alarms with pictures');
    await bench.close();
    const troubled = [];
    for (const fault of FAULTS) troubled.push(await inTrouble(fault, cloudWatch, off));
    await cloudWatch.close();
    return {
      rows: [row, ...troubled.map((one) => one.row)],
      checks: {
        ...atMost('a lone alarm, later than without pictures', Math.max(...laterBy(on.first, off.first)), 5, ' ms'),
        ...atMost('the next one, after it happened', Math.max(...on.next) - Math.min(...off.first), INTERVAL_MS, ' ms'),
        [`pictures: ${pictures} (at least one a pair)`]: pictures >= NEXT_AFTER_MS.length,
        ...Object.assign({}, ...troubled.map(({ checks }) => checks)),
      },
    };
  },
};
