import type { BatchOutcome } from '../../../local/lambda/event-source-batch.js';
import type { SqsEvent } from '../../../local/lambda/event-source-event.js';
import { type EventSourceMappingOptions, startEventSourceMapping } from '../../../local/lambda/event-source-mapping.js';
import { LiveQueue } from '../../../local/sqs/live-queue.js';
import { fifoQueueSettings } from '../../../local/sqs/settings.js';
import { textAt } from '../../../src/base/json.js';
import { createFakeClock } from '../../support/fake-clock.js';

/** Lambda's developer guide: every rule checked is found there. */
export const LAMBDA = 'https://docs.aws.amazon.com/lambda/latest/dg';
/** The bench's visibility timeout, unless it is given one. */
export const VISIBILITY_MS = 90_000;

/** One invocation, kept open until the test answers it. */
export interface Call {
  readonly event: SqsEvent;
  readonly bodies: readonly string[];
  readonly at: number;
  readonly answer: (response: unknown) => void;
  readonly fail: (error: Error) => void;
}

type Options = Partial<EventSourceMappingOptions>;

/** A mapping on a queue in hand-moved time; its function is answered by the test. */
export async function createBench(options: Options = {}, settings: { readonly visibilityTimeoutMs?: number } = {}) {
  const clock = createFakeClock();
  const start = clock.now();
  const queue = new LiveQueue(
    fifoQueueSettings({ name: 'notify.fifo', visibilityTimeoutMs: VISIBILITY_MS, ...settings }),
    clock,
  );
  const calls: Call[] = [];
  const outcomes: BatchOutcome[] = [];
  const invoke = (event: SqsEvent) =>
    new Promise<unknown>((answer, fail) => {
      const bodies = event.Records.map((record) => textAt(record, 'body') ?? '');
      calls.push({ event, bodies, at: clock.now() - start, answer, fail });
    });
  const mapping = startEventSourceMapping({ queue, invoke, clock, onBatch: (told) => outcomes.push(told), ...options });
  await clock.advance(0);
  return {
    clock,
    queue,
    calls,
    outcomes,
    mapping,
    /** Messages are named `group.number`. */
    send: async (...names: readonly string[]) => {
      for (const name of names) {
        queue.send({ body: name, groupId: name.split('.')[0] ?? '', dedupId: name, attributes: {} });
      }
      await clock.advance(0);
    },
    /** Answers an invocation and lets the mapping act on it. */
    answer: async (call: Call | undefined, response: unknown) => {
      call?.answer(response);
      await clock.advance(0);
    },
    fail: async (call: Call | undefined, error: Error) => {
      call?.fail(error);
      await clock.advance(0);
    },
    handle: (call: Call | undefined, index: number) => textAt(call?.event.Records[index], 'receiptHandle') ?? '',
    id: (call: Call | undefined, index: number) => textAt(call?.event.Records[index], 'messageId') ?? '',
  };
}

/** An error of this name. */
export function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}

/** Sends while no poller is listening, so that what is sent waits together. */
export async function backlog(names: readonly string[], options: Options = {}) {
  const bench = await createBench({ maximumConcurrency: 2, ...options });
  const [first] = names;
  const group = first?.split('.')[0] ?? '';
  await bench.send(`${group}.first`);
  await bench.send(...names);
  return bench;
}
