import { alarmBySns } from '../../../local/samples/alarm-events.js';
import { stormAlarms } from '../../../local/samples/storm-alarms.js';
import type { Refusal } from '../../../local/sqs/dispatch.js';
import { arrayAt, textAt } from '../../../src/base/json.js';
import { readCarrier } from '../../../src/queue/message/carrier.js';
import { type LoadBench, startLoadBench } from '../load-bench.js';
import { atMost, type Scenario, tokenOf } from '../scenario.js';

const COUNT = 500;
const KILLS = 20;
/** So many carriers are sent from one kill to the next. */
const EVERY = 3;

/** Kills whoever sends a carrier, right after SQS has taken it: what the carrier holds has not been deleted. */
function killer() {
  let bench: LoadBench | undefined;
  let carriers = 0;
  let kills = 0;
  const watch: Refusal = (_, input) => {
    const bodies = arrayAt(input, 'Entries').map((entry) => textAt(entry, 'MessageBody') ?? '');
    if (!bench || !bodies.some((body) => readCarrier(body))) return undefined;
    carriers += 1;
    if (carriers % EVERY > 0 || kills >= KILLS) return undefined;
    kills += 1;
    for (const index of bench.deliver.busy()) bench.deliver.kill(index);
    return undefined;
  };
  return {
    watch,
    begin: (started: LoadBench): void => {
      bench = started;
    },
    kills: () => kills,
  };
}

export const killedFolding: Scenario = {
  title: `500 alarms at once, ${KILLS} times kill -9 while folding`,
  run: async () => {
    const kill = killer();
    const bench = await startLoadBench({
      robots: ['default'],
      notifiers: 20,
      refusal: kill.watch,
      sqsLatencyMs: 10,
      handOverMs: 30,
    });
    kill.begin(bench);
    const at = bench.time.clock.now();
    await Promise.all(
      stormAlarms(COUNT).map(({ name }, number) =>
        bench.send(alarmBySns({ name: `${name} ${tokenOf(number)}`, at }), {
          robot: 'default',
          token: tokenOf(number),
          at,
        }),
      ),
    );
    await bench.drained();
    const row = bench.row(`500 alarms, ${kill.kills()} times \`kill -9\` while folding`);
    await bench.close();
    return {
      rows: [row],
      checks: {
        [`killed ${kill.kills()} times (${KILLS})`]: kill.kills() === KILLS,
        ...atMost('shown twice outside of a batch that was killed', row.figures.twiceUnexplained.length, 0),
        ...atMost('times one message is shown', row.figures.mostShown, 2),
      },
    };
  },
};
