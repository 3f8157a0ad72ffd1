import type { Log } from '../../base/log.js';
import type { DeliveryResult } from '../../domain/delivery.js';
import { type QueueEntry, sentBackEntry } from '../message/entry.js';
import type { PreparedItem, ReceivedMessage } from '../message/item.js';
import type { Unshowable } from '../message/unshowable.js';
import { batchesOf } from './batches.js';
import type { QueueReader } from './queue-client.js';

interface AcknowledgeParts {
  readonly queue: QueueReader;
  readonly log: Log;
}

/** Deletes messages that are done with. Never rejects: Lambda deletes again every message not returned as failed. */
export async function deleteAll({ queue, log }: AcknowledgeParts, messages: readonly ReceivedMessage[]): Promise<void> {
  if (messages.length === 0) return;
  try {
    await queue.delete(messages);
  } catch (error) {
    log.write('warn', 'messages not deleted, Lambda will delete them', {
      reason: String(error),
      messages: messages.length,
    });
  }
}

/** Messages that were to be dead-lettered. */
interface DeadLettered {
  /** Those that are in the dead-letter queue. */
  readonly parked: readonly Unshowable[];
  /** Those that SQS did not accept: they must stay on the queue. */
  readonly unparked: readonly ReceivedMessage[];
}

/** Sends messages to the dead-letter queue. Never rejects. */
export async function deadLetterAll(parts: AcknowledgeParts, unshowable: readonly Unshowable[]): Promise<DeadLettered> {
  const unparked = (await Promise.all(unshowable.map((one) => deadLetter(parts, one)))).flat();
  return { parked: unshowable.filter(({ message }) => !unparked.includes(message)), unparked };
}

/** Resolves to the message if SQS did not accept it. */
async function deadLetter(
  { queue, log }: AcknowledgeParts,
  { message, reason }: Unshowable,
): Promise<readonly ReceivedMessage[]> {
  const { messageId } = message;
  try {
    await queue.deadLetter(message, reason);
    log.write('error', 'message sent to the dead-letter queue', { messageId, ...reason }, { parked: 1 });
    return [];
  } catch (error) {
    const why = { messageId, reason: String(error) };
    log.write('error', 'message not sent to the dead-letter queue, it stays on the queue', why);
    return [message];
  }
}

/** The failure of a message that stays on the queue because it could not be sent to the dead-letter queue. */
export const NOT_PARKED: DeliveryResult = {
  status: 'unavailable',
  retryAfterMs: 0,
  reason: 'Not sent to the dead-letter queue',
};

/**
 * Sends items to the end of their group with their records. Resolves to those that SQS did not accept: they stay in
 * place, and lose what this batch has learned about them. Never rejects.
 */
export function sendBackAll(parts: AcknowledgeParts, items: readonly PreparedItem[]): Promise<readonly PreparedItem[]> {
  return sendAll(parts, items, sentBackEntry);
}

/**
 * Sends one entry for each message. Resolves to the messages whose entry SQS did not accept. Never rejects.
 * @param entryOf must return the same deduplication id each time, so that a repeat after a lost answer changes nothing.
 */
export async function sendAll<M>(
  { queue, log }: AcknowledgeParts,
  messages: readonly M[],
  entryOf: (message: M) => QueueEntry,
): Promise<readonly M[]> {
  const planned = messages.map((message) => ({ message, ...entryOf(message) }));
  const unsent = await Promise.all(
    batchesOf(planned, MAX_CALL_BYTES).map(async (batch) => {
      try {
        const untaken = await queue.send(batch);
        return untaken.flatMap((index) => batch[index] ?? []);
      } catch (error) {
        log.write('warn', 'messages not sent on, they stay on the queue', {
          reason: String(error),
          messages: batch.length,
        });
        return batch;
      }
    }),
  );
  return unsent.flat().map(({ message }) => message);
}

/** Most bytes of one SendMessageBatch in every partition. A larger message goes alone. */
const MAX_CALL_BYTES = 256 * 1024;

/**
 * Lets messages reappear all at once. If SQS cannot be reached, they do so when their visibility timeout ends. Never
 * rejects.
 */
export async function hideAll(
  { queue, log }: AcknowledgeParts,
  messages: readonly ReceivedMessage[],
  ms: number,
): Promise<void> {
  if (messages.length === 0) return;
  try {
    await queue.changeVisibility(messages, Math.ceil(ms / 1000));
  } catch (error) {
    log.write('warn', 'visibility timeout not set, messages will reappear later', {
      reason: String(error),
      messages: messages.length,
    });
  }
}

/** Resolves to true if at least so many messages wait in the queue, as far as SQS says. Never rejects. */
export async function isWaiting({ queue, log }: AcknowledgeParts, least: number): Promise<boolean> {
  try {
    return (await queue.waiting()) >= least;
  } catch (error) {
    log.write('warn', 'number of waiting messages unknown', { reason: String(error) });
    return false;
  }
}
