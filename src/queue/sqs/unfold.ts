import { carrierEntry, type MessageCarrier, readCarrier } from '../message/carrier.js';
import type { ReceivedMessage } from '../message/item.js';
import type { QueueReader } from './queue-client.js';

/** One group's part of a batch, with the messages that carriers hold in the carriers' place. */
export interface Unfolded {
  /** Messages of their own and carried ones. A carried one has its own id and body, and its carrier's receipt. */
  readonly messages: readonly ReceivedMessage[];
  /** The latest attempt that a carrier knows of, milliseconds since 1970. `undefined` if there is no carrier. */
  readonly attemptedAt: number | undefined;
  /** Number of times the one that moved most often was sent on. */
  readonly sentOn: number;
  /**
   * The queue, to which a carried message is a message like any other: a carrier is deleted once all in it are, hidden if
   * none is, and in between it is replaced by one that holds the rest.
   */
  readonly queue: QueueReader;
  /** Returns the queue messages that hold these: those that are not replaced. */
  holdersOf(messages: readonly ReceivedMessage[]): readonly ReceivedMessage[];
}

/** A carrier that was received. */
interface Opened extends MessageCarrier {
  readonly holder: ReceivedMessage;
  /** Ids of the messages in it that are not done with. */
  readonly left: Set<string>;
  isReplaced: boolean;
}

/** Unfolds the carriers among one group's messages. */
export function unfold(queue: QueueReader, received: readonly ReceivedMessage[]): Unfolded {
  const opened = new Map<string, Opened>();
  const messages = received.flatMap((holder) => {
    const carrier = readCarrier(holder.body);
    if (!carrier) return [holder];
    const left = new Set(carrier.messages.map(({ messageId }) => messageId));
    opened.set(holder.receiptHandle, { ...carrier, holder, left, isReplaced: false });
    return carrier.messages.map((one) => ({ ...holder, ...one }));
  });
  const carriers = [...opened.values()];
  const carriedIn = (carrier: Opened, some: readonly ReceivedMessage[]) =>
    some.filter(({ receiptHandle }) => receiptHandle === carrier.holder.receiptHandle);
  const own = (some: readonly ReceivedMessage[]) => some.filter(({ receiptHandle }) => !opened.has(receiptHandle));
  const holdersOf = (some: readonly ReceivedMessage[]) => [
    ...own(some),
    ...carriers.flatMap((one) => (!one.isReplaced && carriedIn(one, some).length > 0 ? one.holder : [])),
  ];

  /** Sends what is left of a carrier to the end of the group. Resolves to false if SQS did not accept it. */
  async function replace(carrier: Opened): Promise<boolean> {
    const { holder, left, attemptedAt, sentOn } = carrier;
    const messages = carrier.messages.filter(({ messageId }) => left.has(messageId));
    const entry = carrierEntry(holder.groupId, { attemptedAt, sentOn: sentOn + 1, messages });
    return (await queue.send([entry])).length === 0;
  }

  async function remove(some: readonly ReceivedMessage[]): Promise<void> {
    const emptied = carriers.filter((carrier) => {
      const gone = carriedIn(carrier, some);
      for (const { messageId } of gone) carrier.left.delete(messageId);
      return gone.length > 0 && carrier.left.size === 0;
    });
    const removable = [...own(some), ...emptied.map(({ holder }) => holder)];
    if (removable.length > 0) await queue.delete(removable);
  }

  async function hide(some: readonly ReceivedMessage[], seconds: number): Promise<readonly ReceivedMessage[]> {
    const touched = carriers.filter((one) => carriedIn(one, some).length > 0 && one.left.size < one.messages.length);
    for (const carrier of touched) carrier.isReplaced = await replace(carrier);
    const replaced = touched.filter(({ isReplaced }) => isReplaced).map(({ holder }) => holder);
    if (replaced.length > 0) await queue.delete(replaced);
    const hidden = holdersOf(some);
    return hidden.length > 0 ? queue.changeVisibility(hidden, seconds) : [];
  }

  return {
    messages,
    attemptedAt: carriers.length > 0 ? Math.max(...carriers.map((one) => one.attemptedAt)) : undefined,
    sentOn: Math.max(0, ...carriers.map((one) => one.sentOn)),
    queue: { ...queue, delete: remove, changeVisibility: hide },
    holdersOf,
  };
}
