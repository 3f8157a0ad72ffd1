import type { Log } from '../base/log.js';
import type { DeliveryResult } from '../domain/delivery.js';
import type { ReceivedMessage } from './item.js';
import type { Unshowable } from './plan.js';
import type { QueueReader } from './queue-client.js';

interface AcknowledgeParts {
  readonly queue: QueueReader;
  readonly log: Log;
}

/** Deletes messages that are done with. Never rejects: Lambda deletes what is not returned as failed once more. */
export async function deleteAll({ queue, log }: AcknowledgeParts, messages: readonly ReceivedMessage[]): Promise<void> {
  if (messages.length === 0) return;
  try {
    await queue.delete(messages);
  } catch (error) {
    log.write('warn', 'messages not deleted at once', { reason: String(error), messages: messages.length });
  }
}

/** Keeps messages in the dead-letter queue. Resolves to those that could not be: they must stay on the queue. Never rejects. */
export async function deadLetterAll(
  { queue, log }: AcknowledgeParts,
  unshowable: readonly Unshowable[],
): Promise<readonly ReceivedMessage[]> {
  const unparked = await Promise.all(
    unshowable.map(async ({ message, reason }) => {
      try {
        await queue.deadLetter(message, reason);
        log.write('error', 'message parked', { messageId: message.messageId, ...reason });
        return [];
      } catch (error) {
        log.write('error', 'message not parked, it stays on the queue', {
          messageId: message.messageId,
          reason: String(error),
        });
        return [message];
      }
    }),
  );
  return unparked.flat();
}

/** Stands for why a message that could not be parked stays on the queue. */
export const NOT_PARKED: DeliveryResult = { status: 'unavailable', retryAfterMs: 0, reason: 'Not parked' };

/** Lets messages come again at one time. Where SQS cannot be told, they come when the batch's visibility ends. Never rejects. */
export async function hideAll(
  { queue, log }: AcknowledgeParts,
  messages: readonly ReceivedMessage[],
  ms: number,
): Promise<void> {
  if (messages.length === 0) return;
  try {
    await queue.changeVisibility(messages, Math.ceil(ms / 1000));
  } catch (error) {
    log.write('warn', 'visibility not set, messages come again later', {
      reason: String(error),
      messages: messages.length,
    });
  }
}
