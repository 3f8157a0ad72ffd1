import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { startS3Endpoint } from '../../../local/s3/endpoint.js';
import { createFailedBucket, type FailedBucket } from '../../../scripts/aws/failed-bucket.js';
import { type ReplayBucketOptions, replayBucket } from '../../../scripts/aws/replay-bucket.js';

const BUCKET = 'kept';
const PREFIX = 'aws/lambda/async/notify/2026/11/22/';
const endpoint = await startS3Endpoint({ buckets: [BUCKET] });
const s3 = new S3Client({
  endpoint: endpoint.endpoint,
  region: 'ap-southeast-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  maxAttempts: 1,
});
const stored = endpoint.bucket(BUCKET);
const bucket = createFailedBucket(s3, BUCKET);
afterAll(async () => {
  s3.destroy();
  await endpoint.close();
});
beforeEach(() => {
  for (let page = stored.list().objects; page.length > 0; page = stored.list().objects)
    for (const { key } of page) stored.remove(key);
  endpoint.faults.clear();
});

const HEARTBEAT = { wecomrobot: 'heartbeat', time: '2026-11-22T12:00:00Z' };
const TICK = { wecomrobot: 'tick', time: '2026-11-22T12:00:00Z' };
const keep = (name: string, requestPayload: unknown): void =>
  stored.put(PREFIX + name, JSON.stringify({ requestContext: { functionArn: 'arn:…' }, requestPayload }));
const names = (): readonly string[] => stored.list().objects.map(({ key }) => key.slice(PREFIX.length));

/** Replays, and notes the events that were handed over and the lines that were printed. */
async function replay(options: Partial<ReplayBucketOptions> = {}) {
  const [handedOver, lines]: [unknown[], string[]] = [[], []];
  const result = await replayBucket({
    bucket,
    handOver: async (event) => void handedOver.push(event),
    print: (line) => lines.push(line),
    ...options,
  });
  return { ...result, handedOver, lines };
}

describe('replayBucket', () => {
  test('replayBucket: an empty bucket is no failure', async () => {
    expect(await replay()).toMatchObject({ replayed: 0, failed: 0, lines: ['0 events in the bucket'] });
  });

  test('createFailedBucket: lists more than one page of keys, each once and in order', async () => {
    const all = Array.from({ length: 1001 }, (_, index) => `${PREFIX}${String(index).padStart(4, '0')}`);
    for (const key of all.toReversed()) stored.put(key, '{}');
    expect(await bucket.keys()).toEqual(all);
  });

  test('replayBucket: each event is handed over once, oldest first, and its record deleted', async () => {
    const events = [1, 2, 3, 4].map((id) => ({ id }));
    for (const event of events.toReversed()) keep(String(event.id), event);
    const { replayed, handedOver } = await replay();
    expect(replayed).toBe(4);
    expect(handedOver).toEqual(events);
    expect(names()).toEqual([]);
  });

  test('replayBucket: what is not accepted stays and holds up nothing else', async () => {
    for (const id of ['a', 'b', 'c']) keep(id, { id });
    const handOver = async (event: unknown): Promise<void> => {
      if (JSON.stringify(event).includes('"b"')) throw new Error('SQS did not take it');
    };
    const { replayed, failed, lines } = await replay({ handOver });
    expect([replayed, failed, names()]).toEqual([2, 1, ['b']]);
    expect(lines).toContain('not replayed: id: SQS did not take it');
  });

  test('replayBucket: what is no record is named by its key and stays', async () => {
    stored.put(`${PREFIX}note`, 'half a rec');
    keep('record', { id: 1 });
    const { replayed, failed, lines } = await replay();
    expect([replayed, failed, names()]).toEqual([1, 1, ['note']]);
    expect(lines).toContain(`not replayed: ${PREFIX}note: Cannot replay as it is not Lambda's record of an invocation`);
  });

  test('replayBucket: objects that are not Lambda’s are left alone', async () => {
    stored.put('notes/why.txt', '…');
    expect(await replay()).toMatchObject({ replayed: 0, failed: 0 });
    expect(stored.list().objects).toHaveLength(1);
  });

  test('replayBucket: heartbeats and ticks are deleted, counted and never handed over', async () => {
    keep('a', HEARTBEAT);
    keep('b', HEARTBEAT);
    keep('c', { id: 'c' });
    keep('d', TICK);
    const { replayed, failed, handedOver, lines } = await replay();
    expect([replayed, failed, handedOver]).toEqual([1, 0, [{ id: 'c' }]]);
    expect(lines.slice(-2)).toEqual(['2 heartbeats deleted', '1 ticks deleted']);
    expect(names()).toEqual([]);
  });

  test('replayBucket: a dry run hands nothing over and deletes nothing', async () => {
    keep('a', { id: 'a' });
    keep('b', HEARTBEAT);
    keep('c', TICK);
    const { replayed, handedOver, lines } = await replay({ dryRun: true });
    expect([replayed, handedOver, names()]).toEqual([0, [], ['a', 'b', 'c']]);
    expect(lines).toEqual(['3 events in the bucket', 'would replay id', 'would delete heartbeat', 'would delete tick']);
  });

  test('replayBucket: what somebody else has replayed meanwhile is passed over', async () => {
    keep('a', { id: 'a' });
    keep('b', { id: 'b' });
    const listed: FailedBucket = { ...bucket, read: async (key) => (key.endsWith('a') ? undefined : bucket.read(key)) };
    expect(await replay({ bucket: listed })).toMatchObject({ replayed: 1, failed: 0, handedOver: [{ id: 'b' }] });
    expect(await bucket.read(`${PREFIX}missing`)).toBeUndefined();
  });

  test('replayBucket: a bucket that cannot be listed is an error, not an empty bucket', async () => {
    endpoint.faults.keep({ kind: 'AccessDenied', of: 'ListBucket' });
    await expect(replay()).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});
