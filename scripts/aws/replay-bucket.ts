import type { FailedBucket } from './failed-bucket.js';
import { describeFailedEvent, recordedEvent } from './failed-event.js';
import { type OutOfDate, outOfDate } from './out-of-date.js';
import type { Replayed } from './replay-queue.js';

export interface ReplayBucketOptions {
  readonly bucket: FailedBucket;
  /** Hands an event over. Rejects if it was not accepted: its record then stays. */
  readonly handOver: (event: unknown) => Promise<void>;
  /** True if nothing is handed over and nothing is deleted. */
  readonly dryRun?: boolean;
  readonly print: (line: string) => void;
}

/** The result for one record. */
type Outcome = 'replayed' | 'failed' | 'passed over' | OutOfDate;

/**
 * Hands over the events of a bucket, oldest first, and deletes the records of those that were accepted. A record that
 * cannot be read or is not accepted stays and holds up no other. Heartbeats and ticks are deleted: an old one tells
 * nothing.
 */
export async function replayBucket(options: ReplayBucketOptions): Promise<Replayed> {
  const { bucket, print } = options;
  const keys = await bucket.keys();
  print(`${keys.length} events in the bucket`);
  const counts: Record<Outcome, number> = { replayed: 0, failed: 0, 'passed over': 0, heartbeats: 0, ticks: 0 };
  for (const [index, key] of keys.entries()) {
    counts[await replayRecord(options, key, `${index + 1}/${keys.length}`)] += 1;
  }
  for (const kind of ['heartbeats', 'ticks'] as const) if (counts[kind] > 0) print(`${counts[kind]} ${kind} deleted`);
  return { replayed: counts.replayed, failed: counts.failed };
}

/** Replays one record. Never rejects: one record must not hold up the rest. */
async function replayRecord(options: ReplayBucketOptions, key: string, place: string): Promise<Outcome> {
  const { bucket, handOver, dryRun = false, print } = options;
  let what = key;
  let isAccepted = false;
  try {
    const body = await bucket.read(key);
    if (body === undefined) return 'passed over';
    const event = recordedEvent(body);
    what = describeFailedEvent(body);
    const old = outOfDate(event);
    if (dryRun) {
      print(`would ${old ? 'delete' : 'replay'} ${what}`);
      return 'passed over';
    }
    if (!old) await handOver(event);
    isAccepted = true;
    await bucket.remove(key);
    if (!old) print(`${place} ${what}`);
    return old ?? 'replayed';
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    print(`${isAccepted ? 'replayed, but not deleted' : 'not replayed'}: ${what}: ${why}`);
    return 'failed';
  }
}
