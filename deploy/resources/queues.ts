import { partitionOf } from '../../src/aws/partition.js';
import { arnOf, policy, RETAIN, type Resources, ref, sub } from '../cloudformation.js';
import type { Settings } from '../settings.js';

/** The longest SQS keeps a message: 14 days, in seconds. */
const RETENTION_SECONDS = 1_209_600;
/** Seconds; the batch is hidden for longer by `deliver` itself. */
const VISIBILITY_SECONDS = 90;
/** At one try every two minutes, 33 hours of outage; then the message moves to the dead-letter queue, from where it is replayed. */
const MAX_RECEIVE_COUNT = 1000;

/**
 * Most bytes of one message, and of one SendMessageBatch: 1 MiB, in the China regions 256 KiB.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html
 */
export function maxMessageBytes(region: string): number {
  return partitionOf(region) === 'aws-cn' ? 256 * 1024 : 1024 * 1024;
}

/**
 * `Queue` holds notifications on their way to WeCom, `DeadLetterQueue` those it refused; both FIFO. `FailedQueue` holds events
 * that never became notifications: it is standard, as Lambda's, SNS's and EventBridge's dead letters have to be.
 */
export function queues({ topicArns }: Settings, region: string): Resources {
  const kept = {
    SqsManagedSseEnabled: true,
    MessageRetentionPeriod: RETENTION_SECONDS,
    MaximumMessageSize: maxMessageBytes(region),
  };
  return {
    DeadLetterQueue: { Type: 'AWS::SQS::Queue', ...RETAIN, Properties: { FifoQueue: true, ...kept } },
    Queue: {
      Type: 'AWS::SQS::Queue',
      ...RETAIN,
      Properties: {
        FifoQueue: true,
        // Queue-wide: one dedup id never shows twice, whichever group it came in.
        DeduplicationScope: 'queue',
        FifoThroughputLimit: 'perQueue',
        VisibilityTimeout: VISIBILITY_SECONDS,
        RedrivePolicy: { deadLetterTargetArn: arnOf('DeadLetterQueue'), maxReceiveCount: MAX_RECEIVE_COUNT },
        ...kept,
      },
    },
    FailedQueue: { Type: 'AWS::SQS::Queue', ...RETAIN, Properties: kept },
    FailedQueuePolicy: failedQueuePolicy(topicArns),
  };
}

/** SNS's and EventBridge's dead letters come with the ARN of their topic or rule. A topic may be another account's. */
function failedQueuePolicy(topicArns: readonly string[]): Resources[string] {
  const rules = sub('arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/*');
  const letterFrom = (service: string, source: unknown) => ({
    Effect: 'Allow',
    Principal: { Service: service },
    Action: 'sqs:SendMessage',
    Resource: arnOf('FailedQueue'),
    Condition: { ArnLike: { 'aws:SourceArn': source } },
  });
  return {
    Type: 'AWS::SQS::QueuePolicy',
    Properties: {
      Queues: [ref('FailedQueue')],
      PolicyDocument: policy(
        letterFrom('events.amazonaws.com', rules),
        letterFrom('sns.amazonaws.com', [ref('Topic'), ...topicArns]),
      ),
    },
  };
}
