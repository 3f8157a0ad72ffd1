import type { ReceivedMessage } from './item.js';
import { openLane } from './lane.js';
import { type Composer, planPosts } from './plan.js';
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
  const { posts, seen, unshowable } = planPosts(messages, parts.shown, parts);
  const unparked = await parkAll(parts, unshowable);
  const parked = unshowable.map(({ message }) => message).filter((message) => !unparked.includes(message));
  await removeAll(parts, [...seen, ...parked]);
  const answerByMs = endMs - parts.minIntervalMs - ANSWER_MARGIN_MS;
  const pace = { minIntervalMs: parts.minIntervalMs, answerByMs, sendUntilMs: answerByMs - MIN_ATTEMPT_MS };
  const separate: LaneParts<Message>['separate'] = (items) => items.map(parts.compose);
  return [...unparked, ...(await runLane({ ...parts, separate }, openLane(posts, parts.clock.now()), pace))];
}
