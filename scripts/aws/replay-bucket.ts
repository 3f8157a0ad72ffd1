import { readHeartbeat } from '../../src/domain/heartbeat.js';
import type { FailedBucket } from './failed-bucket.js';
import { describeFailedEvent, recordedEvent } from './failed-event.js';
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
type Outcome = 'replayed' | 'failed' | 'dropped' | 'passed over';

/**
 * Hands over the events of a bucket, oldest first, and deletes the records of those that were accepted. A record that
 * cannot be read or is not accepted stays and holds up no other. Heartbeats are deleted: an old one tells nothing.
 */
export async function replayBucket(options: ReplayBucketOptions): Promise<Replayed> {
  const { bucket, print } = options;
  const keys = await bucket.keys();
  print(`${keys.length} events in the bucket`);
  const counts: Record<Outcome, number> = { replayed: 0, failed: 0, dropped: 0, 'passed over': 0 };
  for (const [index, key] of keys.entries()) {
    counts[await replayRecord(options, key, `${index + 1}/${keys.length}`)] += 1;
  }
  if (counts.dropped > 0) print(`${counts.dropped} heartbeats deleted`);
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
    const isHeartbeat = readHeartbeat(event) !== undefined;
    if (dryRun) {
      print(`would ${isHeartbeat ? 'delete' : 'replay'} ${what}`);
      return 'passed over';
    }
    if (!isHeartbeat) await handOver(event);
    isAccepted = true;
    await bucket.remove(key);
    if (!isHeartbeat) print(`${place} ${what}`);
    return isHeartbeat ? 'dropped' : 'replayed';
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    print(`${isAccepted ? 'replayed, but not deleted' : 'not replayed'}: ${what}: ${why}`);
    return 'failed';
  }
}
