import type { StoredMessage } from './message.js';

/** The messages of a queue by MessageGroupId, oldest first in each group. The groups are in the order of their turn. */
export class FifoGroups {
  readonly #groups = new Map<string, readonly StoredMessage[]>();
  /** The group of each message id. */
  readonly #groupOf = new Map<string, string>();

  ids(): readonly string[] {
    return [...this.#groups.keys()];
  }

  /** Returns the groups of the oldest `count` messages of the queue, in the order of their turn. */
  idsAmong(count: number): readonly string[] {
    if (this.#groupOf.size <= count) return this.ids();
    // Sequence numbers are equally long, so their order as texts is that of sending.
    const oldest = this.all().toSorted((a, b) => (a.sequenceNumber < b.sequenceNumber ? -1 : 1));
    const among = new Set(oldest.slice(0, count).map(({ groupId }) => groupId));
    return this.ids().filter((groupId) => among.has(groupId));
  }

  /** Returns the messages, oldest first. Empty for an unknown group. */
  of(groupId: string): readonly StoredMessage[] {
    return this.#groups.get(groupId) ?? [];
  }

  all(): readonly StoredMessage[] {
    return [...this.#groups.values()].flat();
  }

  find(messageId: string): StoredMessage | undefined {
    return this.of(this.#groupOf.get(messageId) ?? '').find((message) => message.messageId === messageId);
  }

  append(message: StoredMessage): void {
    this.#groupOf.set(message.messageId, message.groupId);
    this.#set(message.groupId, [...this.of(message.groupId), message]);
  }

  /** Replaces the message that has the same id. */
  replace(message: StoredMessage): void {
    const { groupId, messageId } = message;
    const messages = this.of(groupId).map((old) => (old.messageId === messageId ? message : old));
    this.#set(groupId, messages);
  }

  remove({ groupId, messageId }: StoredMessage): void {
    this.#groupOf.delete(messageId);
    const rest = this.of(groupId).filter((message) => message.messageId !== messageId);
    this.#set(groupId, rest);
  }

  /** Moves the group behind all others. */
  sendToBack(groupId: string): void {
    const messages = this.of(groupId);
    this.#groups.delete(groupId);
    this.#set(groupId, messages);
  }

  /** Removes the messages sent at `time` or earlier. */
  dropSentUntil(time: number): void {
    for (const groupId of this.ids()) {
      for (const message of this.of(groupId)) {
        if (message.sentAt > time) break;
        this.remove(message);
      }
    }
  }

  clear(): void {
    this.#groups.clear();
    this.#groupOf.clear();
  }

  #set(groupId: string, messages: readonly StoredMessage[]): void {
    if (messages.length === 0) this.#groups.delete(groupId);
    else this.#groups.set(groupId, messages);
  }
}
