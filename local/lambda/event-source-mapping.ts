import { type Clock, systemClock } from '../../src/base/clock.js';
import { SqsError } from '../sqs/error.js';
import type { LiveQueue } from '../sqs/live-queue.js';
import type { ReceivedMessage } from '../sqs/message.js';
import { type SqsEvent, toSqsEvent } from './event-source-event.js';
import { readBatchResponse } from './event-source-response.js';

/**
 * Lambda's name for an invocation that finds no free environment. An error of this name is retried with the same batch.
 */
export const THROTTLED = 'TooManyRequestsException';

/** Longest poll, as long as Lambda's own. */
const WAIT_MS = 20_000;
const FIRST_BACKOFF_MS = 1000;
const MAX_BACKOFF_MS = 16_000;

/** The result of one batch, as message ids. */
export interface BatchOutcome {
  readonly messages: readonly ReceivedMessage[];
  /** Deleted by the mapping, or by the function before it answered. */
  readonly deleted: readonly string[];
  /** Reported as failed, or the whole batch: they stay in flight until their visibility timeout ends. */
  readonly failed: readonly string[];
  /** The function succeeded too late: the receipt handle had expired, and the message will be received again. */
  readonly expired: readonly string[];
  /** The error that rejected the invocation. Absent if it was answered. */
  readonly error?: unknown;
}

export interface EventSourceMappingOptions {
  readonly queue: LiveQueue;
  /** Invokes the function once. An error named `TooManyRequestsException` is a throttle, any other a failed batch. */
  readonly invoke: (event: SqsEvent) => Promise<unknown>;
  /** 1 to 10, as for every FIFO queue. Default 10. */
  readonly batchSize?: number;
  /** 2 to 1000. Default 10. */
  readonly maximumConcurrency?: number;
  /** `FunctionResponseTypes: [ReportBatchItemFailures]`. Default true. If false, any answer counts as success. */
  readonly reportBatchItemFailures?: boolean;
  readonly clock?: Clock;
  readonly onBatch?: ((outcome: BatchOutcome) => void) | undefined;
}

export interface EventSourceMapping {
  /** Stops polling. Resolves once the running invocations have ended. */
  stop(): Promise<void>;
}

function checkRange(name: string, value: number, min: number, max: number): number {
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new RangeError(`Cannot map the queue as ${name} is ${min} to ${max}: current value is ${value}`);
}

/** Invokes again while throttled, until the batch's visibility timeout has ended. */
async function invokeWhileThrottled(
  { invoke, queue, clock = systemClock }: EventSourceMappingOptions,
  messages: readonly ReceivedMessage[],
): Promise<unknown> {
  const event = toSqsEvent(messages, queue.arn);
  const end = clock.now() + queue.settings.visibilityTimeoutMs;
  for (let backoffMs = FIRST_BACKOFF_MS; ; backoffMs = Math.min(2 * backoffMs, MAX_BACKOFF_MS)) {
    try {
      return await invoke(event);
    } catch (error) {
      const isThrottled = error instanceof Error && error.name === THROTTLED;
      if (!isThrottled || clock.now() + backoffMs >= end) throw error; // The messages will reappear by themselves.
      await clock.sleep(backoffMs);
    }
  }
}

function isDeleted(queue: LiveQueue, { receiptHandle }: ReceivedMessage): boolean {
  try {
    queue.delete(receiptHandle);
    return true;
  } catch (error) {
    if (error instanceof SqsError) return false; // The receipt handle has expired: SQS will deliver the message again.
    throw error;
  }
}

/** Deletes the messages that did not fail. */
function settle(queue: LiveQueue, messages: readonly ReceivedMessage[], failed: ReadonlySet<string>): BatchOutcome {
  const ids = (of: readonly ReceivedMessage[]) => of.map(({ messageId }) => messageId);
  const succeeded = messages.filter(({ messageId }) => !failed.has(messageId));
  const deleted = succeeded.filter((message) => isDeleted(queue, message));
  const expired = succeeded.filter((message) => !deleted.includes(message));
  return { messages, deleted: ids(deleted), failed: [...failed], expired: ids(expired) };
}

async function handleBatch(
  options: EventSourceMappingOptions,
  messages: readonly ReceivedMessage[],
): Promise<BatchOutcome> {
  const ids = messages.map(({ messageId }) => messageId);
  try {
    const response = await invokeWhileThrottled(options, messages);
    const failed = options.reportBatchItemFailures === false ? new Set<string>() : readBatchResponse(response, ids);
    return settle(options.queue, messages, failed === 'all' ? new Set(ids) : failed);
  } catch (error) {
    return { messages, deleted: [], failed: ids, expired: [], error }; // For `onBatch`; SQS delivers the batch again.
  }
}

/**
 * Polls a FIFO queue and invokes a function with each batch, as Lambda's event source mapping does. The queue's message
 * groups limit the concurrency: a second batch of one group waits for the first.
 *
 * Unlike Lambda it starts with all its pollers, and does not poll less after failures (with ReportBatchItemFailures,
 * nor does Lambda).
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export function startEventSourceMapping(options: EventSourceMappingOptions): EventSourceMapping {
  const max = checkRange('batchSize', options.batchSize ?? 10, 1, 10);
  const pollers = checkRange('maximumConcurrency', options.maximumConcurrency ?? 10, 2, 1000);
  const stopped = new AbortController();
  const poll = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      const messages = await options.queue.receive({ max, waitMs: WAIT_MS, signal: stopped.signal });
      if (messages.length === 0) continue;
      const outcome = await handleBatch(options, messages); // Not an argument of `onBatch?.()`, which would skip it.
      options.onBatch?.(outcome);
    }
  };
  const running = Array.from({ length: pollers }, poll);
  return {
    stop: async () => {
      stopped.abort();
      await Promise.all(running);
    },
  };
}
