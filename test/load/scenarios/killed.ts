import type { InFlightBlocks } from '../../../local/sqs/settings.js';
import { tokensIn } from '../ledger.js';
import { type LoadBench, startLoadBench } from '../load-bench.js';
import { atMost, type Checks, type Row, range, type Scenario, spread } from '../scenario.js';

const COUNT = 12;
const EVERY_MS = 10_000;

/** Kills the consumer of each new message, `afterMs` after WeCom has shown it. Returns how many it has killed. */
function killAfterShown({ wecom, shown, deliver, time }: LoadBench, afterMs: number): () => number {
  const seen = new Set<string>();
  let kills = 0;
  wecom.onAttempt(() => {
    const fresh = tokensIn(shown.at(-1)?.text ?? '').filter((token) => !seen.has(token));
    if (fresh.length === 0) return;
    for (const token of fresh) seen.add(token);
    time.clock.after(afterMs, () => {
      for (const index of deliver.busy()) {
        deliver.kill(index);
        kills += 1;
      }
    });
  });
  return () => kills;
}

async function tryOne(title: string, afterMs: number, inFlightBlocks: InFlightBlocks): Promise<[Row, Checks]> {
  const bench = await startLoadBench({ robots: ['default'], inFlightBlocks });
  const kills = killAfterShown(bench, afterMs);
  await spread(range(COUNT), COUNT * EVERY_MS, bench.time.clock, (number) => bench.alarm(number));
  await bench.drained();
  const row = bench.row(title);
  const more = bench.shown.reduce((sum, { text }) => sum + tokensIn(text).length, 0) - row.figures.shown;
  const died = bench.batches.filter(({ error }) => error !== undefined).length;
  await bench.close();
  return [
    row,
    {
      ...atMost(`${title}: shown more often, for ${kills()} kills`, more, died * 10),
      ...atMost(`${title}: times one message is shown`, row.figures.mostShown, 2),
      [`${title}: consumers died in the middle`]: died > 2,
    },
  ];
}

/** `kill -9` at the two worst moments: the group has read the message, and nobody has noted so yet. */
export const killed = (inFlightBlocks: InFlightBlocks): Scenario => ({
  title: `kill -9 in the post, and after the answer before the delete (in flight blocks ${inFlightBlocks})`,
  run: async () => {
    const tried = [
      await tryOne(`kill -9 in the post (${inFlightBlocks})`, 0, inFlightBlocks),
      await tryOne(`kill -9 before the delete (${inFlightBlocks})`, 1500, inFlightBlocks),
    ];
    return { rows: tried.map(([row]) => row), checks: Object.assign({}, ...tried.map(([, checks]) => checks)) };
  },
});
