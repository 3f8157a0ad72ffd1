import type { StoredMessage } from './message.js';

const NONE: ReadonlyMap<string, StoredMessage> = new Map();

/**
 * The messages of a queue by MessageGroupId, oldest first in each group. The groups are in the order of their turn. No operation on
 * one message takes longer the more of them wait.
 */
export class FifoGroups {
  /** Messages by their ids, in the order of sending. */
  readonly #groups = new Map<string, Map<string, StoredMessage>>();
  /** The group of each message id. */
  readonly #groupOf = new Map<string, string>();
  /** The messages that were handed out, by their ids: only these can be in flight. */
  readonly #handedOut = new Map<string, StoredMessage>();

  get size(): number {
    return this.#groupOf.size;
  }

  ids(): readonly string[] {
    return [...this.#groups.keys()];
  }

  /** Returns the groups of the oldest `count` messages of the queue, in the order of their turn. */
  idsAmong(count: number): readonly string[] {
    if (this.size <= count) return this.ids();
    // Sequence numbers are equally long, so their order as texts is that of sending.
    const oldest = this.all().toSorted((a, b) => (a.sequenceNumber < b.sequenceNumber ? -1 : 1));
    const among = new Set(oldest.slice(0, count).map(({ groupId }) => groupId));
    return this.ids().filter((groupId) => among.has(groupId));
  }

  /** Returns the messages, oldest first. None for an unknown group. */
  of(groupId: string): Iterable<StoredMessage> {
    return (this.#groups.get(groupId) ?? NONE).values();
  }

  all(): readonly StoredMessage[] {
    return [...this.#groups.values()].flatMap((messages) => [...messages.values()]);
  }

  /** Returns the messages in flight at `now`. */
  inFlight(now: number): readonly StoredMessage[] {
    return [...this.#handedOut.values()].filter(({ visibleAt }) => visibleAt > now);
  }

  find(messageId: string): StoredMessage | undefined {
    return this.#groups.get(this.#groupOf.get(messageId) ?? '')?.get(messageId);
  }

  append(message: StoredMessage): void {
    const { groupId, messageId } = message;
    this.#groupOf.set(messageId, groupId);
    const group = this.#groups.get(groupId);
    if (group) group.set(messageId, message);
    else this.#groups.set(groupId, new Map([[messageId, message]]));
  }

  /** Replaces the message that has the same id. */
  replace(message: StoredMessage): void {
    this.#groups.get(message.groupId)?.set(message.messageId, message);
    this.#handedOut.set(message.messageId, message);
  }

  remove({ groupId, messageId }: StoredMessage): void {
    this.#groupOf.delete(messageId);
    this.#handedOut.delete(messageId);
    const group = this.#groups.get(groupId);
    group?.delete(messageId);
    if (group?.size === 0) this.#groups.delete(groupId);
  }

  /** Moves the group behind all others. */
  sendToBack(groupId: string): void {
    const group = this.#groups.get(groupId);
    if (!group) return;
    this.#groups.delete(groupId);
    this.#groups.set(groupId, group);
  }

  /** Removes the messages sent at `time` or earlier. */
  dropSentUntil(time: number): void {
    for (const group of [...this.#groups.values()]) {
      for (const message of group.values()) {
        if (message.sentAt > time) break;
        this.remove(message);
      }
    }
  }

  clear(): void {
    this.#groups.clear();
    this.#groupOf.clear();
    this.#handedOut.clear();
  }
}
