import { arnOf, policy, RETAIN, type Resources, ref, serviceStatement } from '../cloudformation.js';

/** The longest SQS keeps a message: 14 days, in seconds. */
const RETENTION_SECONDS = 1_209_600;
/** Seconds; the batch is hidden for longer by `deliver` itself. */
const VISIBILITY_SECONDS = 90;
/** An outage of two weeks at one try every two minutes stays below it. */
const MAX_RECEIVE_COUNT = 1000;

const KEPT = { SqsManagedSseEnabled: true, MessageRetentionPeriod: RETENTION_SECONDS } as const;

/**
 * `Queue` holds notifications on their way to WeCom, `DeadLetterQueue` those it refused; both FIFO. `FailedQueue` holds events
 * that never became notifications: it is standard, as Lambda's, SNS's and EventBridge's dead letters have to be.
 */
export const queues: Resources = {
  DeadLetterQueue: { Type: 'AWS::SQS::Queue', ...RETAIN, Properties: { FifoQueue: true, ...KEPT } },
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
      ...KEPT,
    },
  },
  FailedQueue: { Type: 'AWS::SQS::Queue', ...RETAIN, Properties: { ...KEPT } },
  FailedQueuePolicy: {
    Type: 'AWS::SQS::QueuePolicy',
    Properties: {
      Queues: [ref('FailedQueue')],
      PolicyDocument: policy(
        serviceStatement('events.amazonaws.com', 'sqs:SendMessage', arnOf('FailedQueue')),
        serviceStatement('sns.amazonaws.com', 'sqs:SendMessage', arnOf('FailedQueue')),
      ),
    },
  },
};
