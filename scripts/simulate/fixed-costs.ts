import { textTable } from '../routes-report/text-table.js';
import { billOf, type Meter, totalOf } from './meter.js';
import { MEMORY_MB } from './month-report.js';
import { PRICES } from './prices.js';

const MONTH_SECONDS = 30 * 24 * 60 * 60;
/**
 * Polls of an idle queue: Lambda keeps five, each of 20 s.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 */
const IDLE_POLLS = { atATime: 5, seconds: 20 };
/** Alarms and metrics that the deployment has: docs/deploy.md. */
const OWN = { alarms: 14, metrics: 12 };
const TICKS = 8640;
/** Time of `notify` for a tick, seconds, and its requests to CloudWatch while nothing is in ALARM: docs/reminders.md. */
const TICK = { seconds: 1, requests: 2 };
/** Requests of a month's summaries, 22 mornings with nothing in ALARM: docs/reminders.md. */
const SUMMARY_REQUESTS = 88;
/** Time for which a picture holds `deliver`, an interval between two messages and WeCom's answer, seconds. */
const PICTURE_SECONDS = 3.6;

const lambda = (name: keyof typeof MEMORY_MB, seconds: number): number =>
  seconds * (MEMORY_MB[name] / 1024) * PRICES.lambdaSecond.dollars;
const inDollars = (rows: readonly (readonly [string, string, number])[]) =>
  rows.map(([name, madeOf, dollars]) => [name, madeOf, dollars.toFixed(2)]);

/** Returns the table of what is paid each month, however much is told. */
export function fixedTable(): readonly string[] {
  const polls = (IDLE_POLLS.atATime * MONTH_SECONDS) / IDLE_POLLS.seconds;
  return textTable(
    ['a month, whatever comes', 'made of', '$'],
    inDollars([
      ['secret', 'one', PRICES.secret.dollars],
      ['alarms about wecomrobot itself', `${OWN.alarms}`, OWN.alarms * PRICES.alarm.dollars],
      ['metrics of its own', `${OWN.metrics}`, OWN.metrics * PRICES.metric.dollars],
      ['dashboard', 'one, as if three others used the free ones', PRICES.dashboard.dollars],
      ['polls of an idle queue', `${polls.toLocaleString('en')} requests`, polls * PRICES.fifoRequest.dollars],
    ]),
  );
}

/**
 * Returns the table of what each feature adds.
 * @param heartbeats what a day's heartbeats used, if nothing else happened.
 * @param recoveries of a million alarms.
 */
export function featureTable(heartbeats: Meter, recoveries: number): readonly string[] {
  const { cloudWatchRequest, metricDrawn, lambdaRequest } = PRICES;
  const requests = (count: number): number => count * cloudWatchRequest.dollars;
  const tick = lambda('notify', TICK.seconds) + lambdaRequest.dollars + requests(TICK.requests);
  return textTable(
    ['a feature', 'made of', '$'],
    inDollars([
      ['heartbeat, a month', '8,640, simulated', totalOf(billOf(heartbeats, MEMORY_MB)) * 30],
      ['reminders, a month and region', `${TICKS} ticks of ${TICK.requests} requests, nothing in ALARM`, TICKS * tick],
      ['summary, a month', `22 mornings, ${SUMMARY_REQUESTS} requests`, requests(SUMMARY_REQUESTS)],
      [
        'durations, a million alarms',
        `${recoveries.toLocaleString('en')} recoveries, a request each`,
        requests(recoveries),
      ],
      ['tags, a million alarms', 'at most a request each', requests(1e6)],
      ['log links, a million alarms', 'DescribeMetricFilters is free', 0],
      [
        'graphs, 1,000 pictures',
        'a metric drawn each, and a message more',
        1000 * (metricDrawn.dollars + lambda('deliver', PICTURE_SECONDS)),
      ],
    ]),
  );
}
