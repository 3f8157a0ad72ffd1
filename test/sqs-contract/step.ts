import {
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageCommand,
  type SendMessageCommandInput,
} from '@aws-sdk/client-sqs';
import { deadLetterName, type QueueSettings, type SqsServer } from './sqs-server.js';

/** AWS's pages. */
export const API = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference';
/** The article about errors of receipt handles, also AWS's. */
export const RECEIPTS = 'https://repost.aws/knowledge-center/sqs-receipt-handle-error';
export const GUIDE = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide';

/** What is done with a queue of one's own, and seen of it. */
export interface Step {
  /** The operation and the fact, unique. */
  readonly title: string;
  /** AWS's page, which judges if the two differ. */
  readonly page: string;
  readonly queue?: Partial<Omit<QueueSettings, 'name'>>;
  /** Resolves to what was seen: plain values, without what differs each time. */
  run(bench: Bench): Promise<unknown>;
}

/** One queue of a server and its dead-letter queue. */
export interface Bench {
  readonly server: SqsServer;
  readonly url: string;
  readonly deadLetterUrl: string;
  /** Sends messages named `group.number`, one after another. Their deduplication ids are their names. */
  send(...names: readonly string[]): Promise<void>;
  sendOne(over: Partial<SendMessageCommandInput>): Promise<{ readonly MessageId?: string | undefined }>;
  receive(over?: Partial<ReceiveMessageCommandInput>): Promise<readonly Message[]>;
  /** Receives and resolves to the bodies. */
  bodies(over?: Partial<ReceiveMessageCommandInput>): Promise<readonly string[]>;
  delete(...messages: readonly (Message | undefined)[]): Promise<void>;
}

/** Returns the bench of a step on a server. */
export function benchOf(server: SqsServer, name: string): Bench {
  const { client } = server;
  const url = server.queueUrl(name);
  const sendOne = (over: Partial<SendMessageCommandInput>) =>
    client.send(
      new SendMessageCommand({
        QueueUrl: url,
        MessageBody: 'a.1',
        MessageGroupId: 'a',
        MessageDeduplicationId: 'id',
        ...over,
      }),
    );
  const receive = async (over: Partial<ReceiveMessageCommandInput> = {}) => {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10, ...over }),
    );
    return Messages;
  };
  return {
    server,
    url,
    deadLetterUrl: server.queueUrl(deadLetterName(name)),
    sendOne,
    send: async (...names) => {
      for (const body of names) {
        const MessageGroupId = body.split('.')[0];
        await sendOne({ MessageBody: body, MessageGroupId, MessageDeduplicationId: body });
      }
    },
    receive,
    bodies: async (over) => (await receive(over)).map(({ Body }) => Body ?? ''),
    delete: async (...messages) => {
      for (const message of messages) {
        await client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: message?.ReceiptHandle }));
      }
    },
  };
}

/**
 * Resolves to `ok`, or to the error's name and HTTP status. The prefix that older names have is left out: a step of its own
 * compares it.
 */
export async function outcome(request: Promise<unknown>): Promise<string> {
  return (await fullOutcome(request)).replace(/^AWS\.SimpleQueueService\./, '');
}

/** Resolves to `ok`, or to the error's whole name and HTTP status. */
export async function fullOutcome(request: Promise<unknown>): Promise<string> {
  try {
    await request;
    return 'ok';
  } catch (error) {
    const { name, $metadata } = error as { readonly name: string; readonly $metadata?: { httpStatusCode?: number } };
    return `${name} ${$metadata?.httpStatusCode ?? ''}`.trim();
  }
}
