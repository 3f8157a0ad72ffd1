import { alarmBySns } from '../../../local/samples/alarm-events.js';
import { type LoadBench, startLoadBench } from '../load-bench.js';
import { replayFailed } from '../replay-failed.js';
import { range, type Scenario, spread, tokenOf } from '../scenario.js';

const MINUTE = 60_000;
/** Alarms a minute, and minutes before and after. */
const PER_MINUTE = 3;
const AROUND = 1;
/** Longest outage that Lambda's retries outlast: it tries again after one and after two more minutes. */
const OUTLASTED_MINUTES = 2;

/** How often Lambda or S3 counted something. */
function counted({ metrics }: LoadBench, metric: string): number {
  return metrics.filter((datum) => datum.metric === metric).reduce((sum, { value }) => sum + value, 0);
}

/** Alarms before, during and after, evenly. Resolves once each is on the queue or kept. */
async function publishAll(bench: LoadBench, minutes: number): Promise<number> {
  const { clock } = bench.time;
  const all = range((minutes + 2 * AROUND) * PER_MINUTE);
  const outage = clock.sleep(AROUND * MINUTE).then(async () => {
    bench.sqs.faults.keep({ kind: 'ServiceUnavailable', forMs: minutes * MINUTE });
    await clock.sleep(minutes * MINUTE);
    bench.sqs.faults.clear();
  });
  await spread(all, (minutes + 2 * AROUND) * MINUTE, clock, async (number) => {
    const [at, token] = [clock.now(), tokenOf(number)];
    bench.publish(alarmBySns({ name: `支付失败 ${token}`, at }), { robot: 'default', token, at });
  });
  await outage;
  await bench.drained();
  return all.length;
}

/** SQS answers nothing but errors for so many minutes; afterwards somebody replays. */
export const sqsDown = (minutes: number): Scenario => ({
  title: `SQS down for ${minutes} minutes; then replay`,
  run: async () => {
    const bench = await startLoadBench({ robots: ['default'], consumers: 2 });
    const sent = await publishAll(bench, minutes);
    const kept = bench.failedEvents.list().objects.length;
    const before = bench.figures();
    const { replayed, failed } = await replayFailed(bench);
    await bench.drained();
    const figures = bench.figures();
    const counts = ['AsyncEventsDropped', 'PutRequests', 'DestinationDeliveryFailures'].map((metric) =>
      counted(bench, metric),
    );
    const isEmpty = bench.failedEvents.list().objects.length === 0;
    await bench.close();
    return {
      rows: [{ title: `SQS down for ${minutes} min, then replay`, figures }],
      checks: {
        [`what Lambda gave up is in S3 (${kept})`]: kept > 0 === minutes > OUTLASTED_MINUTES,
        'and nothing else is missing': before.shown + kept === sent && before.parked === 0,
        'Lambda and S3 count it': counts.join() === [kept, kept, 0].join(),
        'replay brings all of it': replayed === kept && failed === 0 && isEmpty,
        'every one is shown, none twice':
          figures.shown === sent && figures.lost.length + figures.twiceUnexplained.length === 0,
        'never too fast': figures.limited === 0,
      },
    };
  },
});
