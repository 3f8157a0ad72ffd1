import { FifoQueue } from '../../../local/sqs/fifo-queue.js';
import type { ReceivedMessage } from '../../../local/sqs/message.js';
import { type FifoQueueSettings, fifoQueueSettings } from '../../../local/sqs/settings.js';

/** SQS's developer guide: every rule checked is found there. */
export const GUIDE = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide';
/** When a bench's time begins. */
export const START = Date.UTC(2026, 10, 22);
export const MINUTE = 60_000;

/** A queue with a hand-moved time; messages are named `group.number`. */
export function createBench(settings: Partial<FifoQueueSettings> = {}) {
  const queue = new FifoQueue(fifoQueueSettings({ name: 'notify.fifo', ...settings }));
  let now = START;
  const bench = {
    queue,
    advance: (ms: number) => {
      now += ms;
    },
    now: () => now,
    send: (...names: readonly string[]) =>
      names.map((name) => {
        const groupId = name.split('.')[0] ?? '';
        return queue.send({ body: name, groupId, dedupId: name, attributes: {} }, now);
      }),
    receive: (max = 10, visibilityTimeoutMs = 30_000) => queue.receive({ max, visibilityTimeoutMs }, now),
    bodies: (max = 10, visibilityTimeoutMs = 30_000) => bench.receive(max, visibilityTimeoutMs).map(({ body }) => body),
    delete: (...messages: readonly ReceivedMessage[]) => {
      for (const { receiptHandle } of messages) queue.delete(receiptHandle, now);
    },
    change: (message: ReceivedMessage | undefined, timeoutMs: number) =>
      queue.changeVisibility(message?.receiptHandle ?? '', timeoutMs, now),
  };
  return bench;
}
