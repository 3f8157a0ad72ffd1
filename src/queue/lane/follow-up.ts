import type { Clock } from '../../base/clock.js';
import type { Log } from '../../base/log.js';
import type { Notification } from '../../domain/notification.js';
import { isSetAside } from '../message/attempts.js';
import { newEntry } from '../message/entry.js';
import type { PreparedItem } from '../message/item.js';
import { isWaiting, sendAll } from '../sqs/acknowledge.js';
import { bytesOf, PARKING_BYTES } from '../sqs/batches.js';
import type { QueueReader } from '../sqs/queue-client.js';
import { isIdle, type Lane } from './lane.js';

/**
 * Makes what may follow an item that was shown. Resolves to `undefined` if there is nothing, or not by the time `signal` ends.
 * Never rejects.
 */
export type MakeFollowUp = (item: PreparedItem, signal: AbortSignal) => Promise<Notification | undefined>;

/** The parts that a follow-up needs. */
export interface FollowUpParts {
  readonly queue: QueueReader;
  readonly makeFollowUp: MakeFollowUp;
  /** Most bytes of a queue message. */
  readonly maxBytes: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** A message that may follow the only one of a batch. It takes nothing but the time in which its robot rests. */
export interface FollowUp {
  /** Begins with it if the lane has nothing left to do but to wait. Returns at once. */
  begin<Message>(lane: Lane<Message>): void;
  /** Gives up what is not queued yet. */
  end(): void;
}

/** Creates the follow-up of a lane that is about to start. There is none of several messages, nor in a storm. */
export function createFollowUp<Message>(parts: FollowUpParts, start: Lane<Message>): FollowUp {
  const item = onlyItemOf(start);
  const over = new AbortController();
  let isBegun = false;
  return {
    begin: (lane) => {
      if (!item || isBegun || !isIdle(lane)) return;
      isBegun = true;
      const { clock } = parts;
      const cancel = clock.after(lane.nextSendAt - clock.now(), () => over.abort());
      void queueFollowUp(parts, item, over.signal).finally(cancel);
    },
    end: () => over.abort(),
  };
}

/** Returns the item of a lane that has just one, which is tried for the first time. */
function onlyItemOf<Message>({ posts, reserve, aside, kept, handsOn }: Lane<Message>): PreparedItem | undefined {
  const items = posts.flatMap((post) => post.items);
  const isAlone = items.length === 1 && reserve.length + aside.length + kept.length === 0 && handsOn === 'never';
  const [item] = items;
  return item && isAlone && !isSetAside(item.attempts) && item.notification.graph ? item : undefined;
}

/** Queues what follows an item at the end of its group, unless anything waits by then: it is worth no delay. Never rejects. */
async function queueFollowUp(parts: FollowUpParts, item: PreparedItem, signal: AbortSignal): Promise<void> {
  const { queue, makeFollowUp, maxBytes, clock, log } = parts;
  const { id } = item.notification;
  const drop = (reason: string): void => log.write('info', 'follow-up not queued', { id, reason });
  const notification = await makeFollowUp(item, signal);
  if (notification === undefined) return;
  const entry = newEntry(notification, clock.now());
  const bytes = bytesOf(entry);
  if (bytes > maxBytes - PARKING_BYTES) return drop(`Its message would take ${bytes} bytes`);
  if (await isWaiting({ queue, log }, 1)) return drop('Others wait');
  if (signal.aborted) return drop('The next message is due');
  await sendAll({ queue, log }, [entry], (one) => one);
}
