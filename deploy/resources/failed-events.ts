import { arnOf, policy, RETAIN, type Resource, type Resources, ref, sub } from '../cloudformation.js';
import { tlsOnly } from './tls-only.js';

/** As long as the queues keep a message, days. */
const KEPT_DAYS = 14;

/** The id of the request metrics that the bucket writes: without such a configuration S3 writes none. */
export const REQUEST_METRICS = 'records';

/**
 * Returns the bucket with Lambda's records of the events that `notify` could not read or queue. It is no queue, because
 * the usual reason is that SQS does not answer.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export function failedEvents(): Resources {
  return { FailedEventBucket: BUCKET, FailedEventBucketPolicy: TLS_ONLY };
}

const BUCKET: Resource = {
  Type: 'AWS::S3::Bucket',
  ...RETAIN,
  Properties: {
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
    LifecycleConfiguration: { Rules: [{ Id: 'expire', Status: 'Enabled', ExpirationInDays: KEPT_DAYS }] },
    MetricsConfigurations: [{ Id: REQUEST_METRICS }],
  },
};

const TLS_ONLY: Resource = {
  Type: 'AWS::S3::BucketPolicy',
  ...RETAIN,
  Properties: {
    Bucket: ref('FailedEventBucket'),
    PolicyDocument: policy(tlsOnly('s3:*', [arnOf('FailedEventBucket'), sub('${FailedEventBucket.Arn}/*')])),
  },
};
