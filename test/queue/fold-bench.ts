import { FifoQueue } from '../../local/sqs/fifo-queue.js';
import { fifoQueueSettings } from '../../local/sqs/settings.js';
import { createRecentIds } from '../../src/base/recent-ids.js';
import type { DeliveryResult } from '../../src/domain/delivery.js';
import type { Notification } from '../../src/domain/notification.js';
import { createDrain, type Drain } from '../../src/queue/drain.js';
import { readCarrier } from '../../src/queue/message/carrier.js';
import type { Outgoing, PreparedItem } from '../../src/queue/message/item.js';
import { writeQueueBody } from '../../src/queue/message/queue-body.js';
import type { QueueReader } from '../../src/queue/sqs/queue-client.js';
import { byUrgency } from '../../src/text/severity.js';
import { createFakeClock } from '../support/fake-clock.js';
import { recordLog } from '../support/lines.js';
import { writtenNotification } from '../support/queue-item.js';

export const INTERVAL_MS = 3400;
const CALL_MS = 10;
const HAND_OVER_MS = 30;
const POST_MS = 150;
const INVOCATION_MS = 60_000;
/** Time in which SQS takes no dead letter of some messages, milliseconds. */
const NOT_PARKED_MS = 10_000;
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
  /** A body that cannot be read, one that WeCom takes as it is, or one whose dead letter SQS does not take at first. */
  readonly as?: 'unreadable' | 'native' | 'kept';
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
    deadLetter: async ({ messageId, body }) => {
      await clock.sleep(CALL_MS);
      if (body.startsWith('kept') && clock.now() < start + NOT_PARKED_MS) throw new Error('SQS does not answer');
      parked.push(messageId);
    },
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
      merge: (items) =>
        runsOf(items).flatMap((run) => {
          const sorted = [...run].sort((a, b) => byUrgency(a.notification, b.notification));
          const count = Math.ceil(sorted.length / ROOM);
          return Array.from({ length: count }, (_, n) => postOf(sorted.slice(n * ROOM, (n + 1) * ROOM)));
        }),
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
      makeFollowUp: async () => undefined,
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
      const arrival = unsent.shift() ?? { at: 0, id: '' };
      const body = bodyOf(arrival, clock.now());
      queue.send({ body, groupId: 'default', dedupId: arrival.id, attributes: {} }, clock.now());
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

/** Returns the queue body of an arrival. */
function bodyOf({ id, over, as }: Arrival, queuedAt: number): string {
  if (as === 'unreadable' || as === 'kept') return `${as} ${id}`;
  const written = writtenNotification(id, over);
  const notification: Notification =
    as === 'native' ? { ...written, kind: 'native', native: { msgtype: 'image' } } : written;
  return writeQueueBody({ notification, queuedAt });
}

/** Divides items as a message can show them, in order: a native one and a part of a text alone, those in between together. */
function runsOf(items: readonly PreparedItem[]): readonly (readonly PreparedItem[])[] {
  const isAlone = ({ notification: { kind, part } }: PreparedItem): boolean => kind === 'native' || part !== undefined;
  const runs: PreparedItem[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last && !isAlone(item) && last.every((one) => !isAlone(one))) last.push(item);
    else runs.push([item]);
  }
  return runs;
}

function idsIn(body: string): readonly string[] {
  const bodies = readCarrier(body)?.messages.map((one) => one.body) ?? [body];
  return bodies.map((one) => String(JSON.parse(one).notification.id));
}

const DELIVERED: DeliveryResult = { status: 'delivered', messages: 1 };
