import type { FaultKind } from '../../../local/wecom/faults.js';
import { delaysOf, type Sent, tokensIn } from '../ledger.js';
import { type LoadBench, startLoadBench } from '../load-bench.js';
import { atMost, type Checks, minutes, range, type Scenario, spread } from '../scenario.js';

const FOR_MS = minutes(30);
const EVERY_MS = minutes(2);
const CALL_COVERS_MS = minutes(1);

/** Each robot's trouble: shown without a readable answer, neither shown nor answered, or none at all beside the others. */
const CASES: readonly { readonly robot: string; readonly title: string; readonly kind?: FaultKind }[] = [
  { robot: 'default', title: 'shown, answered after 10.5 s', kind: 'late-answer' },
  { robot: 'html', title: 'shown, answered by HTML with status 200', kind: 'html-200' },
  { robot: 'half', title: 'shown, answered by half a body', kind: 'cut-answer' },
  { robot: 'reset', title: 'shown, then reset', kind: 'reset-before-answer' },
  { robot: 'text', title: 'shown, answered with errcode "0"', kind: 'text-errcode' },
  { robot: 'silent', title: 'neither shown nor answered', kind: 'silence' },
  { robot: 'healthy', title: 'a robot beside a silent one' },
];

/** Returns how many were shown without a call for the same people then or in the minute before. */
function uncalled({ shown }: LoadBench, sent: readonly Sent[]): number {
  return sent.filter(({ robot, token }) => {
    const own = shown.filter((one) => one.robot === robot);
    const times = own.filter(({ text }) => tokensIn(text).includes(token)).map(({ at }) => at);
    return !times.some((at) => own.some((one) => one.calls && one.at <= at && one.at > at - CALL_COVERS_MS));
  }).length;
}

function checksOf(bench: LoadBench, endedAt: number): Checks {
  const figures = (robot: string) => bench.figures([robot]);
  const sentTo = (robot: string) => bench.sent.filter((one) => one.robot === robot);
  const lastShown = Math.max(...bench.shown.filter(({ robot }) => robot === 'silent').map(({ at }) => at));
  const shownTwiceAtMost = CASES.map(({ robot, title }) => ({
    ...atMost(`${title}: shown a message`, figures(robot).mostShown, robot === 'healthy' || robot === 'text' ? 1 : 2),
    ...atMost(`${title}: calls a message`, figures(robot).mostCalls, 2),
  }));
  return {
    ...Object.assign({}, ...shownTwiceAtMost),
    ...atMost('neither shown nor answered: all shown after it returns', (lastShown - endedAt) / minutes(1), 2, ' min'),
    ...atMost('neither shown nor answered: not called for', uncalled(bench, sentTo('silent')), 0),
    ...atMost('neither shown nor answered: parked', figures('silent').parked, 0),
    ...atMost(
      'beside a silent robot: late by',
      Math.max(...delaysOf({ sent: sentTo('healthy'), shown: bench.shown })) / 1000,
      10,
      ' s',
    ),
  };
}

/** For half an hour WeCom gives no word, or none that can be read. */
export const noWord: Scenario = {
  title:
    'For 30 minutes WeCom shows and answers late or unreadably; or neither shows nor answers; a healthy robot beside',
  run: async () => {
    const bench = await startLoadBench({ robots: CASES.map(({ robot }) => robot), consumers: 10 });
    const { clock } = bench.time;
    const endedAt = clock.now() + FOR_MS;
    for (const { robot, kind } of CASES)
      if (kind !== undefined) bench.wecom.faults.keep({ kind, robot, forMs: FOR_MS });
    const each = range(FOR_MS / EVERY_MS).flatMap((n) =>
      CASES.map(({ robot }, index) => ({ number: 100 * index + n, robot })),
    );
    await spread(each, FOR_MS, clock, ({ number, robot }) => bench.alarm(number, robot));
    await clock.sleep(endedAt - clock.now());
    await bench.drained();
    const rows = CASES.map(({ title, robot }) => bench.row(`30 min: ${title}`, [robot]));
    const checks = checksOf(bench, endedAt);
    await bench.close();
    return { rows, checks };
  },
};
