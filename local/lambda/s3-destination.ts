import { randomUUID } from 'node:crypto';
import { parseArn } from '../../src/aws/arn.js';
import type { InvocationRecord } from './invocation-record.js';

/** Writes an object. Throws if it is not accepted. */
export type PutObject = (key: string, body: string) => void;

/**
 * Returns the key under which Lambda writes a record to an S3 bucket: the function, the day, and the second.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export function recordKey({ timestamp, requestContext }: InvocationRecord): string {
  const name = parseArn(requestContext.functionArn)?.resource.split(':')[1] ?? '';
  const day = timestamp.slice(0, 10).replaceAll('-', '/');
  const second = timestamp.slice(0, 19).replaceAll(':', '.');
  return `aws/lambda/async/${name}/${day}/${second}-${randomUUID()}`;
}

/** Returns an on-failure destination that is an S3 bucket. */
export function s3Destination(putObject: PutObject): (record: InvocationRecord) => Promise<void> {
  return async (record) => putObject(recordKey(record), JSON.stringify(record));
}
