import { createHash } from 'node:crypto';
import type { Clock } from '../base/clock.js';
import type { Log } from '../base/log.js';
import type { Dispatch, Outcome } from '../domain/delivery.js';
import { identityOf, type Notification } from '../domain/notification.js';
import { reportOutcome } from '../domain/report.js';
import { formatBytes } from '../text/format.js';
import { trimForQueue, writeQueueBody } from './body.js';
import type { QueueEntry, QueueWriter } from './queue-client.js';

/** Tries of a batch that SQS took in part. The client itself repeats calls that failed as a whole. */
const MAX_TRIES = 3;
const RETRY_MS = 100;
/** When to try again what could not be queued, milliseconds. */
const UNAVAILABLE_MS = 5000;

interface EnqueueParts {
  readonly queue: QueueWriter;
  /** Most bytes of one SendMessageBatch, and so of one message: 1 MiB, in aws-cn 256 KiB. */
  readonly maxBytes: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** An entry that knows its notification. */
interface Planned extends QueueEntry {
  readonly notification: Notification;
}

/**
 * Puts notifications on the queue: one message per robot and part. A repeat within five minutes is dropped by SQS, as its
 * deduplication id is the same. Where one is too large, nothing is sent. What is not queued by the deadline counts as not
 * queued. Never rejects.
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
      log.write('warn', 'queue not reached', { reason: String(error), messages: entries.length });
      return entries;
    }
  }

  return async (notifications, deadlineMs) => {
    const startedAt = clock.now();
    const planned = notifications.map((notification) => entryOf(notification, startedAt));
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
  reason: 'The queue did not take it',
};

function entryOf(notification: Notification, now: number): Planned {
  return {
    notification,
    body: writeQueueBody({ notification: trimForQueue(notification), queuedAt: now }),
    groupId: encodeURIComponent(notification.robot),
    // The robot belongs to it: SQS removes duplicates queue-wide, and one alarm may be for two groups.
    deduplicationId: createHash('sha256').update(identityOf(notification)).digest('hex'),
  };
}

function tooLargeOutcome(bytes: number, maxBytes: number): Outcome {
  const reason = `Cannot queue the message as it must be at most ${formatBytes(maxBytes)}: current value is ${formatBytes(bytes)}`;
  return { status: 'invalid', field: 'push_message', reason, httpStatus: 413 };
}

/** Entries of one SendMessageBatch. @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html */
const MAX_ENTRIES = 10;
/** Left free in each message for the attributes it gets when it is parked, bytes. */
export const PARKING_BYTES = 8 * 1024;

/** UTF-8 bytes of a message's body, as SQS counts it. */
export function bytesOf(entry: QueueEntry): number {
  return Buffer.byteLength(entry.body);
}

/** Cuts entries into batches, in order: at most ten, and together at most `maxBytes`. No entry may be larger by itself. */
export function batchesOf<Entry extends QueueEntry>(
  entries: readonly Entry[],
  maxBytes: number,
): readonly (readonly Entry[])[] {
  const batches: Entry[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const last = batches.at(-1);
    bytes += bytesOf(entry);
    if (last && last.length < MAX_ENTRIES && bytes <= maxBytes) last.push(entry);
    else {
      batches.push([entry]);
      bytes = bytesOf(entry);
    }
  }
  return batches;
}
