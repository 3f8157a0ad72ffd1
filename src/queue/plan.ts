import type { RecentIds } from '../base/recent-ids.js';
import { codeOf, type DeliveryResult, textOfCode } from '../domain/delivery.js';
import { isDue, isSuspect, mayBeShown } from './attempts.js';
import type { Item, Outgoing, PreparedItem, ReceivedMessage } from './item.js';
import { readQueueBody } from './queue-body.js';
import type { ParkReason } from './queue-client.js';

/** Composes items into WeCom messages. Both functions may throw if an item is broken. */
export interface Composer<Message> {
  /** Merges several items into few posts, each item in exactly one, in the order in which they are to be sent. */
  readonly merge: (items: readonly PreparedItem[]) => readonly Outgoing<Message>[];
  readonly compose: (item: PreparedItem) => Outgoing<Message>;
}

/** An item that belongs to the lane of another robot. */
export interface HandedOver {
  readonly item: Item;
  /** The robot whose lane it is. */
  readonly to: string;
}

/**
 * Looks up what composing an item needs. Resolves to the failure if that is not available. May reject on a broken item.
 */
export type Prepare = (item: Item) => Promise<PreparedItem | HandedOver | DeliveryResult>;

/** A message that will never be shown, with the reason. */
export interface Unshowable {
  /** Has a notification if its body was readable. */
  readonly message: ReceivedMessage & Partial<Pick<Item, 'notification'>>;
  readonly reason: ParkReason;
}

/** The results made from messages, and the messages that yield none: one broken message harms no other. */
export interface Sorted<T> {
  readonly made: readonly T[];
  readonly unshowable: readonly Unshowable[];
}

/** Items that are told now, and those that another one will stand for: they are done with. */
export interface Sifted {
  readonly told: readonly PreparedItem[];
  readonly withheld: readonly PreparedItem[];
}

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

/** One robot's items, after preparation. */
export interface PreparedBatch extends Sorted<PreparedItem> {
  readonly handedOver: readonly HandedOver[];
}

/**
 * Prepares one robot's items, in order. Resolves to the failure if one cannot be prepared now, as then no other can.
 * Never rejects.
 */
export async function prepareItems(items: readonly Item[], prepare: Prepare): Promise<PreparedBatch | DeliveryResult> {
  const prepared = await Promise.all(items.map((item) => prepareOne(item, prepare)));
  const failure = prepared.find((one) => 'status' in one);
  if (failure) return failure;
  return {
    made: prepared.flatMap((one) => ('notification' in one ? one : [])),
    unshowable: prepared.flatMap((one) => ('reason' in one && 'message' in one ? one : [])),
    handedOver: prepared.flatMap((one) => ('to' in one ? one : [])),
  };
}

async function prepareOne(
  item: Item,
  prepare: Prepare,
): Promise<PreparedItem | HandedOver | Unshowable | DeliveryResult> {
  try {
    const prepared = await prepare(item);
    const isRefused = 'status' in prepared && prepared.status === 'refused';
    return isRefused ? { message: item, reason: refusalOf(prepared) } : prepared;
  } catch (error) {
    return { message: item, reason: reasonOf(error) };
  }
}

/** The items of a batch by their treatment, each group in the order received. */
export interface Divided {
  /** Items never tried, or that failed together with all others: they are merged. */
  readonly ready: readonly PreparedItem[];
  /** Items that failed because of themselves and are due again: they go alone, after the others. */
  readonly suspect: readonly PreparedItem[];
  /** Items that wait for their time, or for an answer of WeCom. */
  readonly waiting: readonly PreparedItem[];
}

/** Divides prepared items by their treatment at `now` (milliseconds since 1970). */
export function divideItems(items: readonly PreparedItem[], now: number): Divided {
  const isWaiting = ({ attempts }: PreparedItem): boolean => mayBeShown(attempts) || !isDue(attempts, now);
  const due = items.filter((item) => !isWaiting(item));
  return {
    ready: due.filter(({ attempts }) => !isSuspect(attempts)),
    suspect: due.filter(({ attempts }) => isSuspect(attempts)),
    waiting: items.filter(isWaiting),
  };
}

/** Composes one robot's items: the ready ones merged if possible, then the suspects one by one. Never throws. */
export function composePosts<Message>(
  { ready, suspect }: Pick<Divided, 'ready' | 'suspect'>,
  composer: Composer<Message>,
): Sorted<Outgoing<Message>> {
  const alone = sortOut(suspect, composer.compose);
  try {
    const made = ready.length > 0 ? composer.merge(ready) : [];
    return { made: [...made, ...alone.made], unshowable: alone.unshowable };
  } catch {
    // One of them is broken: composed alone, each shows whether it is the one.
    const single = sortOut(ready, composer.compose);
    const { made, unshowable } = single.unshowable.length > 0 ? withoutBroken(ready, single, composer) : single;
    return { made: [...made, ...alone.made], unshowable: [...unshowable, ...alone.unshowable] };
  }
}

/** Merges the others once the broken ones are known. */
function withoutBroken<Message>(
  ready: readonly PreparedItem[],
  single: Sorted<Outgoing<Message>>,
  { merge }: Composer<Message>,
): Sorted<Outgoing<Message>> {
  const broken = new Set<ReceivedMessage>(single.unshowable.map(({ message }) => message));
  const whole = ready.filter((item) => !broken.has(item));
  try {
    return { ...single, made: whole.length > 0 ? merge(whole) : [] };
  } catch {
    return single;
  }
}

function sortOut<From extends ReceivedMessage, To>(messages: readonly From[], make: (message: From) => To): Sorted<To> {
  const made: To[] = [];
  const unshowable: Unshowable[] = [];
  for (const message of messages) {
    try {
      made.push(make(message));
    } catch (error) {
      unshowable.push({ message, reason: reasonOf(error) });
    }
  }
  return { made, unshowable };
}

/** Returns WeCom's refusal as the reason for dead-lettering a message. */
export function refusalOf(result: DeliveryResult): ParkReason {
  const code = codeOf(result);
  return { code: code ? textOfCode(code) : result.status, reason: 'reason' in result ? result.reason : '' };
}

/** Returns the reason that goes with the message into the dead-letter queue, for a person to read with it. */
export function reasonOf(error: unknown): ParkReason {
  return error instanceof Error
    ? { code: error.name, reason: error.message }
    : { code: 'Error', reason: String(error) };
}
