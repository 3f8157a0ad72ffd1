import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  type S3Client,
} from '@aws-sdk/client-s3';

/**
 * The beginning of the keys of Lambda's records of failed asynchronous invocations.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
const PREFIX = 'aws/lambda/async/';

/** The bucket with the events that `notify` could not read or queue. */
export interface FailedBucket {
  /** Resolves to the keys of all records, oldest first. */
  keys(): Promise<readonly string[]>;
  /** Resolves to a record, `undefined` if it is gone. */
  read(key: string): Promise<string | undefined>;
  remove(key: string): Promise<void>;
}

/** Creates access to it. */
export function createFailedBucket(s3: Pick<S3Client, 'send'>, Bucket: string): FailedBucket {
  return {
    keys: async () => {
      const keys: string[] = [];
      for (let ContinuationToken: string | undefined, isMore = true; isMore; ) {
        const page = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: PREFIX, ContinuationToken }));
        keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
        ContinuationToken = page.NextContinuationToken;
        isMore = page.IsTruncated === true;
      }
      // S3 lists in the order of keys, and after the function's name comes the time.
      return keys;
    },
    read: async (Key) => {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
        return await Body?.transformToString('utf8');
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    remove: async (Key) => void (await s3.send(new DeleteObjectCommand({ Bucket, Key }))),
  };
}
