import type { RecentIds } from '../base/recent-ids.js';
import { codeOf, type DeliveryResult, textOfCode } from '../domain/delivery.js';
import { readQueueBody } from './body.js';
import type { Item, Outgoing, PreparedItem, ReceivedMessage } from './item.js';
import type { ParkReason } from './queue-client.js';

/** From this receive on an item is posted alone: it may be the one that made merged messages fail. */
const ALONE_FROM_RECEIPT = 4;

/** Composes items into WeCom messages. Both functions may throw if an item is broken. */
export interface Composer<Message> {
  /** Merges several items into few posts, each item in exactly one, in the order in which they are to be sent. */
  readonly merge: (items: readonly PreparedItem[]) => readonly Outgoing<Message>[];
  readonly compose: (item: PreparedItem) => Outgoing<Message>;
}

/**
 * Looks up what composing an item needs. Resolves to the failure if that is not available. May reject on a broken item.
 */
export type Prepare = (item: Item) => Promise<PreparedItem | DeliveryResult>;

/** A message that will never be shown, with the reason. */
export interface Unshowable {
  readonly message: ReceivedMessage;
  readonly reason: ParkReason;
}

/** The results made from messages, and the messages that yield none: one broken message harms no other. */
export interface Sorted<T> {
  readonly made: readonly T[];
  readonly unshowable: readonly Unshowable[];
}

/** One robot's messages, after reading. */
export interface ReadBatch extends Sorted<Item> {
  /** Messages this process has already shown, which only need to be deleted. */
  readonly seen: readonly ReceivedMessage[];
}

/** Reads one robot's messages, in order. Never throws. */
export function readItems(messages: readonly ReceivedMessage[], shown: RecentIds): ReadBatch {
  const seen = messages.filter(({ messageId }) => shown.has(messageId));
  const fresh = messages.filter((message) => !seen.includes(message));
  return { seen, ...sortOut(fresh, (message) => ({ ...message, ...readQueueBody(message.body) })) };
}

/**
 * Prepares one robot's items, in order. Resolves to the failure if one cannot be prepared now, as then no other can.
 * Never rejects.
 */
export async function prepareItems(
  items: readonly Item[],
  prepare: Prepare,
): Promise<Sorted<PreparedItem> | DeliveryResult> {
  const prepared = await Promise.all(items.map((item) => prepareOne(item, prepare)));
  const failure = prepared.find((one) => 'status' in one);
  if (failure) return failure;
  return {
    made: prepared.flatMap((one) => ('status' in one || 'message' in one ? [] : one)),
    unshowable: prepared.flatMap((one) => ('message' in one ? one : [])),
  };
}

async function prepareOne(item: Item, prepare: Prepare): Promise<PreparedItem | Unshowable | DeliveryResult> {
  try {
    const prepared = await prepare(item);
    const isRefused = 'status' in prepared && prepared.status === 'refused';
    return isRefused ? { message: item, reason: refusalOf(prepared) } : prepared;
  } catch (error) {
    return { message: item, reason: reasonOf(error) };
  }
}

/** Composes one robot's items, in order, merged if allowed. Never throws. */
export function composePosts<Message>(
  items: readonly PreparedItem[],
  composer: Composer<Message>,
): Sorted<Outgoing<Message>> {
  try {
    const made = runsOf(items).flatMap((run) =>
      run.alone ? run.items.map(composer.compose) : composer.merge(run.items),
    );
    return { made, unshowable: [] };
  } catch {
    // One of them is broken: composed alone, each shows whether it is the one.
    return sortOut(items, composer.compose);
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

/** Returns the reason that goes with the message into the dead-letter queue, where a person reads both. */
function reasonOf(error: unknown): ParkReason {
  return error instanceof Error
    ? { code: error.name, reason: error.message }
    : { code: 'Error', reason: String(error) };
}

/** Groups neighbours into those that may be merged and those that go alone, in order. */
function runsOf(
  items: readonly PreparedItem[],
): readonly { readonly alone: boolean; readonly items: readonly PreparedItem[] }[] {
  const runs: { alone: boolean; items: PreparedItem[] }[] = [];
  for (const item of items) {
    const alone = item.receiveCount >= ALONE_FROM_RECEIPT || item.notice !== '';
    const last = runs.at(-1);
    if (last?.alone === alone) last.items.push(item);
    else runs.push({ alone, items: [item] });
  }
  return runs;
}
