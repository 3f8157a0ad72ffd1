import type { SendReceipt } from './message.js';

/** How long SQS knows a MessageDeduplicationId again, counted from the first send.
 *  @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-exactly-once-processing.html */
export const DEDUPLICATION_INTERVAL_MS = 5 * 60_000;

/** Remembers what was sent, queue-wide (`DeduplicationScope` = `queue`), also after the message was received and deleted.
 *  A duplicate does not lengthen the interval. */
export class Duplicates {
  /** In the order of sending, so that the forgettable stand first. */
  readonly #sent = new Map<string, { readonly receipt: SendReceipt; readonly sentAt: number }>();

  /** The receipt of the first message with this id, where it is still remembered. */
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
