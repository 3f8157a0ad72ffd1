import type { Log } from '../base/log.js';
import type { DeliveryResult } from '../domain/delivery.js';
import type { PreparedItem, ReceivedMessage } from './item.js';
import type { Unshowable } from './plan.js';
import type { QueueEntry, QueueReader } from './queue-client.js';
import { sentBackEntry } from './send-back.js';

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

/** Puts messages into the dead-letter queue. Resolves to those that SQS did not take: they must stay on the queue. Never rejects. */
export async function deadLetterAll(
  { queue, log }: AcknowledgeParts,
  unshowable: readonly Unshowable[],
): Promise<readonly ReceivedMessage[]> {
  const unparked = await Promise.all(
    unshowable.map(async ({ message, reason }) => {
      try {
        await queue.deadLetter(message, reason);
        log.write('error', 'message parked', { messageId: message.messageId, ...reason }, { parked: 1 });
        return [];
      } catch (error) {
        log.write('error', 'message not sent to the dead-letter queue, it stays on the queue', {
          messageId: message.messageId,
          reason: String(error),
        });
        return [message];
      }
    }),
  );
  return unparked.flat();
}

/** The failure of a message that stays on the queue because it could not be sent to the dead-letter queue. */
export const NOT_PARKED: DeliveryResult = {
  status: 'unavailable',
  retryAfterMs: 0,
  reason: 'Not sent to the dead-letter queue',
};

/**
 * Sends items to the end of their group with their records. Resolves to those that SQS did not take: they stay where they are,
 * and lose what this batch has learned of them. Never rejects.
 */
export function sendBackAll(parts: AcknowledgeParts, items: readonly PreparedItem[]): Promise<readonly PreparedItem[]> {
  return sendAll(parts, items, sentBackEntry);
}

/**
 * Sends one entry for each message. Resolves to the messages whose entry SQS did not take. Never rejects.
 * @param entryOf its deduplication id must be the same each time, so that a repeat after a lost answer changes nothing.
 */
export async function sendAll<M extends ReceivedMessage>(
  { queue, log }: AcknowledgeParts,
  messages: readonly M[],
  entryOf: (message: M) => QueueEntry,
): Promise<readonly M[]> {
  if (messages.length === 0) return [];
  try {
    const untaken = await queue.send(messages.map(entryOf));
    return untaken.flatMap((index) => messages[index] ?? []);
  } catch (error) {
    log.write('warn', 'messages not sent on, they stay where they are', {
      reason: String(error),
      messages: messages.length,
    });
    return messages;
  }
}

/** Lets messages come again at one time. If SQS cannot be told, they come when their visibility timeout ends. Never rejects. */
export async function hideAll(
  { queue, log }: AcknowledgeParts,
  messages: readonly ReceivedMessage[],
  ms: number,
): Promise<void> {
  if (messages.length === 0) return;
  try {
    await queue.changeVisibility(messages, Math.ceil(ms / 1000));
  } catch (error) {
    log.write('warn', 'visibility timeout not set, messages come again later', {
      reason: String(error),
      messages: messages.length,
    });
  }
}
