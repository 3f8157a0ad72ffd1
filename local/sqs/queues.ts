import type { Clock } from '../../src/base/clock.js';
import { LiveQueue } from './live-queue.js';
import { type FifoQueueSettings, fifoQueueSettings } from './settings.js';

/** The description of a queue to create. Anything left out has SQS's default. */
export interface QueueSpec extends Partial<Omit<FifoQueueSettings, 'deadLetter'>> {
  /** Ends with `.fifo`. */
  readonly name: string;
  /** The name of an earlier queue in the list, and the number of receives after which a message goes there. */
  readonly deadLetter?: { readonly name: string; readonly maxReceiveCount: number };
}

/** Creates the queues, by name. @throws {Error} If a dead-letter queue does not come before the queue that uses it. */
export function createQueues(specs: readonly QueueSpec[], clock: Clock): ReadonlyMap<string, LiveQueue> {
  const queues = new Map<string, LiveQueue>();
  for (const { deadLetter, ...spec } of specs) {
    const queue = deadLetter && queues.get(deadLetter.name);
    if (deadLetter && !queue) {
      throw new Error(
        `Cannot create ${spec.name} as its dead-letter queue must be created before it: ${deadLetter.name}`,
      );
    }
    const redrive = deadLetter && queue && { deadLetter: { queue, maxReceiveCount: deadLetter.maxReceiveCount } };
    queues.set(spec.name, new LiveQueue(fifoQueueSettings({ ...spec, ...redrive }), clock));
  }
  return queues;
}
