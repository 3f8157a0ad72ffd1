import { ChangeMessageVisibilityBatchCommand, ChangeMessageVisibilityCommand, type Message } from '@aws-sdk/client-sqs';
import { API, type Bench, GUIDE, outcome, type Step } from '../step.js';

const CHANGE = `${API}/API_ChangeMessageVisibility.html`;
const TIMEOUT = `${GUIDE}/sqs-visibility-timeout.html`;
const SECOND = 1000;
const HOUR = 60 * 60 * SECOND;

function change({ server, url }: Bench, message: Message | undefined, seconds: number | undefined) {
  return server.client.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: url,
      ReceiptHandle: message?.ReceiptHandle,
      VisibilityTimeout: seconds,
    }),
  );
}

/** A message that was received, and what is done before its visibility timeout is changed. */
const REFUSED: Readonly<Record<string, (bench: Bench, message: Message) => Promise<unknown>>> = {
  'a message that is visible again': ({ server }) => server.advance(31 * SECOND),
  'the handle of an earlier receive': async ({ server, receive }) => {
    await server.advance(31 * SECOND);
    await receive();
  },
  'a message that was deleted': (bench, message) => bench.delete(message),
  'more than 12 hours from the receive': async (bench, message) => {
    await change(bench, message, 43_000);
    await bench.server.advance(HOUR);
  },
};

export const VISIBILITY_STEPS: readonly Step[] = [
  {
    title: 'ChangeMessageVisibility: 0 makes a message visible at once, with another handle',
    page: TIMEOUT,
    run: async (bench) => {
      await bench.send('a.1');
      const [first] = await bench.receive();
      await change(bench, first, 0);
      const [second] = await bench.receive({ MessageSystemAttributeNames: ['ApproximateReceiveCount'] });
      const isOther = second?.ReceiptHandle !== first?.ReceiptHandle;
      return { body: second?.Body, count: second?.Attributes?.ApproximateReceiveCount, isOther };
    },
  },
  ...[10, 60].map((seconds) => ({
    title: `ChangeMessageVisibility: ${seconds} s count from the call, where the timeout was 30 s`,
    page: CHANGE,
    run: async (bench: Bench) => {
      await bench.send('a.1');
      const [message] = await bench.receive();
      await bench.server.advance(20 * SECOND);
      await change(bench, message, seconds);
      await bench.server.advance((seconds - 1) * SECOND);
      const before = await bench.bodies();
      await bench.server.advance(2 * SECOND);
      return { before, after: await bench.bodies() };
    },
  })),
  {
    title: 'ChangeMessageVisibility: of several of a group, the first visible again while the second is in flight',
    page: `${GUIDE}/FIFO-queues-understanding-logic.html`,
    run: async (bench) => {
      await bench.send('a.1', 'a.2', 'b.1', 'a.3');
      const received = await bench.receive({ MaxNumberOfMessages: 2 });
      await change(bench, received[0], 0);
      return { received: received.map(({ Body }) => Body), next: await bench.bodies() };
    },
  },
  {
    title: 'ChangeMessageVisibility: of several of a group, the second visible again while the first is in flight',
    page: `${GUIDE}/FIFO-queues-understanding-logic.html`,
    run: async (bench) => {
      await bench.send('a.1', 'a.2', 'b.1');
      const received = await bench.receive({ MaxNumberOfMessages: 2 });
      await change(bench, received[1], 0);
      return { received: received.map(({ Body }) => Body), next: await bench.bodies() };
    },
  },
  ...Object.entries(REFUSED).map(([fact, happens]) => ({
    title: `ChangeMessageVisibility: refuses ${fact}`,
    page: CHANGE,
    run: async (bench: Bench) => {
      await bench.send('a.1');
      const [message] = await bench.receive();
      await happens(bench, message ?? {});
      return outcome(change(bench, message, 43_000));
    },
  })),
  ...[43_201, -1, undefined].map((seconds) => ({
    title: `ChangeMessageVisibility: refuses ${seconds} seconds`,
    page: CHANGE,
    run: async (bench: Bench) => {
      await bench.send('a.1');
      const [message] = await bench.receive();
      return outcome(change(bench, message, seconds));
    },
  })),
  {
    title: 'ChangeMessageVisibility: refuses a handle that is none',
    page: CHANGE,
    run: (bench) => outcome(change(bench, { ReceiptHandle: 'none' }, 10)),
  },
  {
    title: 'ChangeMessageVisibilityBatch: entries fail alone',
    page: `${API}/API_ChangeMessageVisibilityBatch.html`,
    run: async (bench) => {
      await bench.send('a.1', 'b.1', 'c.1');
      const [deleted, ended, held] = await bench.receive();
      await bench.delete(deleted);
      await change(bench, ended, 0);
      const Entries = [deleted, ended, held].map((message, index) => ({
        Id: `e${index}`,
        ReceiptHandle: message?.ReceiptHandle,
        VisibilityTimeout: 60,
      }));
      const { Successful = [], Failed = [] } = await bench.server.client.send(
        new ChangeMessageVisibilityBatchCommand({ QueueUrl: bench.url, Entries }),
      );
      return {
        successful: Successful.map(({ Id }) => Id),
        failed: Failed.map(({ Id, Code, SenderFault }) => `${Id} ${Code} ${SenderFault}`),
      };
    },
  },
];
