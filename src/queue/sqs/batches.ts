import type { QueueEntry } from '../message/entry.js';

/**
 * Most entries of one SendMessageBatch.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html
 */
const MAX_ENTRIES = 10;
/** Bytes left free in each message for the attributes it gets when it is dead-lettered. */
export const PARKING_BYTES = 8 * 1024;

/** Returns the UTF-8 bytes of a message's body, as SQS counts them. */
export function bytesOf(entry: QueueEntry): number {
  return Buffer.byteLength(entry.body);
}

/** Cuts entries into batches, in order: at most ten entries and `maxBytes` each. No single entry may be larger. */
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
