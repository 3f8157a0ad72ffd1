import type { SendReceipt } from './message.js';

/**
 * The time for which SQS recognises a MessageDeduplicationId, counted from the first send.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-exactly-once-processing.html
 */
export const DEDUPLICATION_INTERVAL_MS = 5 * 60_000;

/**
 * Remembers the messages sent to the whole queue (`DeduplicationScope` = `queue`), even after they were received and
 * deleted. A duplicate does not extend the interval.
 */
export class Duplicates {
  /** In the order of sending, so that expired ones come first. */
  readonly #sent = new Map<string, { readonly receipt: SendReceipt; readonly sentAt: number }>();

  /** Returns the receipt of the first message with this id, if it is still remembered. */
  find(dedupId: string, now: number): SendReceipt | undefined {
    for (const [id, { sentAt }] of this.#sent) {
      if (now - sentAt < DEDUPLICATION_INTERVAL_MS) break;
      this.#sent.delete(id);
    }
    return this.#sent.get(dedupId)?.receipt;
  }

  remember(dedupId: string, receipt: SendReceipt, now: number): void {
    this.#sent.set(dedupId, { receipt, sentAt: now });
  }
}
