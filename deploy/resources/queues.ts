import { arnOf, policy, RETAIN, type Resource, type Resources, ref, sub } from '../cloudformation.js';
import { either, part } from '../flag.js';
import type { Plan, Topic } from '../plan.js';
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
 * The most bytes of one message, and of one SendMessageBatch.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html
 */
export const MAX_MESSAGE_BYTES = { china: 256 * 1024, elsewhere: 1024 * 1024 } as const;

/**
 * Returns the queues. `Queue` holds notifications on their way to WeCom, `DeadLetterQueue` those it refused; both are
 * FIFO. `FailedQueue` holds events that SNS and EventBridge could not hand to `notify`: it is a standard queue, as their
 * dead letters require.
 */
export function queues({ topics, isChina }: Plan): Resources {
  const kept = {
    SqsManagedSseEnabled: true,
    MessageRetentionPeriod: RETENTION_SECONDS,
    MaximumMessageSize: either(isChina, MAX_MESSAGE_BYTES.china, MAX_MESSAGE_BYTES.elsewhere),
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
    FailedQueuePolicy: policyOf('FailedQueue', ...deadLettersFrom(topics)),
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
function deadLettersFrom(topics: readonly Topic[]): readonly object[] {
  const arns = topics.flatMap(({ isGiven, arn }) => part(isGiven, arn));
  const rules = sub('arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/*');
  const letterFrom = (service: string, source: unknown) => ({
    Effect: 'Allow',
    Principal: { Service: service },
    Action: 'sqs:SendMessage',
    Resource: arnOf('FailedQueue'),
    Condition: { ArnLike: { 'aws:SourceArn': source } },
  });
  return [letterFrom('events.amazonaws.com', rules), letterFrom('sns.amazonaws.com', [ref('Topic'), ...arns])];
}
