/** Many warm messages, by the handler and by a plain loop in turns: each turn meets the same noise. */
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

const handle = await loadFunction();
const rawPost = createPost(process.env['WECOM_BASE_URL'] ?? '');

/** The function gets each event ready made, as Lambda hands it over. */
const message = (event: unknown): Promise<unknown> => handle(event);
const raw = (): Promise<unknown> => rawPost(ALARM_BODY);

/** The middle one of a round's messages, one after another. */
async function oneByOne(post: (event: unknown) => Promise<unknown>, events: readonly unknown[]): Promise<number> {
  const times: number[] = [];
  for (const event of events) {
    const startedAt = performance.now();
    await post(event);
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b)[events.length / 2] ?? 0;
}

/** The whole time of a round's messages at once. */
async function allAtOnce(post: (event: unknown) => Promise<unknown>, events: readonly unknown[]): Promise<number> {
  const startedAt = performance.now();
  await Promise.all(events.map(post));
  return performance.now() - startedAt;
}

/** `event` is the kind of round, and the number of the first message. The first rounds warm up and do not count. */
export async function handler({ inFlight, from }: { readonly inFlight: boolean; readonly from: number }) {
  const round = inFlight ? allAtOnce : oneByOne;
  const times: { handler: number[]; raw: number[] } = { handler: [], raw: [] };
  for (let count = 0; count < WARM_UP_ROUNDS + ROUNDS; count++) {
    const events = Array.from({ length: PER_ROUND }, (_, index) => alarmEvent(from + count * PER_ROUND + index));
    const [ours, theirs] = [await round(message, events), await round(raw, events)];
    if (count < WARM_UP_ROUNDS) continue;
    times.handler.push(ours);
    times.raw.push(theirs);
  }
  return times satisfies WarmTimes;
}
