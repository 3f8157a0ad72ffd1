import type { Message, ReceiveMessageCommandInput } from '@aws-sdk/client-sqs';
import { API, type Bench, GUIDE, outcome, type Step } from '../step.js';

const RECEIVE = `${API}/API_ReceiveMessage.html`;
const LOGIC = `${GUIDE}/FIFO-queues-understanding-logic.html`;
const POLLING = `${GUIDE}/sqs-short-and-long-polling.html`;
const SECOND = 1000;

const ATTRIBUTES = {
  'park.code': { DataType: 'Number', StringValue: '93000' },
  'park.reason': { DataType: 'String', StringValue: '群机器人已失效' },
  other: { DataType: 'String', StringValue: 'x' },
};

const ASKED: Readonly<Record<string, readonly string[]>> = {
  nothing: [],
  'a name': ['other'],
  'a prefix': ['park.*'],
  All: ['All'],
  'an unknown name': ['unknown'],
};

const REFUSED: Readonly<Record<string, Partial<ReceiveMessageCommandInput>>> = {
  'eleven messages': { MaxNumberOfMessages: 11 },
  'no message': { MaxNumberOfMessages: 0 },
  'a wait of 21 s': { WaitTimeSeconds: 21 },
  'a visibility of more than 12 hours': { VisibilityTimeout: 43_201 },
};

/** The system attributes of a message, times as seconds since `since`, to the next ten. */
function systemAttributes({ Attributes = {} }: Message, since: number): Readonly<Record<string, string | number>> {
  const known = Object.entries(Attributes).filter(([name]) => !['SenderId', 'SequenceNumber'].includes(name));
  return Object.fromEntries(
    known.map(([name, value]) => [
      name,
      name.endsWith('Timestamp') ? Math.round((Number(value) - since) / 10_000) * 10 : value,
    ]),
  );
}

/** Resolves to what a long poll answers that is open while something happens. */
async function polled({ bodies }: Bench, happens: () => Promise<unknown>): Promise<readonly string[]> {
  const poll = bodies({ WaitTimeSeconds: 20 });
  await happens();
  return poll;
}

export const RECEIVE_STEPS: readonly Step[] = [
  {
    title: 'ReceiveMessage: as many messages as possible of one group, in order',
    page: LOGIC,
    run: async ({ send, bodies }) => {
      await send('a.1', 'a.2', 'a.3');
      return bodies();
    },
  },
  {
    title: 'ReceiveMessage: other groups fill the rest',
    page: LOGIC,
    run: async ({ send, bodies }) => {
      await send('a.1', 'b.1', 'c.1', 'd.1');
      return { first: await bodies({ MaxNumberOfMessages: 3 }), next: await bodies() };
    },
  },
  {
    title: 'ReceiveMessage: nothing more of a group until what was received is deleted',
    page: LOGIC,
    run: async (bench) => {
      await bench.send('a.1', 'a.2', 'b.1');
      const [first] = await bench.receive({ MaxNumberOfMessages: 1 });
      const meanwhile = await bench.bodies();
      await bench.delete(first);
      return { first: first?.Body, meanwhile, next: await bench.bodies() };
    },
  },
  {
    title: 'ReceiveMessage: what was not deleted comes again first, once its visibility timeout has ended',
    page: LOGIC,
    run: async ({ server, send, bodies }) => {
      await send('a.1', 'a.2');
      const first = await bodies({ MaxNumberOfMessages: 1 });
      await server.advance(29 * SECOND);
      const before = await bodies();
      await server.advance(2 * SECOND);
      return { first, before, after: await bodies({ MaxNumberOfMessages: 1 }) };
    },
  },
  {
    title: 'ReceiveMessage: one message if no number is given; no list if there is none',
    page: RECEIVE,
    run: async ({ send, receive }) => {
      await send('a.1', 'b.1');
      const [first, ...more] = await receive({ MaxNumberOfMessages: undefined });
      await receive();
      return { keys: Object.keys(first ?? {}).toSorted(), more: more.length, next: await receive() };
    },
  },
  {
    title: 'ReceiveMessage: the system attributes',
    page: RECEIVE,
    run: async ({ server, send, receive }) => {
      const since = server.now();
      await send('a.1');
      await server.advance(60 * SECOND);
      await receive({ VisibilityTimeout: 0 });
      await server.advance(60 * SECOND);
      const [message] = await receive({ MessageSystemAttributeNames: ['All'] });
      return systemAttributes(message ?? {}, since);
    },
  },
  ...Object.entries(ASKED).map(([fact, names]) => ({
    title: `ReceiveMessage: the message attributes if ${fact} is asked for`,
    page: RECEIVE,
    run: async ({ sendOne, receive }: Bench) => {
      await sendOne({ MessageAttributes: ATTRIBUTES });
      const [message] = await receive({ MessageAttributeNames: [...names] });
      const { MessageAttributes = {}, MD5OfMessageAttributes } = message ?? {};
      return { names: Object.keys(MessageAttributes).toSorted(), MD5OfMessageAttributes };
    },
  })),
  {
    title: 'ReceiveMessage: a long poll is answered by a message that is sent',
    page: POLLING,
    run: (bench) => polled(bench, () => bench.send('a.1')),
  },
  {
    title: 'ReceiveMessage: a long poll is answered by a delete that opens a group',
    page: POLLING,
    run: async (bench) => {
      await bench.send('a.1', 'a.2');
      const [first] = await bench.receive({ MaxNumberOfMessages: 1 });
      return polled(bench, () => bench.delete(first));
    },
  },
  {
    title: 'ReceiveMessage: a long poll is answered by the end of a visibility timeout',
    page: POLLING,
    run: async (bench) => {
      await bench.send('a.1');
      await bench.receive({ VisibilityTimeout: 10 });
      return polled(bench, () => bench.server.advance(11 * SECOND));
    },
  },
  ...Object.entries(REFUSED).map(([fact, over]) => ({
    title: `ReceiveMessage: refuses ${fact}`,
    page: RECEIVE,
    run: ({ receive }: Bench) => outcome(receive(over)),
  })),
];
