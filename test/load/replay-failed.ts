import { S3Client } from '@aws-sdk/client-s3';
import type { Deployment } from '../../local/deployment/deployment.js';
import { FAILED_EVENTS } from '../../local/deployment/start-events.js';
import { createFailedBucket } from '../../scripts/aws/failed-bucket.js';
import { replayBucket } from '../../scripts/aws/replay-bucket.js';
import type { Replayed } from '../../scripts/aws/replay-queue.js';

/** Does what `npm run replay -- --queue failed` does with the bucket. */
export async function replayFailed({ s3, notify }: Pick<Deployment, 's3' | 'notify'>): Promise<Replayed> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new S3Client({ endpoint: s3.endpoint, region: 'ap-southeast-1', credentials });
  const replayed = await replayBucket({
    bucket: createFailedBucket(client, FAILED_EVENTS.bucket),
    handOver: async (event) => void (await notify(event)),
    print: () => {},
  });
  client.destroy();
  return replayed;
}
