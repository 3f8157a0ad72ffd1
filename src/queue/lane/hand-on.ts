import type { Clock } from '../../base/clock.js';
import type { Log } from '../../base/log.js';
import type { RecentIds } from '../../base/recent-ids.js';
import { isSetAside } from '../message/attempts.js';
import { carrierEntry, packCarriers } from '../message/carrier.js';
import { type QueueEntry, sentBackEntry } from '../message/entry.js';
import type { PreparedItem, ReceivedMessage } from '../message/item.js';
import { deleteAll, hideAll, sendAll } from '../sqs/acknowledge.js';
import { PARKING_BYTES } from '../sqs/batches.js';
import type { QueueReader } from '../sqs/queue-client.js';

/** The parts that handing a group on needs. */
export interface HandOnParts {
  readonly queue: QueueReader;
  readonly groupId: string;
  /** Number of times the message of the batch that moved most often was sent to the end of its group. */
  readonly sentOn: number;
  /** Most bytes of a queue message. */
  readonly maxBytes: number;
  /** The interval between two attempts of one robot, milliseconds. */
  readonly minIntervalMs: number;
  /** Returns the queue messages that hold these. */
  readonly holdersOf: (messages: readonly ReceivedMessage[]) => readonly ReceivedMessage[];
  /** Ids of queue messages whose contents this process sent on in others. */
  readonly moved: RecentIds;
  readonly clock: Clock;
  readonly log: Log;
}

/** A queue message that takes the place of others at the end of their group. */
interface Parcel {
  readonly items: readonly PreparedItem[];
  readonly entry: QueueEntry;
}

/**
 * Returns the queue messages that hold these items at the end of their group: few, as an item without earlier attempts
 * shares one with others. One that was set aside goes alone. Without items, one that holds only the time of the last
 * attempt.
 */
export function parcelsOf(
  { groupId, sentOn, maxBytes }: Pick<HandOnParts, 'groupId' | 'sentOn' | 'maxBytes'>,
  items: readonly PreparedItem[],
  attemptedAt: number,
): readonly Parcel[] {
  const step = { sentOn: sentOn + 1, attemptedAt };
  const pack = (some: readonly PreparedItem[]): readonly Parcel[] => {
    const packs = packCarriers(some, step, maxBytes - PARKING_BYTES);
    let from = 0;
    return packs.map((carrier) => {
      const packed = some.slice(from, from + carrier.messages.length);
      from += carrier.messages.length;
      return { items: packed, entry: carrierEntry(groupId, carrier) };
    });
  };
  const clean = items.filter(({ attempts }) => !isSetAside(attempts));
  const alone = items.filter(({ attempts }) => isSetAside(attempts));
  // The last of the parcels says when the last attempt was, even if all the others go alone.
  const timed =
    clean.length > 0 ? pack(clean) : [{ items: [], entry: carrierEntry(groupId, { ...step, messages: [] }) }];
  return [...alone.map((item) => ({ items: [item], entry: sentBackEntry(item) })), ...timed];
}

/**
 * Hands a group on before the time for its next attempt has come: sends its items to its end, with the time of the last
 * attempt. What held them is deleted by Lambda, once it has the answer: were it deleted here, another process could
 * receive the rest, and would not know that time. Resolves to the items that stay, once that time has come, or to
 * `undefined` if SQS accepted nothing, so that the group must be held. Never rejects.
 */
export async function handOn(
  parts: HandOnParts,
  items: readonly PreparedItem[],
  attemptedAt: number,
): Promise<readonly PreparedItem[] | undefined> {
  const { moved, holdersOf, clock, log } = parts;
  const parcels = parcelsOf(parts, items, attemptedAt);
  const accepted: Parcel[] = [];
  // One at a time: together they may be more than one call takes.
  for (const parcel of parcels) {
    const [untaken] = await sendAll(parts, [parcel], ({ entry }) => entry);
    if (untaken) break;
    accepted.push(parcel);
  }
  if (accepted.length === 0) return undefined;
  const sent = accepted.flatMap((parcel) => parcel.items);
  const left = items.filter((item) => !sent.includes(item));
  const oldest = Math.min(...items.map(({ queuedAt }) => queuedAt));
  const waitingSeconds = items.length > 0 ? Math.max(0, Math.round((clock.now() - oldest) / 1000)) : 0;
  log.write('info', 'messages folded', { messages: sent.length, into: accepted.length }, { waitingSeconds });
  if (left.length === 0) for (const { messageId } of holdersOf(sent)) moved.add(messageId);
  else {
    await deleteAll(parts, sent);
    // Whoever receives these alone does not know when the last attempt was.
    await clock.sleep(attemptedAt + parts.minIntervalMs - clock.now());
    await hideAll(parts, left, 0);
  }
  return left;
}
