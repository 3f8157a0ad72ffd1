import type { JsonObject } from '../../src/base/json.js';
import { SqsError } from './error.js';
import type { LiveQueue } from './live-queue.js';

function allAttributes(queue: LiveQueue): Readonly<Record<string, string>> {
  const { visible, inFlight } = queue.counts();
  const { settings } = queue;
  const { deadLetter } = settings;
  const createdSeconds = String(Math.floor(queue.createdAt / 1000));
  return {
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesDelayed: '0',
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ContentBasedDeduplication: String(settings.contentBasedDeduplication),
    CreatedTimestamp: createdSeconds,
    DeduplicationScope: 'queue',
    DelaySeconds: '0',
    FifoQueue: 'true',
    FifoThroughputLimit: 'perQueue',
    LastModifiedTimestamp: createdSeconds, // Its attributes never change.
    MaximumMessageSize: String(settings.maxMessageBytes),
    MessageRetentionPeriod: String(settings.retentionMs / 1000),
    QueueArn: settings.arn,
    ReceiveMessageWaitTimeSeconds: '0',
    SqsManagedSseEnabled: 'true',
    VisibilityTimeout: String(settings.visibilityTimeoutMs / 1000),
    ...(deadLetter && {
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: deadLetter.queue.arn,
        maxReceiveCount: deadLetter.maxReceiveCount,
      }),
    }),
  };
}

/**
 * Returns the answer to GetQueueAttributes. RedrivePolicy is included if it is set.
 * @throws {SqsError} If no queue has an attribute of that name.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html
 */
export function queueAttributes(queue: LiveQueue, names: readonly string[]): JsonObject {
  const attributes = allAttributes(queue);
  const unknown = names.find((name) => !['All', 'RedrivePolicy', ...Object.keys(attributes)].includes(name));
  if (unknown !== undefined) throw new SqsError('InvalidAttributeName', `Unknown Attribute ${unknown}.`);
  const asked = Object.entries(attributes).filter(([name]) => names.includes('All') || names.includes(name));
  return asked.length === 0 ? {} : { Attributes: Object.fromEntries(asked) };
}
