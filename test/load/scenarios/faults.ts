import { alarmBySns, snsOf } from '../../../local/samples/alarm-events.js';
import { seededRandom } from '../../../local/wecom/seeded-random.js';
import { type LoadBench, startLoadBench } from '../load-bench.js';
import { startOtherProgram } from '../other-program.js';
import { range, type Scenario, spread, tokenOf } from '../scenario.js';

const COUNT = 600;
const ROBOTS = ['default', 'dba', 'ops', 'pay', 'web', 'job'];
const MINUTE = 60_000;
/** Of all attempts. Half of the resets and of the silences come after the message was shown. */
const FAULTS = [
  { kind: -1, probability: 0.1 },
  { kind: 'reset', probability: 0.025 },
  { kind: 'reset-before-answer', probability: 0.025 },
  { kind: 'html-502', probability: 0.05 },
  { kind: 'silence', probability: 0.01 },
  { kind: 'silence-after-showing', probability: 0.01 },
] as const;
const FOR_MS = 4 * MINUTE;
const KILLS = 6;
const KILL_EVERY_MS = 30_000;

const diedIn = ({ batches }: LoadBench): number => batches.filter(({ error }) => error !== undefined).length;

/** Kills consumers, one after another, until so many of them were in the middle of a batch. */
async function killConsumers(bench: LoadBench): Promise<void> {
  const random = seededRandom(4);
  while (diedIn(bench) < KILLS) {
    await bench.time.clock.sleep(KILL_EVERY_MS * (0.5 + random()));
    const busy = bench.deliver.busy();
    const victim = busy[Math.floor(random() * busy.length)];
    if (victim !== undefined) bench.deliver.kill(victim);
  }
}

export const faults: Scenario = {
  title: '-1, resets, 502, silence; another program on the same key; consumers killed in the middle',
  run: async () => {
    const bench = await startLoadBench({ robots: ROBOTS, seed: 4 });
    const { clock } = bench.time;
    for (const fault of FAULTS) bench.wecom.faults.keep(fault);
    const other = startOtherProgram(bench, 'default', 2 * MINUTE);
    const killing = killConsumers(bench);
    await spread(range(COUNT), FOR_MS, clock, (number) => {
      const robot = ROBOTS[number % ROBOTS.length] ?? '';
      const [at, token] = [clock.now(), tokenOf(number)];
      const event =
        robot === 'default'
          ? alarmBySns({ name: `支付网关 ${token}`, at })
          : snsOf(JSON.stringify({ push_message: `作业 ${token} 结束`, robot }), at);
      return bench.send(event, { robot, token, at });
    });
    const posted = await other;
    await killing;
    await bench.drained();
    const figures = bench.figures();
    const codes = bench.deadLetters.messages().map(({ attributes }) => attributes['code']?.StringValue);
    const died = diedIn(bench);
    await bench.close();
    return {
      rows: [
        { title: '-1, resets, 502, silence; another program on the key; consumers killed', figures, isShared: true },
      ],
      checks: {
        'every one is shown or parked': figures.lost.length === 0 && figures.shown + codes.length >= COUNT,
        'twice only where no answer came or the consumer died before it deleted': figures.twiceUnexplained.length === 0,
        [`parked (${codes.length}) is only what was sent twice and never confirmed`]:
          codes.every((code) => code === 'unconfirmed') && codes.length < COUNT / 50,
        [`${died} consumers were killed in the middle of a batch`]: died >= KILLS,
        [`the other program took ${posted} of the robot's messages`]: posted > 40 && figures.limited > 0,
      },
    };
  },
};
