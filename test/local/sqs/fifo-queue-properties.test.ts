import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEDUPLICATION_INTERVAL_MS } from '../../../local/sqs/duplicates.js';
import { FifoQueue } from '../../../local/sqs/fifo-queue.js';
import type { ReceivedMessage } from '../../../local/sqs/message.js';
import { fifoQueueSettings, type InFlightBlocks } from '../../../local/sqs/settings.js';

const TIMEOUTS = fc.constantFrom(0, 1, 1000, 30_000);

/** What producers, consumers and time may do. `pick` chooses among all receipts ever given. */
const step = fc.oneof(
  fc.record({ do: fc.constant('send' as const), group: fc.constantFrom('a', 'b', 'c'), id: fc.nat({ max: 30 }) }),
  fc.record({ do: fc.constant('receive' as const), max: fc.integer({ min: 1, max: 10 }), timeoutMs: TIMEOUTS }),
  fc.record({ do: fc.constant('delete' as const), pick: fc.nat() }),
  fc.record({ do: fc.constant('change' as const), pick: fc.nat(), timeoutMs: TIMEOUTS }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1, 999, 1000, 29_000, DEDUPLICATION_INTERVAL_MS) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The plainest account of what SQS promises, kept beside the queue. */
class Model {
  readonly queue: FifoQueue;
  readonly inFlightBlocks: InFlightBlocks;
  now = 0;
  readonly receipts: ReceivedMessage[] = [];
  /** Every message not deleted, in the order of sending, with the latest receipt and until when it is in flight. */
  alive: { id: string; group: string; handle?: string; visibleAt: number }[] = [];
  readonly sentAt = new Map<string, { at: number; messageId: string }>();

  constructor(inFlightBlocks: InFlightBlocks) {
    this.inFlightBlocks = inFlightBlocks;
    this.queue = new FifoQueue(fifoQueueSettings({ name: 'notify.fifo', inFlightBlocks }));
  }

  send({ group, id }: Extract<Step, { do: 'send' }>): void {
    const dedupId = String(id);
    const known = this.sentAt.get(dedupId);
    const { messageId } = this.queue.send({ body: dedupId, groupId: group, dedupId, attributes: {} }, this.now);
    if (known !== undefined && this.now - known.at < DEDUPLICATION_INTERVAL_MS) {
      expect(messageId).toBe(known.messageId);
      return;
    }
    expect([...this.sentAt.values()].map((sent) => sent.messageId)).not.toContain(messageId);
    this.sentAt.set(dedupId, { at: this.now, messageId });
    this.alive.push({ id: messageId, group, visibleAt: this.now });
  }

  /** What is given of a group is its oldest messages, all of them free; and nothing that is free is held back. */
  receive({ max, timeoutMs }: Extract<Step, { do: 'receive' }>): void {
    const free = ['a', 'b', 'c'].map((group) => {
      const messages = this.alive.filter((message) => message.group === group);
      const locked = messages.findIndex(({ visibleAt }) => visibleAt > this.now);
      const open = this.inFlightBlocks === 'group' ? [] : messages.slice(0, locked);
      return (locked < 0 ? messages : open).map(({ id }) => id);
    });
    const received = this.queue.receive({ max, visibilityTimeoutMs: timeoutMs }, this.now);
    expect(received).toHaveLength(Math.min(max, free.flat().length));
    for (const group of ['a', 'b', 'c'] as const) {
      const ids = received.filter(({ groupId }) => groupId === group).map(({ messageId }) => messageId);
      expect(free.map((oldest) => oldest.slice(0, ids.length))).toContainEqual(ids);
    }
    for (const { messageId, receiptHandle } of received) {
      const message = this.alive.find(({ id }) => id === messageId);
      Object.assign(message ?? {}, { handle: receiptHandle, visibleAt: this.now + timeoutMs });
    }
    this.receipts.push(...received);
  }

  delete({ pick }: Extract<Step, { do: 'delete' }>): void {
    this.#withReceipt(pick, ({ receiptHandle, messageId }, isGone, isHeld) => {
      if (!isGone && !isHeld) {
        expect(() => this.queue.delete(receiptHandle, this.now)).toThrow(/expired/);
        return;
      }
      this.queue.delete(receiptHandle, this.now);
      this.alive = this.alive.filter(({ id }) => id !== messageId);
    });
  }

  change({ pick, timeoutMs }: Extract<Step, { do: 'change' }>): void {
    this.#withReceipt(pick, ({ receiptHandle, messageId }, _isGone, isHeld) => {
      if (!isHeld) {
        expect(() => this.queue.changeVisibility(receiptHandle, timeoutMs, this.now)).toThrow();
        return;
      }
      this.queue.changeVisibility(receiptHandle, timeoutMs, this.now);
      const message = this.alive.find(({ id }) => id === messageId);
      Object.assign(message ?? {}, { visibleAt: this.now + timeoutMs });
    });
  }

  #withReceipt(pick: number, use: (receipt: ReceivedMessage, isGone: boolean, isHeld: boolean) => void): void {
    const receipt = this.receipts[pick % (this.receipts.length || 1)];
    if (receipt === undefined) return;
    const message = this.alive.find(({ id }) => id === receipt.messageId);
    const isHeld = message?.handle === receipt.receiptHandle && message.visibleAt > this.now;
    use(receipt, message === undefined, isHeld);
  }

  run(taken: Step): void {
    if (taken.do === 'send') this.send(taken);
    else if (taken.do === 'receive') this.receive(taken);
    else if (taken.do === 'delete') this.delete(taken);
    else if (taken.do === 'change') this.change(taken);
    else this.now += taken.ms;
  }
}

test.each(['group', 'later'] as const)(
  'FifoQueue: with “%s” blocked by what is in flight, under any interleaving no message is lost, none is handed to two at once, every group keeps its order',
  (inFlightBlocks) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const model = new Model(inFlightBlocks);
        for (const taken of steps) {
          model.run(taken);
          const kept = model.queue.messages(model.now).map(({ messageId }) => messageId);
          expect(kept.sort()).toEqual(model.alive.map(({ id }) => id).sort());
        }
      }),
      { numRuns: 400 },
    );
  },
);

test('FifoQueue: a consumer that deletes what it is given drains everything, each once, each group in order', () => {
  const sends = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 80 });
  fc.assert(
    fc.property(sends, fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1 }), (groups, sizes) => {
      const queue = new FifoQueue(fifoQueueSettings({ name: 'notify.fifo' }));
      groups.forEach((groupId, index) => {
        queue.send({ body: String(index), groupId, dedupId: String(index), attributes: {} }, 0);
      });
      const seen: ReceivedMessage[] = [];
      for (let turn = 0; queue.messages(0).length > 0; turn++) {
        const batch = queue.receive({ max: sizes[turn % sizes.length] ?? 1 }, 0);
        for (const { receiptHandle } of batch) queue.delete(receiptHandle, 0);
        seen.push(...batch);
      }
      for (const group of new Set(groups)) {
        const expected = groups.flatMap((groupId, index) => (groupId === group ? [String(index)] : []));
        expect(seen.filter(({ groupId }) => groupId === group).map(({ body }) => body)).toEqual(expected);
      }
      expect(seen).toHaveLength(groups.length);
    }),
  );
});
