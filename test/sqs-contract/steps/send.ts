import { type BatchResultErrorEntry, SendMessageBatchCommand, type SendMessageCommandInput } from '@aws-sdk/client-sqs';
import { API, type Bench, GUIDE, outcome, type Step } from '../step.js';

const SEND = `${API}/API_SendMessage.html`;
const SEND_BATCH = `${API}/API_SendMessageBatch.html`;
const EXACTLY_ONCE = `${GUIDE}/FIFO-queues-exactly-once-processing.html`;
const MINUTE = 60_000;
const MIB = 1024 * 1024;

const text = (StringValue: string) => ({ DataType: 'String', StringValue });
const attributes = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`name${index}`, text('value')]));

/** What SQS refuses to send. `undefined` leaves a parameter out. */
const REFUSED: Readonly<Record<string, Partial<SendMessageCommandInput>>> = {
  'no deduplication id': { MessageDeduplicationId: undefined },
  'no group': { MessageGroupId: undefined },
  'a delay': { DelaySeconds: 5 },
  'a control character': { MessageBody: 'a\u0001b' },
  'a lone surrogate': { MessageBody: 'a\uD83Db' },
  'a byte more than 1 MiB': { MessageBody: 'x'.repeat(MIB + 1) },
  'eleven attributes': { MessageAttributes: attributes(11) },
  'an empty attribute': { MessageAttributes: { name: text('') } },
  'an attribute of an unknown type': { MessageAttributes: { name: { DataType: 'Date', StringValue: '1' } } },
  'an attribute that begins with AWS.': { MessageAttributes: { 'AWS.name': text('value') } },
  'a group with a space': { MessageGroupId: 'a b' },
  'a group of 129 characters': { MessageGroupId: 'a'.repeat(129) },
  'a deduplication id with a Chinese character': { MessageDeduplicationId: '一' },
};

/** What SQS accepts to send. */
const ACCEPTED: Readonly<Record<string, Partial<SendMessageCommandInput>>> = {
  'an emoji': { MessageBody: '🔴' },
  '1 MiB': { MessageBody: 'x'.repeat(MIB) },
  'a group of 128 characters': { MessageGroupId: '!'.repeat(128) },
};

const failures = (failed: readonly BatchResultErrorEntry[] = []) =>
  failed.map(({ Id, Code, SenderFault }) => `${Id} ${Code} ${SenderFault}`);

function sendBatch({ server, url }: Bench, entries: readonly object[]) {
  const Entries = entries.map((entry, index) => ({
    ...{ Id: `e${index}`, MessageBody: `b.${index}`, MessageGroupId: 'b', MessageDeduplicationId: `b${index}` },
    ...entry,
  }));
  return server.client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
}

const REFUSED_BATCHES: Readonly<Record<string, readonly object[]>> = {
  'no entry': [],
  'eleven entries': Array.from({ length: 11 }, () => ({})),
  'one id twice': [{ Id: 'a' }, { Id: 'a' }],
  'an id with a dot': [{ Id: 'a.b' }],
  'an id of 81 characters': [{ Id: 'a'.repeat(81) }],
  'more than 1 MiB together': [{ MessageBody: 'x'.repeat(MIB) }, { MessageBody: 'x' }],
  'an entry without a group': [{}, { MessageGroupId: undefined }],
  'an entry without a deduplication id': [{}, { MessageDeduplicationId: undefined }],
};

const messageIdOf = async (sent: Promise<{ readonly MessageId?: string | undefined }>) => (await sent).MessageId;

