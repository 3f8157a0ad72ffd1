import { visibilityAfter } from '../../domain/backoff.js';
import { keepBack, type Lane, openLane } from '../lane/lane.js';
import type { RunningParts } from '../lane/lane-parts.js';
import { handedOverEntry } from '../message/entry.js';
import type { PreparedItem, ReceivedMessage } from '../message/item.js';
import type { Unshowable } from '../message/unshowable.js';
import { deadLetterAll, isWaiting, NOT_PARKED, sendAll } from '../sqs/acknowledge.js';
import { composePosts } from './compose-posts.js';
import { divideItems } from './divide-items.js';
import { dropOptional, isOptional } from './drop-optional.js';
import { type HandedOver, type Prepare, prepareItems } from './prepare-items.js';
import { readItems } from './read-items.js';

/** One robot's messages, once they are read and those that are not shown here are gone. */
export interface GroupPlan {
  readonly items: readonly PreparedItem[];
  /** Messages that will never be shown. */
  readonly unshowable: readonly Unshowable[];
  /** Messages that cannot be shown now, or not handed over. They stay. */
  readonly kept: readonly ReceivedMessage[];
  /** The visibility timeout of those, milliseconds. */
  readonly keptMs: number;
  /** Looks up more about the items that are told. Absent in a storm. */
  readonly complete?: ((items: readonly PreparedItem[]) => Promise<readonly PreparedItem[]>) | undefined;
}

type PlanParts<Message> = RunningParts<Message> & { readonly prepare: Prepare };

/**
 * Reads and prepares messages. Those of another lane are sent there, those that cannot be shown to the dead-letter queue.
 * @param isAlone true if a single message is all that waits in the group, as far as one can tell.
 */
export async function planGroup<Message>(
  parts: PlanParts<Message>,
  messages: readonly ReceivedMessage[],
  isAlone: boolean,
): Promise<GroupPlan> {
  const { random, prepare, done, clock } = parts;
  const { made, unshowable: unread, seen: known } = readItems(messages, done);
  // Of what came to the queue since the batch was handed out, SQS knows.
  const isFirst = isAlone && made.some(isOptional) && !(await isWaiting(parts, 1));
  const { items, dropped } = dropOptional(made, isFirst, clock.now());
  for (const { messageId, notification } of dropped) {
    done.add(messageId);
    parts.log.write('info', 'optional message not shown', {
      id: notification.id,
      reason: 'Others wait, or it comes late',
    });
  }
  const seen = [...known, ...dropped];
  parts.deletions.begin(seen);
  const prepared = await prepareItems(items, prepare);
  const receiveCount = messages[0]?.receiveCount ?? 1;
  if ('status' in prepared) {
    for (const item of items) parts.report(item, prepared);
    const kept = messages.filter((message) => !seen.includes(message));
    return { items: [], unshowable: [], kept, keptMs: visibilityAfter(prepared, receiveCount, random()) };
  }
  const notHandedOver = await handOver(parts, prepared.handedOver);
  return {
    items: prepared.made,
    unshowable: [...unread, ...prepared.unshowable],
    kept: notHandedOver,
    keptMs: visibilityAfter(NOT_PARKED, receiveCount, random()),
  };
}

/**
 * Returns the lane that posts a plan's items. Those that cannot be shown or composed are dead-lettered, those that another
 * one will stand for deleted.
 */
export async function laneOf<Message>(
  parts: RunningParts<Message>,
  { items, unshowable, kept, keptMs, complete = async (told) => told }: GroupPlan,
  nextSendAt: number,
): Promise<Lane<Message>> {
  const { clock } = parts;
  const { told, withheld } = parts.sift(items);
  for (const item of withheld) {
    parts.done.add(item.messageId);
    parts.onWithheld(item);
  }
  parts.deletions.begin(withheld);
  const divided = divideItems(await complete(told), clock.now());
  const { made: posts, unshowable: uncomposed } = composePosts(divided, parts);
  const unparked = await parkAndDelete(parts, [...unshowable, ...uncomposed]);
  const lane = openLane(posts, divided.waiting, Math.max(nextSendAt, clock.now()));
  return keepBack(lane, [...unparked, ...kept], keptMs);
}

/** Sends items to the lanes they belong to, then deletes them here. Resolves to those that SQS did not accept. */
async function handOver<Message>(
  parts: RunningParts<Message>,
  handedOver: readonly HandedOver[],
): Promise<readonly ReceivedMessage[]> {
  const robotOf = new Map<ReceivedMessage, string>(handedOver.map(({ item, to }) => [item, to]));
  const items = handedOver.map(({ item }) => item);
  const unsent = await sendAll(parts, items, (item) => handedOverEntry(item, robotOf.get(item) ?? ''));
  const sent = items.filter((item) => !unsent.includes(item));
  for (const { messageId } of sent) parts.done.add(messageId);
  parts.deletions.begin(sent);
  return unsent;
}

/** Resolves to the messages that could not be dead-lettered. */
async function parkAndDelete<Message>(
  parts: RunningParts<Message>,
  unshowable: readonly Unshowable[],
): Promise<readonly ReceivedMessage[]> {
  const { parked, unparked } = await deadLetterAll(parts, unshowable);
  for (const { message } of parked) parts.done.add(message.messageId);
  parts.deletions.begin(parked.map(({ message }) => message));
  if (parked.length > 0) await parts.onParked(parked);
  return unparked;
}
