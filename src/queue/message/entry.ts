import { sha256 } from '../../base/sha256.js';
import { identityOf, type Notification } from '../../domain/notification.js';
import type { Item } from './item.js';
import { readQueueBody, writeQueueBody } from './queue-body.js';
import { trimForQueue } from './trim-for-queue.js';

/** A queue message about to be sent. */
export interface QueueEntry {
  readonly body: string;
  readonly groupId: string;
  readonly deduplicationId: string;
}

/** Returns the queue message for a new notification, queued at `now` (milliseconds since 1970). */
export function newEntry(notification: Notification, now: number): QueueEntry {
  return {
    body: writeQueueBody({ notification: trimForQueue(notification), queuedAt: now }),
    groupId: encodeURIComponent(notification.robot),
    // The robot is part of it: SQS removes duplicates across the whole queue, and one alarm may go to two groups.
    deduplicationId: sha256(identityOf(notification)),
  };
}

/**
 * Returns the queue message that takes an item's place at the end of its group. Its deduplication id counts these
 * moves: the same number is the same copy, and SQS drops it if the first one arrived. It holds the notification as it was
 * queued: whom it calls, and what stands for it, is decided anew when it is posted.
 */
export function sentBackEntry(item: Item): QueueEntry {
  const attempts = { ...item.attempts, sentBack: item.attempts.sentBack + 1 };
  return entryIn(item.groupId, { ...item, notification: readQueueBody(item.body).notification, attempts });
}

/** Returns the queue message that hands an item over to the lane of another robot, which shows it. */
export function handedOverEntry(item: Item, robot: string): QueueEntry {
  const { notification } = item;
  return entryIn(encodeURIComponent(robot), { ...item, notification: { ...notification, robot } });
}

/** Returns an entry. Two attempts at one step give the same id, which includes the group and the number of moves. */
function entryIn(groupId: string, { notification, queuedAt, attempts, unknownRobot }: Item): QueueEntry {
  return {
    body: writeQueueBody({ notification, queuedAt, attempts, ...(unknownRobot !== undefined && { unknownRobot }) }),
    groupId,
    deduplicationId: sha256(JSON.stringify([identityOf(notification), groupId, attempts.sentBack, unknownRobot ?? ''])),
  };
}
