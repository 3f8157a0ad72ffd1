import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { startSqsEndpoint } from '../../local/sqs/endpoint.js';
import { createFakeClock } from '../support/fake-clock.js';
import type { Fauxqs } from './install.js';

/** A queue to be made, together with its dead-letter queue. */
export interface QueueSettings {
  readonly name: string;
  readonly visibilityTimeoutSeconds: number;
  readonly maxReceiveCount: number;
  readonly contentBasedDeduplication: boolean;
}

/** An SQS with the queues of all steps, and the real client for it. Its time is moved by hand. */
export interface SqsServer {
  readonly client: SQSClient;
  readonly endpoint: string;
  queueUrl(name: string): string;
  /** Milliseconds since 1970. */
  now(): number;
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** Returns the name of a queue's dead-letter queue. */
export function deadLetterName(name: string): string {
  return name.replace('.fifo', '-dead.fifo');
}

function createClient(endpoint: string, region: string): SQSClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new SQSClient({ endpoint, region, credentials, maxAttempts: 1, useQueueUrlAsEndpoint: false });
}

/** Starts our stand-in. */
export async function startOurs(queues: readonly QueueSettings[]): Promise<SqsServer> {
  const clock = createFakeClock(Date.now());
  const specs = queues.flatMap((queue) => {
    const dead = deadLetterName(queue.name);
    const { name, contentBasedDeduplication, maxReceiveCount } = queue;
    const visibilityTimeoutMs = queue.visibilityTimeoutSeconds * 1000;
    const deadLetter = { name: dead, maxReceiveCount };
    return [{ name: dead }, { name, contentBasedDeduplication, visibilityTimeoutMs, deadLetter }];
  });
  const sqs = await startSqsEndpoint({ queues: specs, clock });
  const client = createClient(sqs.endpoint, 'ap-southeast-1');
  return {
    client,
    endpoint: sqs.endpoint,
    queueUrl: sqs.queueUrl,
    now: clock.now,
    advance: clock.advance,
    close: async () => {
      client.destroy();
      await sqs.close();
    },
  };
}

async function nextMessage(child: ChildProcess): Promise<unknown> {
  const [message] = await once(child, 'message');
  return message;
}

/** Starts fauxqs. */
export async function startTheirs({ node, folder }: Fauxqs, queues: readonly QueueSettings[]): Promise<SqsServer> {
  const script = fileURLToPath(new URL('fauxqs-server.mjs', import.meta.url));
  const child = fork(script, [folder], { execPath: node, execArgv: [] });
  const { port } = (await nextMessage(child)) as { readonly port: number };
  const endpoint = `http://127.0.0.1:${port}`;
  const client = createClient(endpoint, 'us-east-1');
  const urls = new Map<string, string>();
  const create = async (QueueName: string, attributes: Readonly<Record<string, string>>): Promise<void> => {
    const Attributes = { FifoQueue: 'true', ...attributes };
    const { QueueUrl = '' } = await client.send(new CreateQueueCommand({ QueueName, Attributes }));
    urls.set(QueueName, QueueUrl);
  };
  for (const queue of queues) {
    const dead = deadLetterName(queue.name);
    await create(dead, {});
    await create(queue.name, {
      VisibilityTimeout: String(queue.visibilityTimeoutSeconds),
      ContentBasedDeduplication: String(queue.contentBasedDeduplication),
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: `arn:aws:sqs:us-east-1:000000000000:${dead}`,
        maxReceiveCount: queue.maxReceiveCount,
      }),
    });
  }
  let advancedMs = 0;
  return {
    client,
    endpoint,
    queueUrl: (name) => urls.get(name) ?? '',
    now: () => Date.now() + advancedMs,
    advance: async (ms) => {
      const advanced = nextMessage(child);
      child.send({ advanceMs: ms });
      await advanced;
      advancedMs += ms;
    },
    close: async () => {
      client.destroy();
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
