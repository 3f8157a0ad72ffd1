import { type Clock, systemClock } from '../../src/base/clock.js';
import type { LiveQueue } from '../sqs/live-queue.js';
import { checkRange } from './check-range.js';
import { createConcurrency } from './concurrency.js';
import { type BatchOptions, type BatchOutcome, handleBatch } from './event-source-batch.js';
import type { SqsEvent } from './event-source-event.js';
import { sleepUnless } from './sleep-unless.js';

/** Longest poll, as long as Lambda's own. */
const WAIT_MS = 20_000;
/** Time between two tries to reach SQS. A guess. */
const RECONNECT_MS = 1000;
const TASK = 'map the queue';

/** The queue that is read, and the function that gets its batches. */
export interface EventSourceMappingOptions {
  readonly queue: LiveQueue;
  /**
   * Invokes the function once. A throttle (an error named `TooManyRequestsException`) is retried with the same batch. Any
   * other error means that the batch failed.
   */
  readonly invoke: (event: SqsEvent) => Promise<unknown>;
  /** 1 to 10, as for every FIFO queue. Default 10. */
  readonly batchSize?: number;
  /** 2 to 1000. Default 10. */
  readonly maximumConcurrency?: number;
  /** `FunctionResponseTypes: [ReportBatchItemFailures]`. Default true. If false, any answer counts as success. */
  readonly reportBatchItemFailures?: boolean;
  /** Returns true while the mapping reaches SQS. If not, it neither receives nor deletes. Default: always true. */
  readonly canReach?: () => boolean;
  readonly clock?: Clock;
  readonly onBatch?: ((outcome: BatchOutcome) => void) | undefined;
}

/** An event source mapping that runs. */
export interface EventSourceMapping {
  /** How many batches the mapping may have at a time now. */
  readonly concurrency: number;
  /** Ends the open polls, for a queue that can be reached no more. New ones begin at once. */
  reconnect(): void;
  /** Stops polling. Resolves once the running invocations have ended. */
  stop(): Promise<void>;
}

/**
 * Polls a FIFO queue and invokes a function with each batch, as Lambda's event source mapping does. The queue's message
 * groups limit the concurrency: a second batch of one group waits for the first. Errors, timeouts and throttles of the
 * function limit it further: `createConcurrency` says how, and how much of it is known.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export function startEventSourceMapping(options: EventSourceMappingOptions): EventSourceMapping {
  const { queue, clock = systemClock, canReach = () => true, reportBatchItemFailures = true } = options;
  const max = checkRange(TASK, 'batchSize', options.batchSize ?? 10, 1, 10);
  const maximum = checkRange(TASK, 'maximumConcurrency', options.maximumConcurrency ?? 10, 2, 1000);
  const concurrency = createConcurrency(maximum);
  const batch: BatchOptions = { queue, invoke: options.invoke, reportBatchItemFailures, canReach, clock };
  const polls = new Set<AbortController>();
  const pollers = new Set<Promise<void>>();
  let isStopped = false;

  const receive = async () => {
    const poll = new AbortController();
    polls.add(poll);
    try {
      if (canReach()) return await queue.receive({ max, waitMs: WAIT_MS, signal: poll.signal });
      await sleepUnless(poll.signal, RECONNECT_MS, clock);
      return [];
    } finally {
      polls.delete(poll);
    }
  };
  const work = async (): Promise<void> => {
    const messages = await receive();
    if (messages.length === 0) return;
    const outcome = await handleBatch(batch, messages);
    if (outcome.error !== undefined || outcome.throttles > 0) concurrency.lose();
    else concurrency.gain();
    options.onBatch?.(outcome);
  };
  /** Starts pollers, or ends idle ones, until there are as many as allowed. Busy ones end by themselves. */
  const adjust = (): void => {
    while (!isStopped && pollers.size < concurrency.allowed) {
      const poller = work().finally(() => {
        pollers.delete(poller);
        adjust();
      });
      pollers.add(poller);
    }
    const surplus = isStopped ? polls.size : Math.max(0, pollers.size - concurrency.allowed);
    for (const poll of [...polls].slice(0, surplus)) poll.abort();
  };
  adjust();
  return {
    get concurrency() {
      return concurrency.allowed;
    },
    reconnect: () => {
      for (const poll of polls) poll.abort();
    },
    stop: async () => {
      isStopped = true;
      adjust();
      await Promise.all(pollers);
    },
  };
}
