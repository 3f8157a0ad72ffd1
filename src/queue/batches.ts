import type { QueueEntry } from './queue-client.js';

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
