import { answerOf, type Bench, start } from './bench.js';
import type { Figure } from './figure.js';
import { median, medianRatio, ms } from './statistics.js';
import type { Memory } from './subjects/memory.js';
import { alarmEvent } from './subjects/samples.js';
import type { Order, WarmTimes } from './subjects/warm.js';

const MESSAGES = 1000;
const FREEZES = 20;
const MEGABYTE = 1024 ** 2;

/** Measures warm messages against a plain keep-alive loop: one after another, and 50 at once. */
export async function measureWarm(bench: Bench): Promise<readonly Figure[]> {
  const environment = await start(bench, 'warm', 'direct');
  const times = async (order: Order, from: number) => (await environment.invoke({ order, from })) as WarmTimes;
  const turns = await times('in turns', 0);
  const blocks = await times('in blocks', 100_000);
  const many = await times('at once', 200_000);
  await environment.end();
  const detail = ({ handler, raw }: WarmTimes): string => `${ms(median(handler))} / ${ms(median(raw))}`;
  const ratio = ({ handler, raw }: WarmTimes): number => medianRatio(handler, raw);
  const inBlocks = `in blocks of 50 ${ratio(blocks).toFixed(2)}, ${detail(blocks)}`;
  return [
    {
      name: 'warm handler p50 / raw loop p50, message by message in turns',
      value: ratio(turns),
      unit: '',
      detail: `${detail(turns)}; ${inBlocks}`,
    },
    { name: '50 in flight, total time / raw loop', value: ratio(many), unit: '', detail: detail(many) },
  ];
}

/** Measures resident memory at the first post and after a thousand. */
export async function measureMemory(bench: Bench): Promise<readonly Figure[]> {
  const runs: Memory[] = [];
  for (let run = 0; run < 5; run++) runs.push(await answerOf<Memory>(bench, 'memory', { messages: MESSAGES }));
  const figure = (name: string, bytes: readonly number[]): Figure => ({
    name,
    value: median(bytes) / MEGABYTE,
    unit: 'MB',
    detail: 'median of 5 runs',
  });
  const [first, last] = [runs.map((run) => run.first), runs.map((run) => run.last)];
  return [
    figure('resident memory at the first post, without a queue', first),
    figure('resident memory after 1,000 messages, without a queue', last),
  ];
}

/** Freezes a process and loses its connections in the meantime, again and again. */
export async function measureFrozen(bench: Bench): Promise<readonly Figure[]> {
  const { outside } = bench;
  const before = await outside.seen();
  const environment = await start(bench, 'bundle', 'breakable');
  let failures = 0;
  await environment.invoke(alarmEvent(0));
  for (let number = 1; number <= FREEZES; number++) {
    environment.process.kill('SIGSTOP');
    await outside.lose();
    environment.process.kill('SIGCONT');
    await environment.invoke(alarmEvent(number)).catch(() => {
      failures += 1; // Counted, because failures are what this measures.
    });
  }
  await environment.end();
  const { posts } = await outside.seen();
  const shown = posts - before.posts;
  return [
    {
      name: 'failures after the connection was lost while frozen',
      value: failures,
      target: 0,
      unit: '',
      detail: `of ${FREEZES} messages`,
    },
    {
      name: 'messages shown twice after that',
      value: Math.max(0, shown - (FREEZES + 1 - failures)),
      target: 0,
      unit: '',
      detail: `${shown} posts of ${FREEZES + 1} messages`,
    },
  ];
}
