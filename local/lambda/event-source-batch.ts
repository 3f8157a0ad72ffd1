import type { Clock } from '../../src/base/clock.js';
import { SqsError } from '../sqs/error.js';
import type { LiveQueue } from '../sqs/live-queue.js';
import type { ReceivedMessage } from '../sqs/message.js';
import { isThrottle } from './errors.js';
import { type SqsEvent, toSqsEvent } from './event-source-event.js';
import { readBatchResponse } from './event-source-response.js';

const FIRST_BACKOFF_MS = 1000;
const MAX_BACKOFF_MS = 16_000;

/** The result of one batch, as message ids. */
export interface BatchOutcome {
  readonly messages: readonly ReceivedMessage[];
  /** Deleted by the mapping, or by the function before it answered. */
  readonly deleted: readonly string[];
  /** Reported as failed, or the whole batch: they stay in flight until their visibility timeout ends. */
  readonly failed: readonly string[];
  /** The function succeeded, but its messages could not be deleted: they will be received again. */
  readonly expired: readonly string[];
  /** How often the invocation was throttled. */
  readonly throttles: number;
  /** The error that rejected the invocation. Absent if it was answered. */
  readonly error?: unknown;
}

/** The queue that a batch comes from, and the function that gets it. */
export interface BatchOptions {
  readonly queue: LiveQueue;
  readonly invoke: (event: SqsEvent) => Promise<unknown>;
  readonly reportBatchItemFailures: boolean;
  /** Returns true while the mapping reaches SQS. */
  readonly canReach: () => boolean;
  readonly clock: Clock;
}

interface Invoked {
  readonly throttles: number;
  /** The answer, or the error. */
  readonly response?: unknown;
  readonly error?: unknown;
}

/** Invokes again while throttled, until the batch's visibility timeout has ended. */
async function invokeWhileThrottled(
  { invoke, queue, clock }: BatchOptions,
  messages: readonly ReceivedMessage[],
): Promise<Invoked> {
  const event = toSqsEvent(messages, queue.arn);
  const end = clock.now() + queue.settings.visibilityTimeoutMs;
  let throttles = 0;
  for (let backoffMs = FIRST_BACKOFF_MS; ; backoffMs = Math.min(2 * backoffMs, MAX_BACKOFF_MS)) {
    try {
      return { throttles, response: await invoke(event) };
    } catch (error) {
      if (!isThrottle(error)) return { throttles, error };
      throttles += 1;
      if (clock.now() + backoffMs >= end) return { throttles, error }; // The messages will reappear by themselves.
      await clock.sleep(backoffMs);
    }
  }
}

function isDeleted({ queue, canReach }: BatchOptions, { receiptHandle }: ReceivedMessage): boolean {
  if (!canReach()) return false;
  try {
    queue.delete(receiptHandle);
    return true;
  } catch (error) {
    if (error instanceof SqsError) return false; // The receipt handle has expired: SQS will deliver the message again.
    throw error;
  }
}

/** Invokes the function with a batch, and deletes the messages that did not fail. */
export async function handleBatch(options: BatchOptions, messages: readonly ReceivedMessage[]): Promise<BatchOutcome> {
  const idsOf = (some: readonly ReceivedMessage[]) => some.map(({ messageId }) => messageId);
  const ids = idsOf(messages);
  const { throttles, response, ...thrown } = await invokeWhileThrottled(options, messages);
  if ('error' in thrown) return { messages, deleted: [], failed: ids, expired: [], throttles, ...thrown };
  const read = options.reportBatchItemFailures ? readBatchResponse(response, ids) : new Set<string>();
  const failed = read === 'all' ? new Set(ids) : read;
  const succeeded = messages.filter(({ messageId }) => !failed.has(messageId));
  const deleted = succeeded.filter((message) => isDeleted(options, message));
  const expired = succeeded.filter((message) => !deleted.includes(message));
  return { messages, deleted: idsOf(deleted), failed: [...failed], expired: idsOf(expired), throttles };
}
