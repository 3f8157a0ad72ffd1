/** Measures many warm messages, by the handler and by a plain loop in turns, so that both meet the same noise. */
import { loadFunction } from './function.js';
import { createPost } from './post-loop.js';
import { ALARM_BODY, alarmEvent } from './samples.js';

const WARM_UP_ROUNDS = 40;
const ROUNDS = 40;
const PER_ROUND = 50;

/** Milliseconds, a value for each round. */
export interface WarmTimes {
  readonly handler: readonly number[];
  readonly raw: readonly number[];
}

/** The order of a round: message by message in turns, all of one and then all of the other, or all of one at once. */
export type Order = 'in turns' | 'in blocks' | 'at once';

type Post = (event: unknown) => Promise<unknown>;

const handle = await loadFunction();
const rawPost = createPost(process.env['WECOM_BASE_URL'] ?? '');
const raw: Post = () => rawPost(ALARM_BODY);

async function timeOf(post: Post, event: unknown): Promise<number> {
  const startedAt = performance.now();
  await post(event);
  return performance.now() - startedAt;
}

/**
 * Resolves to the median time of each post over all events. Each event goes through all posts before the next one does.
 */
async function middleTimes(posts: readonly Post[], events: readonly unknown[]): Promise<readonly number[]> {
  const times: number[][] = posts.map(() => []);
  for (const event of events)
    for (const [index, post] of posts.entries()) times[index]?.push(await timeOf(post, event));
  return times.map((some) => some.sort((a, b) => a - b)[Math.floor(some.length / 2)] ?? 0);
}

/** Runs a round: the handler's time and the plain loop's. The function gets each event ready-made, as from Lambda. */
const ROUND: Readonly<Record<Order, (events: readonly unknown[]) => Promise<readonly number[]>>> = {
  'in turns': (events) => middleTimes([handle, raw], events),
  'in blocks': async (events) => [...(await middleTimes([handle], events)), ...(await middleTimes([raw], events))],
  'at once': async (events) => {
    const all =
      (post: Post): Post =>
      () =>
        Promise.all(events.map(post));
    return [await timeOf(all(handle), null), await timeOf(all(raw), null)];
  },
};

/** Measures the rounds. `from` is the number of the first message. The first rounds warm up and do not count. */
export async function handler({ order, from }: { readonly order: Order; readonly from: number }): Promise<WarmTimes> {
  const times: { handler: number[]; raw: number[] } = { handler: [], raw: [] };
  for (let count = 0; count < WARM_UP_ROUNDS + ROUNDS; count++) {
    const events = Array.from({ length: PER_ROUND }, (_, index) => alarmEvent(from + count * PER_ROUND + index));
    const [ours = 0, theirs = 0] = await ROUND[order](events);
    if (count < WARM_UP_ROUNDS) continue;
    times.handler.push(ours);
    times.raw.push(theirs);
  }
  return times;
}
