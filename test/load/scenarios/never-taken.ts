import type { InFlightBlocks } from '../../../local/sqs/settings.js';
import type { FaultKind } from '../../../local/wecom/faults.js';
import { delaysOf } from '../ledger.js';
import { isNotice, type LoadBench, startLoadBench, withoutNotices } from '../load-bench.js';
import { atMost, type Checks, minutes, range, type Scenario, tokenOf } from '../scenario.js';

/** A robot's alarms, all at once, of which WeCom never takes one. */
interface Case {
  readonly title: string;
  readonly robot: string;
  readonly kind: FaultKind;
  readonly count: number;
  /** The number of its first alarm, and of the one that is never taken. */
  readonly first: number;
  readonly bad: number;
  /** Longest until the others are shown, minutes. */
  readonly othersWithin: number;
  /** What names the message is refused as well, so that even a notice of it is not taken. */
  readonly isWord?: boolean;
}

const CASES: readonly Case[] = [
  { title: '15, one always 502', robot: 'default', kind: 'html-502', count: 15, first: 0, bad: 3, othersWithin: 2 },
  { title: '15, one always -1', robot: 'dba', kind: -1, count: 15, first: 100, bad: 107, othersWithin: 2 },
  { title: '15, one always reset', robot: 'ops', kind: 'reset', count: 15, first: 200, bad: 214, othersWithin: 2 },
  {
    title: '15, a word in one always 403',
    robot: 'web',
    kind: 'html-403',
    count: 15,
    first: 300,
    bad: 300,
    othersWithin: 2,
    isWord: true,
  },
  // Two hundred alone take 20 messages and 68 seconds.
  {
    title: '200, the first always 502',
    robot: 'pay',
    kind: 'html-502',
    count: 200,
    first: 1000,
    bad: 1000,
    othersWithin: 3.1,
  },
];

function checksOf(bench: LoadBench, { title, robot, bad, othersWithin, isWord = false }: Case): Checks {
  const sent = bench.sent.filter((one) => one.robot === robot);
  const others = sent.filter(({ token }) => token !== tokenOf(bad));
  const [letter, ...more] = bench.deadLetters.messages().filter(({ groupId }) => groupId === robot);
  const parkedAt = Date.parse(letter?.attributes['time']?.StringValue ?? '');
  const delays = delaysOf({
    sent: others,
    shown: bench.shown.map((one) => ({ ...one, text: withoutNotices(one.text) })),
  });
  const told = bench.shown.filter((one) => one.robot === robot && isNotice(one.text));
  const names = told.filter(({ text }) => text.includes(tokenOf(bad)));
  return {
    ...atMost(`${title}: the others shown within`, Math.max(...delays) / minutes(1), othersWithin, ' min'),
    ...atMost(`${title}: itself parked within`, (parkedAt - (sent[0]?.at ?? 0)) / minutes(1), 30, ' min'),
    [`${title}: it alone is parked, the others shown`]: more.length === 0 && delays.length === others.length,
    [`${title}: the group is told${isWord ? '' : ' which'}`]: (isWord ? told : names).length > 0,
  };
}

/** One message has a fault of its own. */
export const neverTaken = (inFlightBlocks: InFlightBlocks): Scenario => ({
  title: `15 alarms of which WeCom never takes one, 200 of which it never takes the first (in flight blocks ${inFlightBlocks})`,
  run: async () => {
    const bench = await startLoadBench({ robots: CASES.map(({ robot }) => robot), consumers: 8, inFlightBlocks });
    for (const { kind, bad, isWord = false } of CASES)
      bench.wecom.faults.poison({ kind, text: tokenOf(bad), ...(!isWord && { except: '死信' }) });
    await Promise.all(
      CASES.flatMap(({ robot, count, first }) => range(count).map((n) => bench.alarm(first + n, robot))),
    );
    await bench.drained();
    const rows = CASES.map(({ title, robot }) => bench.row(`${title} (${inFlightBlocks})`, [robot]));
    const checks = CASES.map((one) => checksOf(bench, one));
    await bench.close();
    return { rows, checks: Object.assign({}, ...checks) };
  },
});
