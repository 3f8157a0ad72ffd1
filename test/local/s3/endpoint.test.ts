import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { MetricDatum } from '../../../local/cloudwatch/metric-datum.js';
import { startS3Endpoint } from '../../../local/s3/endpoint.js';

const Bucket = 'records';
/** What XML and URLs must escape. */
const ODD = 'aws/a&b <中>/x+y="1"/é%20?';
const metrics: MetricDatum[] = [];
const s3 = await startS3Endpoint({
  buckets: [Bucket],
  metrics: { filterId: 'all', record: (datum) => void metrics.push(datum) },
});
const client = new S3Client({
  endpoint: s3.endpoint,
  region: 'ap-southeast-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  maxAttempts: 1,
});
const bucket = s3.bucket(Bucket);
const put = (Key: string, Body = '{}') => client.send(new PutObjectCommand({ Bucket, Key, Body }));
const read = async (Key: string) =>
  (await client.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString('utf8');
const keys = (): readonly string[] => bucket.list().objects.map(({ key }) => key);
beforeEach(() => {
  for (const key of keys()) bucket.remove(key);
  s3.faults.clear();
  metrics.length = 0;
});
afterAll(async () => {
  client.destroy();
  await s3.close();
});

describe('S3 endpoint', () => {
  test.each(['one', ODD])('S3 endpoint: the real client writes, reads and deletes %s', async (key) => {
    await put(key, '{"text":"告警"}');
    expect(await read(key)).toBe('{"text":"告警"}');
    const { Contents } = await client.send(new ListObjectsV2Command({ Bucket }));
    expect(Contents).toMatchObject([{ Key: key, Size: 17, LastModified: expect.any(Date) }]);
    await client.send(new DeleteObjectCommand({ Bucket, Key: key }));
    expect(keys()).toEqual([]);
  });

  test('S3 endpoint: lists by prefix in the order of bytes, in pages', async () => {
    for (const key of ['b/2', 'a/1', 'b/Z', 'b/é', 'b/1']) await put(key);
    const pages: string[][] = [];
    for (let token: string | undefined, more = true; more; ) {
      const page = await client.send(
        new ListObjectsV2Command({ Bucket, Prefix: 'b/', MaxKeys: 2, ContinuationToken: token }),
      );
      pages.push((page.Contents ?? []).map(({ Key = '' }) => Key));
      expect(page.KeyCount).toBe(2);
      token = page.NextContinuationToken;
      more = page.IsTruncated === true;
    }
    expect(pages).toEqual([
      ['b/1', 'b/2'],
      ['b/Z', 'b/é'],
    ]);
  });

  test('S3 endpoint: a page holds 1,000 keys at most, and an empty bucket none', async () => {
    expect(await client.send(new ListObjectsV2Command({ Bucket }))).toMatchObject({ KeyCount: 0, IsTruncated: false });
    for (let index = 0; index < 1001; index++) bucket.put(String(index), '{}');
    const page = await client.send(new ListObjectsV2Command({ Bucket, MaxKeys: 5000 }));
    expect(page).toMatchObject({ KeyCount: 1000, IsTruncated: true });
  });

  test('S3 endpoint: deleting what is not there succeeds, as in S3', async () => {
    const Key = 'missing';
    expect(await client.send(new DeleteObjectCommand({ Bucket, Key }))).toMatchObject({
      $metadata: { httpStatusCode: 204 },
    });
  });

  test.each([
    ['a key that is not there', () => read('missing'), 'NoSuchKey', 404],
    [
      'a bucket that is not there',
      () => client.send(new ListObjectsV2Command({ Bucket: 'other' })),
      'NoSuchBucket',
      404,
    ],
    [
      'a token that was not given out',
      () => client.send(new ListObjectsV2Command({ Bucket, ContinuationToken: 'x' })),
      'InvalidArgument',
      400,
    ],
    ['another operation', () => client.send(new ListBucketsCommand({})), 'NotImplemented', 501],
  ])('S3 endpoint: %s is refused', async (_, ask, name, httpStatusCode) => {
    await expect(ask()).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
  });

  test.each([
    ['AccessDenied', 403],
    ['ServiceUnavailable', 503],
    ['SlowDown', 503],
    ['InternalError', 500],
  ] as const)('S3 endpoint: %s on demand, for the client and for AWS’s own services', async (name, httpStatusCode) => {
    s3.faults.keep({ kind: name, of: 'PutObject' });
    await expect(put('one')).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
    expect(() => s3.putObject(Bucket, 'one', '{}')).toThrow(expect.objectContaining({ code: name }));
    expect(keys()).toEqual([]);
  });

  test('S3 endpoint: a request without a signature is refused', async () => {
    const answer = await fetch(`${s3.endpoint}/${Bucket}?list-type=2`);
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('<Code>AccessDenied</Code>')]);
  });

  test('S3 endpoint: each PUT is counted by the bucket’s request metrics, and nothing else is', async () => {
    await put('one');
    await read('one');
    s3.putObject(Bucket, 'two', '{}');
    const datum = { namespace: 'AWS/S3', metric: 'PutRequests', dimensions: { BucketName: Bucket, FilterId: 'all' } };
    expect(metrics).toMatchObject([datum, datum]);
  });
});