export const SEND_STEPS: readonly Step[] = [
  {
    title: 'SendMessage: the answer',
    page: SEND,
    run: async ({ sendOne }) => {
      const { $metadata, MessageId, SequenceNumber, ...rest } = (await sendOne({
        MessageAttributes: { code: text('93000'), bytes: { DataType: 'Binary', BinaryValue: Uint8Array.of(0, 255) } },
      })) as Record<string, unknown>;
      return { ...rest, hasId: /^[0-9a-f-]{36}$/.test(String(MessageId)), digits: String(SequenceNumber).length };
    },
  },
  {
    title: 'SendMessage: an id that was sent within five minutes is answered with the first message and not kept',
    page: EXACTLY_ONCE,
    run: async ({ server, sendOne, bodies }) => {
      const first = await messageIdOf(sendOne({ MessageBody: 'first' }));
      await server.advance(5 * MINUTE - 1000);
      const isFirst = (await messageIdOf(sendOne({ MessageBody: 'second', MessageGroupId: 'b' }))) === first;
      return { isFirst, bodies: await bodies() };
    },
  },
  {
    title: 'SendMessage: an id is remembered after its message was deleted',
    page: EXACTLY_ONCE,
    run: async (bench) => {
      await bench.send('a.1');
      await bench.delete(...(await bench.receive()));
      await bench.send('a.1');
      return bench.bodies();
    },
  },
  {
    title: 'SendMessage: after five minutes an id is new again, although it was sent again in between',
    page: EXACTLY_ONCE,
    run: async ({ server, sendOne, bodies }) => {
      const first = await messageIdOf(sendOne({ MessageBody: 'first', MessageGroupId: 'a' }));
      await server.advance(4 * MINUTE);
      await sendOne({ MessageBody: 'second', MessageGroupId: 'b' });
      await server.advance(MINUTE + 1000);
      const isFirst = (await messageIdOf(sendOne({ MessageBody: 'third', MessageGroupId: 'c' }))) === first;
      return { isFirst, bodies: (await bodies()).toSorted() };
    },
  },
  {
    title: 'SendMessage: with content-based deduplication the body is the id, whatever the attributes',
    page: EXACTLY_ONCE,
    queue: { contentBasedDeduplication: true },
    run: async ({ sendOne, bodies }) => {
      const MessageDeduplicationId = undefined;
      const sent = (MessageBody: string, group: string, more: object = {}) =>
        sendOne({ MessageDeduplicationId, MessageBody, MessageGroupId: group, ...more });
      await sent('one', 'a');
      await sent('one', 'b', { MessageAttributes: { code: text('1') } });
      await sent('two', 'c');
      return (await bodies()).toSorted();
    },
  },
  ...Object.entries(REFUSED).map(([fact, over]) => ({
    title: `SendMessage: refuses ${fact}`,
    page: SEND,
    run: ({ sendOne }: Bench) => outcome(sendOne(over)),
  })),
  ...Object.entries(ACCEPTED).map(([fact, over]) => ({
    title: `SendMessage: accepts ${fact}`,
    page: SEND,
    run: ({ sendOne }: Bench) => outcome(sendOne(over)),
  })),
  {
    title: 'SendMessageBatch: keeps the order, and an entry of a known id is successful',
    page: SEND_BATCH,
    run: async (bench) => {
      const { Successful = [], Failed = [] } = await sendBatch(bench, [
        { MessageGroupId: 'a' },
        { MessageGroupId: 'b', MessageDeduplicationId: 'b0' },
        { MessageGroupId: 'c' },
      ]);
      return { ids: Successful.map(({ Id }) => Id), failed: Failed.length, bodies: await bench.bodies() };
    },
  },
  {
    title: 'SendMessageBatch: an entry that cannot be sent fails alone',
    page: SEND_BATCH,
    run: async (bench) => {
      const { Successful = [], Failed } = await sendBatch(bench, [
        { MessageGroupId: 'a' },
        { MessageBody: 'a\u0001b' },
        { DelaySeconds: 5 },
      ]);
      return { ids: Successful.map(({ Id }) => Id), failed: failures(Failed) };
    },
  },
  ...Object.entries(REFUSED_BATCHES).map(([fact, entries]) => ({
    title: `SendMessageBatch: refuses ${fact}`,
    page: SEND_BATCH,
    run: async (bench: Bench) => ({
      outcome: await outcome(sendBatch(bench, entries)),
      kept: (await bench.bodies()).length,
    }),
  })),
];
