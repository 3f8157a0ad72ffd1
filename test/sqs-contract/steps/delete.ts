import { DeleteMessageBatchCommand, type Message } from '@aws-sdk/client-sqs';
import { readBatchResponse } from '../../../local/lambda/event-source-response.js';
import { API, type Bench, outcome, RECEIPTS, type Step } from '../step.js';

const PARTIAL = 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html';
const SECOND = 1000;

/** What is done between the receive of a message and the deletion of it. */
const BEFORE: Readonly<Record<string, (bench: Bench, message: Message) => Promise<unknown>>> = {
  'in flight': async () => {},
  'deleted before': (bench, message) => bench.delete(message),
  'visible again': ({ server }) => server.advance(31 * SECOND),
  'received again': async ({ server, receive }) => {
    await server.advance(31 * SECOND);
    await receive();
  },
};

function deleteBatch({ server, url }: Bench, messages: readonly (Message | undefined)[]) {
  const Entries = messages.map((message, index) => ({ Id: `e${index}`, ReceiptHandle: message?.ReceiptHandle }));
  return server.client.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries }));
}

/** Receives as Lambda does, and deletes what the answer of a function does not report as failed. */
async function handOver(bench: Bench, fails: (body: string) => boolean): Promise<readonly string[]> {
  const messages = await bench.receive();
  const failed = messages.filter(({ Body = '' }) => fails(Body));
  const answer = { batchItemFailures: failed.map(({ MessageId }) => ({ itemIdentifier: MessageId })) };
  const ids = messages.map(({ MessageId = '' }) => MessageId);
  const read = readBatchResponse(answer, ids);
  const left = read === 'all' ? new Set(ids) : read;
  await deleteBatch(
    bench,
    messages.filter(({ MessageId = '' }) => !left.has(MessageId)),
  );
  return messages.map(({ Body = '' }) => Body);
}

function partial(title: string, names: readonly string[], failing: readonly string[]): Step {
  return {
    title,
    page: PARTIAL,
    run: async (bench) => {
      await bench.send(...names);
      const handed = await handOver(bench, (body) => failing.includes(body));
      await bench.server.advance(29 * SECOND);
      const before = await bench.bodies();
      await bench.server.advance(2 * SECOND);
      const again = await bench.receive({ MessageSystemAttributeNames: ['ApproximateReceiveCount'] });
      const after = again.map(({ Body, Attributes }) => `${Body} ${Attributes?.ApproximateReceiveCount}`).toSorted();
      return { handed, before, after };
    },
  };
}

export const DELETE_STEPS: readonly Step[] = [
  ...Object.entries(BEFORE).map(([fact, happens]) => ({
    title: `DeleteMessage: a message ${fact}`,
    page: RECEIPTS,
    run: async (bench: Bench) => {
      await bench.send('a.1');
      const [message] = await bench.receive();
      await happens(bench, message ?? {});
      const deleted = await outcome(bench.delete(message));
      await bench.server.advance(31 * SECOND);
      return { deleted, kept: await bench.bodies() };
    },
  })),
  {
    title: 'DeleteMessage: refuses a handle that is none',
    page: `${API}/API_DeleteMessage.html`,
    run: (bench) => outcome(bench.delete({ ReceiptHandle: 'none' })),
  },
  {
    title: 'DeleteMessageBatch: entries fail alone',
    page: `${API}/API_DeleteMessageBatch.html`,
    run: async (bench) => {
      await bench.send('a.1', 'b.1', 'c.1');
      const received = await bench.receive({ MaxNumberOfMessages: 2 });
      await bench.server.advance(31 * SECOND);
      const [held] = await bench.receive({ MaxNumberOfMessages: 1 });
      const { Successful = [], Failed = [] } = await deleteBatch(bench, [...received, held, { ReceiptHandle: 'none' }]);
      return {
        successful: Successful.map(({ Id }) => Id),
        failed: Failed.map(({ Id, Code, SenderFault }) => `${Id} ${Code} ${SenderFault}`),
      };
    },
  },
  partial('partial batch answer: what failed stays in flight and comes again', ['a.1', 'b.1', 'c.1'], ['b.1']),
  partial('partial batch answer: what failed of a group, with all that follows', ['a.1', 'a.2', 'a.3'], ['a.2', 'a.3']),
];
