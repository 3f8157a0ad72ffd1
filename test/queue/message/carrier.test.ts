import { describe, expect, it } from 'vitest';
import { carrierEntry, packCarriers, readCarrier } from '../../../src/queue/message/carrier.js';
import type { ReceivedMessage } from '../../../src/queue/message/item.js';
import { writeQueueBody } from '../../../src/queue/message/queue-body.js';
import type { QueueReader } from '../../../src/queue/sqs/queue-client.js';
import { unfold } from '../../../src/queue/sqs/unfold.js';
import { writtenNotification } from '../../support/queue-item.js';

const bodyOf = (id: string, text = ''): string =>
  writeQueueBody({ notification: writtenNotification(id, { body: `${id} “${text}” \uFFFE` }), queuedAt: 7 });
const messages = ['a', 'b', 'c'].map((messageId) => ({ messageId, body: bodyOf(messageId) }));
const entryOf = (sentOn = 1) => carrierEntry('default', { sentOn, attemptedAt: 5, messages });

describe('carrierEntry', () => {
  it('readCarrier: what is folded is read back, with its ids, times and contents', () => {
    const carrier = readCarrier(entryOf().body);
    expect(carrier).toMatchObject({ sentOn: 1, attemptedAt: 5 });
    expect(carrier?.messages.map(({ messageId, body }) => [messageId, JSON.parse(body)])).toEqual(
      messages.map(({ messageId, body }) => [messageId, JSON.parse(body)]),
    );
  });

  it('carrierEntry: a carrier of a carrier is as long as one of its messages, and SQS accepts each character', () => {
    const again = readCarrier(entryOf().body)?.messages ?? [];
    const { body } = carrierEntry('default', { sentOn: 1, attemptedAt: 5, messages: again });
    expect(body).toBe(entryOf().body);
    expect(body).not.toMatch(/[\uFFFE\uFFFF]/);
  });

  it('carrierEntry: the same messages, sent on as often, have one deduplication id in any order', () => {
    const reversed = carrierEntry('default', { sentOn: 1, attemptedAt: 9, messages: messages.toReversed() });
    expect(reversed.deduplicationId).toBe(entryOf().deduplicationId);
    expect(entryOf(2).deduplicationId).not.toBe(entryOf().deduplicationId);
  });

  it('readCarrier: any other queue message is no carrier', () => {
    expect(['', 'not ours', bodyOf('a'), '{"v":3,"carrier":7}', '{"v":4,"carrier":{}}'].map(readCarrier)).toEqual(
      Array(5).fill(undefined),
    );
  });
});

describe('packCarriers', () => {
  it.each([256 * 1024 - 8192, 1024 * 1024 - 8192])(
    'packCarriers: each fits a limit of %d bytes, and none is needed more',
    (maxBytes) => {
      const many = Array.from({ length: 500 }, (_, n) => ({
        messageId: `${n}`,
        body: bodyOf(`${n}`, '长'.repeat(900)),
      }));
      const packed = packCarriers(many, { sentOn: 1, attemptedAt: 0 }, maxBytes);
      const bytes = packed.map((carrier) => Buffer.byteLength(carrierEntry('default', carrier).body));
      expect(packed.flatMap((carrier) => carrier.messages)).toEqual(many);
      expect(Math.max(...bytes)).toBeLessThanOrEqual(Math.min(maxBytes, 400 * 1024));
      expect(packed).toHaveLength(Math.ceil(bytes.reduce((a, b) => a + b) / Math.min(maxBytes, 400 * 1024)));
    },
  );
});

describe('unfold', () => {
  const received = (messageId: string, body: string): ReceivedMessage => ({
    messageId,
    receiptHandle: `receipt of ${messageId}`,
    body,
    receiveCount: 1,
    groupId: 'default',
  });

  function setUp() {
    const did: string[] = [];
    const idsOf = (some: readonly ReceivedMessage[]) => some.map(({ messageId }) => messageId).join('+');
    const queue: QueueReader = {
      changeVisibility: async (some, seconds) => {
        did.push(`hide ${idsOf(some)} ${seconds} s`);
        return [];
      },
      delete: async (some) => void did.push(`delete ${idsOf(some)}`),
      send: async (entries) => {
        did.push(
          ...entries.map(
            ({ body }) =>
              `send ${readCarrier(body)
                ?.messages.map((one) => one.messageId)
                .join('+')}`,
          ),
        );
        return [];
      },
      waiting: async () => 0,
      deadLetter: async () => {},
    };
    const unfolded = unfold(queue, [received('x', bodyOf('x')), received('carrier', entryOf().body)]);
    return { did, ...unfolded };
  }

  it('unfold: a carried message is one like any other, with its own id', () => {
    expect(setUp().messages.map(({ messageId }) => messageId)).toEqual(['x', 'a', 'b', 'c']);
    expect(setUp()).toMatchObject({ attemptedAt: 5, sentOn: 1 });
  });

  it('unfold: a carrier is deleted once all that it carries is', async () => {
    const { did, messages: all, queue } = setUp();
    await queue.delete(all.slice(0, 2));
    await queue.delete(all.slice(2));
    expect(did).toEqual(['delete x', 'delete carrier']);
  });

  it('unfold: a carrier of which nothing is done with is hidden, and stays', async () => {
    const { did, messages: all, queue, holdersOf } = setUp();
    await queue.changeVisibility(all, 5);
    expect(did).toEqual(['hide x+carrier 5 s']);
    expect(holdersOf(all).map(({ messageId }) => messageId)).toEqual(['x', 'carrier']);
  });

  it('unfold: a carrier of which some is done with is replaced by one that holds the rest', async () => {
    const { did, messages: all, queue, holdersOf } = setUp();
    await queue.delete(all.slice(0, 2));
    await queue.changeVisibility(all.slice(2), 5);
    expect(did).toEqual(['delete x', 'send b+c', 'delete carrier']);
    expect(holdersOf(all.slice(2))).toEqual([]);
  });
});
