import type { Clock } from '../../base/clock.js';
import type { Log } from '../../base/log.js';
import type { ReceivedMessage } from '../message/item.js';
import { deleteAll } from './acknowledge.js';
import type { QueueReader } from './queue-client.js';

/** The deletions of one batch. They run beside its lanes: a call that hangs delays no post. */
export interface Deletions {
  /** Begins to delete messages at once. */
  begin(messages: readonly ReceivedMessage[]): void;
  /** Resolves once those begun are over, or after `maxMs`: Lambda deletes again every message not returned as failed. */
  over(maxMs: number): Promise<void>;
}

interface DeletionsParts {
  readonly queue: QueueReader;
  readonly clock: Clock;
  readonly log: Log;
}

/** Creates the deletions of a batch, none of which has begun. */
export function createDeletions(parts: DeletionsParts): Deletions {
  const running = new Set<Promise<void>>();
  return {
    begin: (messages) => {
      const deletion = deleteAll(parts, messages).finally(() => running.delete(deletion));
      running.add(deletion);
    },
    over: (maxMs) => within(Promise.all(running), maxMs, parts.clock),
  };
}

async function within(work: Promise<unknown>, maxMs: number, clock: Clock): Promise<void> {
  let cancel = (): void => {};
  const late = new Promise<void>((resolve) => {
    cancel = clock.after(maxMs, resolve);
  });
  await Promise.race([work, late]);
  cancel();
}
