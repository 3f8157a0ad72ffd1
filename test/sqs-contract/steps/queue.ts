import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  PurgeQueueCommand,
  type QueueAttributeName,
} from '@aws-sdk/client-sqs';
import { API, type Bench, fullOutcome, outcome, type Step } from '../step.js';

const ATTRIBUTES = `${API}/API_GetQueueAttributes.html`;

async function attributesOf({ server, url }: Bench, ...names: readonly QueueAttributeName[]) {
  const asked = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...names] });
  return (await server.client.send(asked)).Attributes;
}

export const QUEUE_STEPS: readonly Step[] = [
  {
    title: 'GetQueueAttributes: counts',
    page: ATTRIBUTES,
    run: async (bench) => {
      await bench.send('a.1', 'b.1', 'c.1');
      await bench.receive({ MaxNumberOfMessages: 1 });
      return attributesOf(
        bench,
        'ApproximateNumberOfMessages',
        'ApproximateNumberOfMessagesNotVisible',
        'ApproximateNumberOfMessagesDelayed',
      );
    },
  },
  {
    title: 'GetQueueAttributes: settings',
    page: ATTRIBUTES,
    run: async (bench) => {
      const { QueueArn, RedrivePolicy = '', ...settings } = (await attributesOf(bench, 'All')) ?? {};
      const { maxReceiveCount, deadLetterTargetArn } = JSON.parse(RedrivePolicy);
      const times = ['CreatedTimestamp', 'LastModifiedTimestamp'];
      const known = Object.entries(settings).map(([name, value]) => [name, times.includes(name) ? 'time' : value]);
      return {
        ...Object.fromEntries(known),
        maxReceiveCount,
        isDeadLetterArn: /^arn:aws:sqs:[a-z0-9-]+:\d{12}:step-\d+-dead\.fifo$/.test(deadLetterTargetArn),
        isArn: /^arn:aws:sqs:[a-z0-9-]+:\d{12}:step-\d+\.fifo$/.test(QueueArn ?? ''),
      };
    },
  },
  {
    title: 'GetQueueAttributes: nothing if nothing is asked for',
    page: ATTRIBUTES,
    run: async (bench) => Object.keys((await attributesOf(bench)) ?? {}).length,
  },
  {
    title: 'GetQueueAttributes: refuses an unknown attribute',
    page: ATTRIBUTES,
    run: (bench) => outcome(attributesOf(bench, 'Colour' as QueueAttributeName)),
  },
  {
    title: 'GetQueueUrl: refuses an unknown queue',
    page: `${API}/API_GetQueueUrl.html`,
    run: ({ server }) => outcome(server.client.send(new GetQueueUrlCommand({ QueueName: 'unknown.fifo' }))),
  },
  {
    title: 'PurgeQueue: takes everything, and what was sent stays known',
    page: `${API}/API_PurgeQueue.html`,
    run: async (bench) => {
      await bench.send('a.1', 'b.1');
      await bench.receive({ MaxNumberOfMessages: 1 });
      await bench.server.client.send(new PurgeQueueCommand({ QueueUrl: bench.url }));
      await bench.send('a.1', 'c.1');
      return bench.bodies();
    },
  },
  {
    title: 'errors: the whole name of an invalid parameter',
    page: `${API}/CommonErrors.html`,
    run: ({ receive }) => fullOutcome(receive({ MaxNumberOfMessages: 11 })),
  },
  {
    title: 'errors: the whole name of a queue that does not exist',
    page: `${API}/API_GetQueueUrl.html`,
    run: ({ server }) => fullOutcome(server.client.send(new GetQueueUrlCommand({ QueueName: 'unknown.fifo' }))),
  },
  {
    title: 'requests: refuses one that nobody signed',
    page: `${API}/CommonErrors.html`,
    run: async ({ server, url }) => {
      const headers = { 'x-amz-target': 'AmazonSQS.PurgeQueue', 'content-type': 'application/x-amz-json-1.0' };
      const body = JSON.stringify({ QueueUrl: url });
      return (await fetch(server.endpoint, { method: 'POST', headers, body })).status;
    },
  },
];
