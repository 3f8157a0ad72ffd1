import { FifoQueue } from '../../local/sqs/fifo-queue.js';
import { fifoQueueSettings } from '../../local/sqs/settings.js';
import { createRecentIds } from '../../src/base/recent-ids.js';
import type { DeliveryResult } from '../../src/domain/delivery.js';
import type { Notification } from '../../src/domain/notification.js';
import { writeQueueBody } from '../../src/queue/body.js';
import { readCarrier } from '../../src/queue/carrier.js';
import { createDrain, type Drain } from '../../src/queue/drain.js';
import type { Outgoing, PreparedItem } from '../../src/queue/item.js';
import type { QueueReader } from '../../src/queue/queue-client.js';
import { bySeverity } from '../../src/text/severity.js';
import { createFakeClock } from '../support/fake-clock.js';
import { recordLog } from '../support/lines.js';
import { writtenNotification } from '../support/queue-item.js';

export const INTERVAL_MS = 3400;
const CALL_MS = 10;
const HAND_OVER_MS = 30;
const POST_MS = 150;
const INVOCATION_MS = 60_000;
/** Notifications that one message has room for. */
export const ROOM = 25;

/** One post, and what it showed. */
interface Post {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly ids: readonly string[];
}

export interface Arrival {
  /** Milliseconds after the start. */
  readonly at: number;
  readonly id: string;
  readonly over?: Partial<Extract<Notification, { kind: 'written' }>>;
}

interface BenchOptions {
  /** Returns the process that gets the batch of this number. Default: always the same. */
  readonly processFor?: (batch: number) => number;
  /** Result of a post. Default: delivered. */
  readonly answer?: (ids: readonly string[]) => DeliveryResult;
  /** Numbers of the calls to send, counted from 1, after which the process is killed: SQS has accepted them. */
  readonly killedAfterSend?: readonly number[];
}

/** Plays one group's queue with real consumers until it is empty. */
export async function playFolding(arrivals: readonly Arrival[], options: BenchOptions = {}) {
  const { processFor = () => 0, answer = () => DELIVERED, killedAfterSend = [] } = options;
  const clock = createFakeClock(1_000_000_000);
  const start = clock.now();
  const queue = new FifoQueue(fifoQueueSettings({ name: 'notify.fifo', visibilityTimeoutMs: 90_000 }));
  const posts: Post[] = [];
  const parked: string[] = [];
  const killed: string[] = [];
  const calls = { receive: 0, send: 0, delete: 0, changeVisibility: 0, waiting: 0 };
  const log = recordLog(clock.now);
  let kill = (): void => {};

  const reader: QueueReader = {
    changeVisibility: async (messages, seconds) => {
      calls.changeVisibility += 1;
      await clock.sleep(CALL_MS);
      for (const { receiptHandle } of messages) queue.changeVisibility(receiptHandle, seconds * 1000, clock.now());
      return [];
    },
    delete: async (messages) => {
      calls.delete += 1;
      await clock.sleep(CALL_MS);
      for (const { receiptHandle } of messages) queue.delete(receiptHandle, clock.now());
    },
    send: async (entries) => {
      calls.send += 1;
      await clock.sleep(CALL_MS);
      for (const { body, groupId, deduplicationId: dedupId } of entries)
        queue.send({ body, groupId, dedupId, attributes: {} }, clock.now());
      if (!killedAfterSend.includes(calls.send)) return [];
      kill();
      return new Promise<never>(() => {});
    },
    waiting: async () => {
      calls.waiting += 1;
      await clock.sleep(CALL_MS);
      return queue.counts(clock.now()).visible;
    },
    deadLetter: async ({ messageId }) => void parked.push(messageId),
  };
  const postOf = (items: readonly PreparedItem[]): Outgoing<readonly string[]> => ({
    items,
    messages: [items.map(({ notification }) => notification.id)],
    accepted: 0,
  });
  const newProcess = (): Drain =>
    createDrain<readonly string[]>({
      queue: reader,
      prepare: async (item) => ({ ...item, notice: '', whom: '' }),
      merge: (items) => {
        const sorted = [...items].sort((a, b) => bySeverity(a.notification, b.notification));
        const count = Math.ceil(sorted.length / ROOM);
        return Array.from({ length: count }, (_, n) => postOf(sorted.slice(n * ROOM, (n + 1) * ROOM)));
      },
      compose: (item) => postOf([item]),
      attempt: async (_, ids) => {
        const startedAt = clock.now();
        await clock.sleep(POST_MS);
        const result = answer(ids);
        posts.push({ startedAt, endedAt: clock.now(), ids: result.status === 'delivered' ? ids : [] });
        return result;
      },
      probe: async () => true,
      tellParked: async () => true,
      faultOf: () => 'content',
      onHeartbeat: async () => {},
      report: () => {},
      sift: (items) => ({ told: items, withheld: [] }),
      onWithheld: () => {},
      onParked: async () => {},
      done: createRecentIds(clock.now),
      minIntervalMs: INTERVAL_MS,
      maxBytes: 256 * 1024,
      clock,
      random: () => 0.5,
      log,
    });
  const processes = new Map<number, Drain>();
  const processAt = (index: number): Drain => {
    const process = processes.get(index) ?? newProcess();
    processes.set(index, process);
    return process;
  };
  const unsent = [...arrivals].sort((a, b) => a.at - b.at);
  const arrive = (): void => {
    while ((unsent[0]?.at ?? Number.POSITIVE_INFINITY) <= clock.now() - start) {
      const { id, over } = unsent.shift() ?? { id: '' };
      const body = writeQueueBody({ notification: writtenNotification(id, over), queuedAt: clock.now() });
      queue.send({ body, groupId: 'default', dedupId: id, attributes: {} }, clock.now());
    }
  };
  const step = async (ms: number): Promise<void> => {
    await clock.advance(ms);
    arrive();
  };

  for (let batch = 0; unsent.length > 0 || queue.messages(clock.now()).length > 0; batch += 1) {
    arrive();
    calls.receive += 1;
    const messages = queue.receive({ max: 10 }, clock.now());
    if (messages.length === 0) {
      await step(100);
      continue;
    }
    await step(HAND_OVER_MS);
    const index = processFor(batch);
    let over: 'answered' | 'killed' | undefined;
    kill = () => {
      over = 'killed';
      processes.delete(index);
    };
    let failed: readonly string[] = [];
    void processAt(index)(messages, clock.now() + INVOCATION_MS).then(({ batchItemFailures }) => {
      failed = batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
      over ??= 'answered';
    });
    while (over === undefined) await step(5);
    if (over === 'killed') killed.push(...messages.flatMap(({ body }) => idsIn(body)));
    const deleted = over === 'killed' ? [] : messages.filter(({ messageId }) => !failed.includes(messageId));
    for (const { receiptHandle } of deleted) queue.delete(receiptHandle, clock.now());
    await step(CALL_MS);
  }
  return { posts, parked, killed, calls, log, start };
}

function idsIn(body: string): readonly string[] {
  const bodies = readCarrier(body)?.messages.map((one) => one.body) ?? [body];
  return bodies.map((one) => String(JSON.parse(one).notification.id));
}

const DELIVERED: DeliveryResult = { status: 'delivered', messages: 1 };
