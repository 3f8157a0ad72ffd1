import { partitionOf } from '../../src/aws/partition.js';
import { arnOf, policy, RETAIN, type Resource, type Resources, ref, sub } from '../cloudformation.js';
import type { Settings } from '../settings.js';
import { tlsOnly } from './tls-only.js';

/** The longest time for which SQS keeps a message: 14 days, in seconds. */
const RETENTION_SECONDS = 1_209_600;
/** The queue's visibility timeout, in seconds. `deliver` itself extends that of its batch. */
export const VISIBILITY_SECONDS = 90;
/**
 * 33 hours of outage with one receive every two minutes. The message then moves to the dead-letter queue, for a replay.
 */
const MAX_RECEIVE_COUNT = 1000;

/**
 * Returns the most bytes of one message, and of one SendMessageBatch: 1 MiB, in the China regions 256 KiB.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html
 */
export function maxMessageBytes(region: string): number {
  return partitionOf(region) === 'aws-cn' ? 256 * 1024 : 1024 * 1024;
}

/**
 * Returns the queues. `Queue` holds notifications on their way to WeCom, `DeadLetterQueue` those it refused; both are
 * FIFO. `FailedQueue` holds events that SNS and EventBridge could not hand to `notify`: it is a standard queue, as their
 * dead letters require.
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
        // For the whole queue: a deduplication id is never shown twice, whichever group it came in.
        DeduplicationScope: 'queue',
        FifoThroughputLimit: 'perQueue',
        VisibilityTimeout: VISIBILITY_SECONDS,
        RedrivePolicy: { deadLetterTargetArn: arnOf('DeadLetterQueue'), maxReceiveCount: MAX_RECEIVE_COUNT },
        ...kept,
      },
    },
    FailedQueue: { Type: 'AWS::SQS::Queue', ...RETAIN, Properties: kept },
    QueuePolicy: policyOf('Queue'),
    DeadLetterQueuePolicy: policyOf('DeadLetterQueue'),
    FailedQueuePolicy: policyOf('FailedQueue', ...deadLettersFrom(topicArns)),
  };
}

/** Returns the policy of a queue: TLS only, and further statements. */
function policyOf(queue: string, ...statements: readonly object[]): Resource {
  return {
    Type: 'AWS::SQS::QueuePolicy',
    Properties: { Queues: [ref(queue)], PolicyDocument: policy(...statements, tlsOnly('sqs:*', arnOf(queue))) },
  };
}

/**
 * Returns the statements for dead letters of SNS and EventBridge, which carry the ARN of their topic or rule. A topic may
 * be another account's.
 */
function deadLettersFrom(topicArns: readonly string[]): readonly object[] {
  const rules = sub('arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/*');
  const letterFrom = (service: string, source: unknown) => ({
    Effect: 'Allow',
    Principal: { Service: service },
    Action: 'sqs:SendMessage',
    Resource: arnOf('FailedQueue'),
    Condition: { ArnLike: { 'aws:SourceArn': source } },
  });
  return [letterFrom('events.amazonaws.com', rules), letterFrom('sns.amazonaws.com', [ref('Topic'), ...topicArns])];
}
