import type { RecentIds } from '../../base/recent-ids.js';
import type { Item, ReceivedMessage } from '../message/item.js';
import { readQueueBody } from '../message/queue-body.js';
import { type Sorted, sortOut } from './sort-out.js';

/** One robot's messages, after reading. */
export interface ReadBatch extends Sorted<Item> {
  /**
   * Messages that this process is done with, and second copies: whoever died while folding left some. They only need to be
   * deleted.
   */
  readonly seen: readonly ReceivedMessage[];
}

/** Reads one robot's messages, in order. Never throws. */
export function readItems(messages: readonly ReceivedMessage[], done: RecentIds): ReadBatch {
  const known = new Set<string>();
  const seen: ReceivedMessage[] = [];
  const fresh: ReceivedMessage[] = [];
  for (const message of messages) {
    const { messageId } = message;
    (done.has(messageId) || known.has(messageId) ? seen : fresh).push(message);
    known.add(messageId);
  }
  return { seen, ...sortOut(fresh, readItem) };
}

function readItem(message: ReceivedMessage): Item {
  const body = readQueueBody(message.body);
  return { ...message, ...body, recorded: body.attempts };
}
