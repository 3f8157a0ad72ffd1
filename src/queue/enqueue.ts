import type { Clock } from '../base/clock.js';
import type { Log } from '../base/log.js';
import type { Dispatch, Outcome } from '../domain/delivery.js';
import type { Notification } from '../domain/notification.js';
import { reportOutcome } from '../domain/report.js';
import { formatBytes } from '../text/format.js';
import type { QueueEntry } from './message/entry.js';
import { newEntry } from './message/entry.js';
import { batchesOf, bytesOf, PARKING_BYTES } from './sqs/batches.js';
import type { QueueWriter } from './sqs/queue-client.js';

/** Attempts for a batch of which SQS accepted only a part. The client itself retries calls that failed as a whole. */
const MAX_TRIES = 3;
const RETRY_MS = 100;
/** The delay before a retry of a message that could not be queued, milliseconds. */
const UNAVAILABLE_MS = 5000;

interface EnqueueParts {
  readonly queue: QueueWriter;
  /** Most bytes of one SendMessageBatch, and so of one message: 1 MiB, in aws-cn 256 KiB. */
  readonly maxBytes: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** An entry together with its notification. */
interface Planned extends QueueEntry {
  readonly notification: Notification;
}

/**
 * Creates a dispatch that sends notifications to the queue: one message per robot and part. SQS drops a repeat within
 * five minutes, because its deduplication id is the same. If one is too large, nothing is sent. A message not queued by
 * the deadline counts as not queued. Never rejects.
 */
export function createQueueDispatch({ queue, maxBytes, clock, log }: EnqueueParts): Dispatch {
  async function sendAll(entries: readonly Planned[], signal: AbortSignal, tries: number): Promise<readonly Planned[]> {
    const unsent = signal.aborted ? entries : await sendOnce(entries, signal);
    if (unsent.length === 0 || tries <= 1 || signal.aborted) return unsent;
    await clock.sleep(RETRY_MS);
    return sendAll(unsent, signal, tries - 1);
  }

  async function sendOnce(entries: readonly Planned[], signal: AbortSignal): Promise<readonly Planned[]> {
    try {
      const untaken = await queue.send(entries, signal);
      return untaken.flatMap((index) => entries[index] ?? []);
    } catch (error) {
      log.write('warn', 'sending to the queue failed', { reason: String(error), messages: entries.length });
      return entries;
    }
  }

  return async (notifications, deadlineMs) => {
    const startedAt = clock.now();
    const planned = notifications.map((notification) => ({ notification, ...newEntry(notification, startedAt) }));
    const tooLarge = planned.find((entry) => bytesOf(entry) > maxBytes - PARKING_BYTES);
    if (tooLarge) return notifications.map(() => tooLargeOutcome(bytesOf(tooLarge), maxBytes - PARKING_BYTES));
    const unsent: Planned[] = [];
    const over = new AbortController();
    const cancel = clock.after(deadlineMs - startedAt, () => over.abort());
    for (const batch of batchesOf(planned, maxBytes)) unsent.push(...(await sendAll(batch, over.signal, MAX_TRIES)));
    cancel();
    return planned.map((entry) => {
      const outcome = unsent.includes(entry) ? NOT_QUEUED : ({ status: 'queued', id: entry.notification.id } as const);
      reportOutcome(log, entry.notification, outcome, clock.now() - startedAt);
      return outcome;
    });
  };
}

const NOT_QUEUED: Outcome = {
  status: 'unavailable',
  retryAfterMs: UNAVAILABLE_MS,
  reason: 'The queue did not accept the message',
};

function tooLargeOutcome(bytes: number, maxBytes: number): Outcome {
  const reason = `Cannot queue the message as it must be at most ${formatBytes(maxBytes)}: current value is ${formatBytes(bytes)}`;
  return { status: 'invalid', field: 'push_message', reason, httpStatus: 413 };
}
