import { alarmBySns } from '../../../local/samples/alarm-events.js';
import { stormAlarms } from '../../../local/samples/storm-alarms.js';
import { type Shown, tokensIn } from '../ledger.js';
import { type LoadBench, startLoadBench } from '../load-bench.js';
import { atMost, minutes, range, type Scenario, type ScenarioResult, spread, tokenOf } from '../scenario.js';

/** A storm of one robot, and how few messages may tell it how soon. */
interface Storm {
  readonly title: string;
  readonly count: number;
  /** From the first alarm to the last, milliseconds. */
  readonly overMs: number;
  readonly format: 'text' | 'markdown';
  /** The alarm that is worse than all others, which are warnings. Default: all are as bad. */
  readonly worst?: number;
  readonly most: { readonly messages: number; readonly minutes: number };
}

const NOTIFIERS = 20;
/** What a call of SQS takes within a region, and a batch on its way into the function. */
const [SQS_MS, HAND_OVER_MS] = [10, 30];
/** The worst is shown at most so long after it happens. */
const WORST_MS = 7000;

/** Returns the events. Each name ends with its token, so that it is six columns wider than the one it is made of. */
function eventsOf({ count, worst }: Storm): readonly ((at: number) => object)[] {
  return stormAlarms(count).map(({ name, measure }, number) => {
    const description = worst !== undefined && number !== worst ? { description: 'wecom: severity=warning' } : {};
    return (at) => alarmBySns({ name: `${name} ${tokenOf(number)}`, at, measure, ...description });
  });
}

/** How often people are called by a message that names this alarm. */
function callsFor(shown: readonly Shown[], token: string): number {
  return shown.filter(({ calls, text }) => calls && tokensIn(text).includes(token)).length;
}

/** Checks that the worst heads the first message that names it, in time, and that its people are called once. */
function checkWorst({ shown, sent }: LoadBench, worst: number) {
  const token = tokenOf(worst);
  const first = shown.find(({ text }) => tokensIn(text).includes(token));
  const at = sent.find((one) => one.token === token)?.at ?? 0;
  return {
    ...atMost('the worst is shown after', ((first?.at ?? Number.POSITIVE_INFINITY) - at) / 1000, WORST_MS / 1000, ' s'),
    'the worst heads its message': first !== undefined && tokensIn(first.text)[0] === token,
    'its people are called once, and nobody else':
      callsFor(shown, token) === 1 && shown.filter(({ calls }) => calls).length === 1,
  };
}

async function play(storm: Storm): Promise<ScenarioResult> {
  const { title, count, overMs, format, worst, most } = storm;
  const bench = await startLoadBench({
    robots: ['default'],
    notifiers: NOTIFIERS,
    sqsLatencyMs: SQS_MS,
    handOverMs: HAND_OVER_MS,
    env: { MESSAGE_FORMAT: format },
  });
  const { clock } = bench.time;
  const events = eventsOf(storm);
  await spread(range(count), overMs, clock, async (number) => {
    const at = clock.now();
    await bench.send(events[number]?.(at) ?? {}, { robot: 'default', token: tokenOf(number), at });
  });
  await bench.drained();
  const { figures } = bench.row(title);
  const checks = worst === undefined ? {} : checkWorst(bench, worst);
  await bench.close();
  return {
    rows: [{ title, figures }],
    checks: {
      ...atMost(`${title}: messages`, figures.messages, most.messages),
      ...atMost(`${title}: all shown within`, figures.drainMs / minutes(1), most.minutes, ' min'),
      [`${title}: named ${figures.shown} of ${count}`]: figures.shown === count,
      // In markdown, the message that calls people names the worst again.
      ...atMost(`${title}: shown twice`, figures.twice, format === 'markdown' ? 1 : 0),
      ...checks,
    },
  };
}

const STORMS: readonly Storm[] = [
  {
    title: '500 alarms at once',
    count: 500,
    overMs: 0,
    format: 'text',
    worst: 399,
    most: { messages: 20, minutes: 1.2 },
  },
  {
    title: '500 alarms evenly over 60 s',
    count: 500,
    overMs: minutes(1),
    format: 'text',
    worst: 399,
    most: { messages: 20, minutes: 1.2 },
  },
  {
    title: '500 alarms at once, markdown',
    count: 500,
    overMs: 0,
    format: 'markdown',
    worst: 399,
    most: { messages: 24, minutes: 1.5 },
  },
  {
    title: '500 equally bad alarms at once',
    count: 500,
    overMs: 0,
    format: 'text',
    most: { messages: 20, minutes: 1.2 },
  },
  {
    title: '100 alarms at once',
    count: 100,
    overMs: 0,
    format: 'text',
    worst: 79,
    most: { messages: 5, minutes: 0.4 },
  },
];

/** Everything depends on the same database, and it is down: told in few messages, the worst first. */
export const storms: readonly Scenario[] = STORMS.map((storm) => ({ title: storm.title, run: () => play(storm) }));
