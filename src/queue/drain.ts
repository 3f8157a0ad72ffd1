import type { DeliveryResult } from '../delivery.js';
import { visibilityAfter } from './backoff.js';
import type { Item, PreparedItem, ReceivedMessage } from './item.js';
import { breakOff, type Lane, openLane } from './lane.js';
import { type Composer, composePosts, readItems, type Unshowable } from './plan.js';
import { parkAll, removeAll } from './put-away.js';
import { type LaneParts, runLane } from './run-lane.js';

/** Beyond the invocation's end, so that a receipt never expires while its message is being posted. */
const VISIBILITY_MARGIN_MS = 10_000;
/** Kept of the invocation's time for parking, deleting and answering. */
const ANSWER_MARGIN_MS = 1500;
/** The least time an attempt is worth starting with. */
const MIN_ATTEMPT_MS = 2000;

/** What draining needs: how items become posts, and how posts are carried out. */
export interface DrainParts<Message> extends Omit<LaneParts<Message>, 'separate'>, Composer<Message> {
  /**
   * Looks up what composing needs: people's mobiles, and whether there is such a robot. Resolves to the failure where the
   * secret cannot be read: then all of them come again.
   */
  readonly prepare: (items: readonly Item[]) => Promise<readonly PreparedItem[] | DeliveryResult>;
  /** Between two attempts of one robot, milliseconds. */
  readonly minIntervalMs: number;
}

/** The answer that makes Lambda keep the named messages on the queue. */
export interface BatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** Drains one batch. `endMs` is when Lambda ends the invocation, milliseconds since 1970. Never rejects. */
export type Drain = (messages: readonly ReceivedMessage[], endMs: number) => Promise<BatchResponse>;

/**
 * The queue's consumer: robots side by side, each at its own pace. What WeCom accepted is deleted at once, what it refused is
 * parked with the reason, everything else is returned as failed: nothing is acknowledged and lost.
 */
export function createDrain<Message>(parts: DrainParts<Message>): Drain {
  return async (messages, endMs) => {
    const lost = await hideUntil(parts, messages, endMs + VISIBILITY_MARGIN_MS - parts.clock.now());
    const groups = groupsOf(messages.filter((message) => !lost.includes(message)));
    const left = await Promise.all(groups.map((group) => drainGroup(parts, group, endMs)));
    return { batchItemFailures: [...lost, ...left.flat()].map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
}

/** Makes all receipts outlive the invocation. Resolves to the messages that must not be sent: another consumer may have them. */
async function hideUntil<Message>(
  { queue, log }: DrainParts<Message>,
  messages: readonly ReceivedMessage[],
  ms: number,
): Promise<readonly ReceivedMessage[]> {
  try {
    const lost = await queue.hide(messages, Math.ceil(ms / 1000));
    if (lost.length > 0)
      log.write('warn', 'receipts expired, messages left to their next consumer', { messages: lost.length });
    return lost;
  } catch (error) {
    log.write('warn', 'batch not held, it comes again', { reason: String(error), messages: messages.length });
    return messages;
  }
}

function groupsOf(messages: readonly ReceivedMessage[]): readonly (readonly ReceivedMessage[])[] {
  const groups = new Map<string, ReceivedMessage[]>();
  for (const message of messages) groups.set(message.groupId, [...(groups.get(message.groupId) ?? []), message]);
  return [...groups.values()];
}

/** One robot's messages. Resolves to those that stay on the queue. */
async function drainGroup<Message>(
  parts: DrainParts<Message>,
  messages: readonly ReceivedMessage[],
  endMs: number,
): Promise<readonly ReceivedMessage[]> {
  const { made: items, unshowable, seen } = readItems(messages, parts.shown);
  await removeAll(parts, seen);
  const unread = await parkAndRemove(parts, unshowable);
  const lane = await planLane(parts, items);
  const answerByMs = endMs - parts.minIntervalMs - ANSWER_MARGIN_MS;
  const pace = { minIntervalMs: parts.minIntervalMs, answerByMs, sendUntilMs: answerByMs - MIN_ATTEMPT_MS };
  const separate: LaneParts<Message>['separate'] = (some) => some.map(parts.compose);
  return [...unread, ...(await runLane({ ...parts, separate }, lane, pace))];
}

/** The lane of these items, broken off from the start where they cannot be prepared or what is broken cannot be parked. */
async function planLane<Message>(parts: DrainParts<Message>, items: readonly Item[]): Promise<Lane<Message>> {
  const { clock, random, prepare } = parts;
  const hiddenMs = (result: DeliveryResult): number => visibilityAfter(result, items[0]?.receiveCount ?? 1, random());
  const prepared = items.length === 0 ? [] : await prepare(items);
  if ('status' in prepared) return breakOff(openLane([], clock.now()), items, hiddenMs(prepared));
  const { made: posts, unshowable } = composePosts(prepared, parts);
  const unparked = await parkAndRemove(parts, unshowable);
  const failed = items.filter(({ messageId }) => unparked.some((message) => message.messageId === messageId));
  return breakOff(openLane(posts, clock.now()), failed, hiddenMs(NOT_PARKED));
}

const NOT_PARKED: DeliveryResult = { status: 'unavailable', retryAfterMs: 0, reason: 'Not parked' };

/** Resolves to the messages that could not be parked. */
async function parkAndRemove<Message>(
  parts: DrainParts<Message>,
  unshowable: readonly Unshowable[],
): Promise<readonly ReceivedMessage[]> {
  const unparked = await parkAll(parts, unshowable);
  const parked = unshowable.map(({ message }) => message).filter((message) => !unparked.includes(message));
  await removeAll(parts, parked);
  return unparked;
}
