import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Clock, systemClock } from '../../src/base/clock.js';
import type { RecordMetric } from '../cloudwatch/metric-datum.js';
import { closeServer, listenOnLoopback } from '../net/loopback-server.js';
import { createPlannedFaults, type PlannedFaults } from '../net/planned-faults.js';
import { readBody } from '../net/request-body.js';
import { type Bucket, createBucket } from './bucket.js';
import { S3Error, type S3ErrorCode } from './error.js';
import { readS3Request, type S3Operation, type S3Request } from './request.js';
import { errorXml, listXml } from './xml.js';

/** The buckets behind an endpoint, and how it behaves. */
export interface S3EndpointOptions {
  /** Names of the buckets. */
  readonly buckets: readonly string[];
  readonly clock?: Clock;
  /**
   * Receives the request metrics that the template has S3 write. Default: none are written.
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/metrics-dimensions.html
   */
  readonly metrics?: { readonly filterId: string; readonly record: RecordMetric };
}

/** S3 on this machine, as far as failed events need it, for the real SDK: `AWS_ENDPOINT_URL_S3` is set to `endpoint`. */
export interface S3Endpoint {
  readonly endpoint: string;
  /** Returns the bucket itself, past the faults, for a test to look into. Throws if it was not started with that name. */
  bucket(name: string): Bucket;
  /**
   * Writes an object as another service of AWS does.
   * @throws {S3Error} If a fault is planned.
   */
  putObject(bucket: string, key: string, body: string): void;
  /** Errors on demand, by operation. */
  readonly faults: PlannedFaults<S3ErrorCode, S3Operation>;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
}

/** A bug of this program counts as a fault of the service, and is named. */
function errorAnswer(thrown: unknown): Answer {
  const error = thrown instanceof S3Error ? thrown : new S3Error('InternalError', String(thrown));
  return { status: error.status, type: 'application/xml', body: errorXml(error) };
}

function answerOf(asked: S3Request, bucket: Bucket, body: string): Answer {
  switch (asked.operation) {
    case 'PutObject':
      bucket.put(asked.key, body);
      return { status: 200 };
    case 'GetObject':
      return { status: 200, type: 'application/json', body: bucket.get(asked.key).body };
    case 'DeleteObject':
      bucket.remove(asked.key);
      return { status: 204 };
    case 'ListBucket':
      return { status: 200, type: 'application/xml', body: listXml(asked, bucket.list(asked.listing)) };
  }
}

/** Writes the answer with the clock's date: a client with scaled time would otherwise think that its own clock is wrong. */
function write(response: ServerResponse, { status, type, body }: Answer, clock: Clock): void {
  const date = new Date(clock.now()).toUTCString();
  const headers = { 'x-amz-request-id': randomUUID(), date, ...(type && { 'content-type': type }) };
  response.writeHead(status, headers).end(body);
}

/** Starts the endpoint on a free port of 127.0.0.1. */
export async function startS3Endpoint(options: S3EndpointOptions): Promise<S3Endpoint> {
  const { clock = systemClock, metrics } = options;
  const faults = createPlannedFaults<S3ErrorCode, S3Operation>(Math.random, clock.now);
  const buckets = new Map(options.buckets.map((name) => [name, createBucket(clock.now)]));
  const bucketNamed = (name: string): Bucket => {
    const bucket = buckets.get(name);
    if (!bucket) throw new S3Error('NoSuchBucket', 'The specified bucket does not exist');
    return bucket;
  };
  const act = (asked: S3Request, body: string): Answer => {
    const { operation, bucket } = asked;
    if (metrics && operation === 'PutObject') metrics.record(putRequest(bucket, metrics.filterId, clock.now()));
    const fault = faults.take(operation);
    if (fault) throw new S3Error(fault, 'The request was refused on purpose.');
    return answerOf(asked, bucketNamed(bucket), body);
  };
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const body = (await readBody(request)).toString('utf8');
    // It counts as signed if it names a credential: checking the signature itself is AWS's business.
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential='))
      throw new S3Error('AccessDenied', 'Access Denied');
    return act(readS3Request(request.method ?? '', request.url ?? ''), body);
  };
  const server = createServer((request, response) => {
    answer(request)
      .catch(errorAnswer)
      .then((given) => write(response, given, clock));
  });
  return {
    endpoint: `http://127.0.0.1:${await listenOnLoopback(server)}`,
    bucket: bucketNamed,
    putObject: (bucket, key, body) => void act({ operation: 'PutObject', bucket, key, listing: {} }, body),
    faults,
    close: () => closeServer(server),
  };
}

function putRequest(BucketName: string, FilterId: string, at: number) {
  return { namespace: 'AWS/S3', metric: 'PutRequests', value: 1, at, dimensions: { BucketName, FilterId } };
}
