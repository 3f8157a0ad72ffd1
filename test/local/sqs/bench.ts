import {
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { Refusal } from '../../../local/sqs/dispatch.js';
import { startSqsEndpoint } from '../../../local/sqs/endpoint.js';

/** SQS's API reference: every rule checked is found there. */
export const API = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference';

/** The endpoint with the real SDK on it: `notify.fifo` (whose URL is `QueueUrl`), its `dead.fifo`, and `small.fifo` with limits of 1 and 2 KiB. */
export async function startSqsBench() {
  let refusal: Refusal = () => undefined;
  const endpoint = await startSqsEndpoint({
    queues: [
      { name: 'dead.fifo' },
      { name: 'notify.fifo', deadLetter: { name: 'dead.fifo', maxReceiveCount: 3 } },
      { name: 'small.fifo', maxMessageBytes: 1024, maxBatchBytes: 2048, contentBasedDeduplication: true },
    ],
    refusal: (action, input) => refusal(action, input),
  });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new SQSClient({ endpoint: endpoint.endpoint, region: 'ap-southeast-1', credentials, maxAttempts: 1 });
  const QueueUrl = endpoint.queueUrl('notify.fifo');
  const queue = endpoint.queue('notify.fifo');

  let count = 0;
  /** With an id that no test has used: deduplication outlives a purge. */
  const message = (MessageBody: string, MessageGroupId = 'default') => ({
    MessageBody,
    MessageGroupId,
    MessageDeduplicationId: `id-${++count}`,
  });
  return {
    endpoint,
    client,
    QueueUrl,
    queue,
    message,
    send: (body: string, group?: string) => client.send(new SendMessageCommand({ QueueUrl, ...message(body, group) })),
    receive: (options: Partial<ReceiveMessageCommandInput> = {}) =>
      client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...options })),
    refuseWith: (next: Refusal) => {
      refusal = next;
    },
    /** Empties `notify.fifo` and refuses nothing. */
    reset: () => {
      refusal = () => undefined;
      queue.purge();
    },
    close: async () => {
      client.destroy();
      await endpoint.close();
    },
  };
}
