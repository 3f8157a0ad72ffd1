import type { Clock } from '../../src/base/clock.js';
import { LiveQueue } from './live-queue.js';
import { type FifoQueueSettings, fifoQueueSettings } from './settings.js';

/** A queue to be made. What is left out is SQS's default. */
export interface QueueSpec extends Partial<Omit<FifoQueueSettings, 'deadLetter'>> {
  /** Ends with `.fifo`. */
  readonly name: string;
  /** Name of a queue earlier in the list, and after how many receives a message goes there. */
  readonly deadLetter?: { readonly name: string; readonly maxReceiveCount: number };
}

/** Makes the queues, by name. Throws when a dead-letter queue does not stand before the queue that uses it. */
export function createQueues(specs: readonly QueueSpec[], clock: Clock): ReadonlyMap<string, LiveQueue> {
  const queues = new Map<string, LiveQueue>();
  for (const { deadLetter, ...spec } of specs) {
    const queue = deadLetter && queues.get(deadLetter.name);
    if (deadLetter && !queue) {
      throw new Error(`Cannot make ${spec.name} as its dead-letter queue must be made before it: ${deadLetter.name}`);
    }
    const redrive = deadLetter && queue && { deadLetter: { queue, maxReceiveCount: deadLetter.maxReceiveCount } };
    queues.set(spec.name, new LiveQueue(fifoQueueSettings({ ...spec, ...redrive }), clock));
  }
  return queues;
}
