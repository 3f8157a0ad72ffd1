import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { copyOf, createHeldQueue } from '../../../scripts/aws/held-queue.js';
import { replayQueue } from '../../../scripts/aws/replay-queue.js';
import { createQueueReader } from '../../../src/queue/sqs/sqs.js';
import { type Bench, GUIDE, type Step } from '../step.js';

const DEAD_LETTERS = `${GUIDE}/sqs-dead-letter-queues.html`;
const MAX_RECEIVES = 2;

/** Receives as often as the queue allows, and once more. */
async function wearOut({ receive }: Bench): Promise<void> {
  for (let turn = 0; turn <= MAX_RECEIVES; turn++) await receive({ VisibilityTimeout: 0, MaxNumberOfMessages: 1 });
}

/** Receives a message and parks it as `deliver` does. */
async function park(bench: Bench, code: string): Promise<void> {
  const { server, url, deadLetterUrl } = bench;
  const reader = createQueueReader(server.client, url, deadLetterUrl, server.now);
  const [message] = await bench.receive({ MaxNumberOfMessages: 1, MessageSystemAttributeNames: ['All'] });
  const { MessageId = '', ReceiptHandle = '', Body = '', Attributes } = message ?? {};
  const received = { messageId: MessageId, receiptHandle: ReceiptHandle, body: Body, receiveCount: 1 };
  await reader.deadLetter(
    { ...received, groupId: Attributes?.MessageGroupId ?? '' },
    { code, reason: '群机器人已失效' },
  );
  await bench.delete(message);
}

async function deadLetters({ server, deadLetterUrl }: Bench) {
  const { Messages = [] } = await server.client.send(
    new ReceiveMessageCommand({
      QueueUrl: deadLetterUrl,
      MaxNumberOfMessages: 10,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    }),
  );
  return Messages;
}

/** `npm run replay`, from the dead-letter queue to the queue. */
async function replay({ server, url, deadLetterUrl }: Bench, code?: string): Promise<number> {
  const { replayed } = await replayQueue({
    queue: createHeldQueue(server.client, deadLetterUrl, 0),
    handOver: async (message) => void (await server.client.send(copyOf({ ...message, attributes: {} }, url))),
    code,
    describe: ({ id }) => id,
    print: () => {},
  });
  return replayed;
}

/** Receives and deletes until nothing comes. */
async function drain(bench: Bench): Promise<readonly string[]> {
  const drained: string[] = [];
  for (let messages = await bench.receive(); messages.length > 0; messages = await bench.receive()) {
    await bench.delete(...messages);
    drained.push(...messages.map(({ Body = '' }) => Body));
  }
  return drained;
}

export const DEAD_LETTER_STEPS: readonly Step[] = [
  {
    title: 'dead letters: a message received too often moves, with its id, group and attributes',
    page: DEAD_LETTERS,
    queue: { maxReceiveCount: MAX_RECEIVES },
    run: async (bench) => {
      const { MessageId } = await bench.sendOne({
        MessageAttributes: { code: { DataType: 'String', StringValue: '93000' } },
      });
      await wearOut(bench);
      const messages = await deadLetters(bench);
      return messages.map((message) => ({
        isSame: message.MessageId === MessageId,
        body: message.Body,
        group: message.Attributes?.MessageGroupId,
        deduplicationId: message.Attributes?.MessageDeduplicationId,
        attributes: Object.keys(message.MessageAttributes ?? {}),
        from: message.Attributes?.DeadLetterQueueSourceArn?.split(':').at(-1)?.replace(/\d+/, 'N'),
      }));
    },
  },
  {
    title: 'dead letters: how often a moved message was received',
    page: DEAD_LETTERS,
    queue: { maxReceiveCount: MAX_RECEIVES },
    run: async (bench) => {
      await bench.send('a.1');
      await wearOut(bench);
      return (await deadLetters(bench)).map(({ Attributes }) => Attributes?.ApproximateReceiveCount);
    },
  },
  {
    title: 'dead letters: the next of its group follows',
    page: DEAD_LETTERS,
    queue: { maxReceiveCount: MAX_RECEIVES },
    run: async (bench) => {
      await bench.send('a.1', 'a.2');
      for (let turn = 0; turn < MAX_RECEIVES; turn++) {
        await bench.receive({ VisibilityTimeout: 0, MaxNumberOfMessages: 1 });
      }
      return bench.bodies();
    },
  },
  {
    title: 'dead letters: a message that deliver parks, with its reason',
    page: DEAD_LETTERS,
    run: async (bench) => {
      await bench.send('a.1');
      await park(bench, 'wecom:93000');
      const messages = await deadLetters(bench);
      return {
        left: await bench.bodies(),
        parked: messages.map(({ Body, Attributes, MessageAttributes }) => ({
          body: Body,
          group: Attributes?.MessageGroupId,
          code: MessageAttributes?.['code']?.StringValue,
          reason: MessageAttributes?.['reason']?.StringValue,
          names: Object.keys(MessageAttributes ?? {}).toSorted(),
        })),
      };
    },
  },
  {
    title: 'replay: brings back what was parked, each group in order',
    page: DEAD_LETTERS,
    run: async (bench) => {
      await bench.send('a.1', 'a.2', 'b.1', 'a.3');
      for (let count = 0; count < 4; count++) await park(bench, 'wecom:93000');
      const replayed = await replay(bench);
      const drained = await drain(bench);
      const ofGroup = (group: string) => drained.filter((body) => body.startsWith(group));
      return { replayed, a: ofGroup('a'), b: ofGroup('b'), left: (await deadLetters(bench)).length };
    },
  },
  {
    title: 'replay: with a code, what has another one stays',
    page: DEAD_LETTERS,
    run: async (bench) => {
      await bench.send('a.1', 'a.2');
      await park(bench, 'wecom:93000');
      await park(bench, 'wecom:40058');
      const replayed = await replay(bench, '40058');
      return { replayed, back: await drain(bench), left: (await deadLetters(bench)).map(({ Body }) => Body) };
    },
  },
];
