import type { StoredMessage } from './fifo-message.js';

/** The messages of a queue by MessageGroupId, oldest first in each. The groups stand in the order of their turn. */
export class FifoGroups {
  readonly #groups = new Map<string, readonly StoredMessage[]>();

  ids(): readonly string[] {
    return [...this.#groups.keys()];
  }

  /** Oldest first; empty for an unknown group. */
  of(groupId: string): readonly StoredMessage[] {
    return this.#groups.get(groupId) ?? [];
  }

  all(): readonly StoredMessage[] {
    return [...this.#groups.values()].flat();
  }

  append(message: StoredMessage): void {
    this.#set(message.groupId, [...this.of(message.groupId), message]);
  }

  /** Puts `message` in the place of the one with its id. */
  replace(message: StoredMessage): void {
    const { groupId, messageId } = message;
    this.#set(
      groupId,
      this.of(groupId).map((old) => (old.messageId === messageId ? message : old)),
    );
  }

  remove({ groupId, messageId }: StoredMessage): void {
    this.#set(
      groupId,
      this.of(groupId).filter((message) => message.messageId !== messageId),
    );
  }

  /** Every other group comes before this one. */
  sendToBack(groupId: string): void {
    const messages = this.of(groupId);
    this.#groups.delete(groupId);
    this.#set(groupId, messages);
  }

  /** Removes what was sent at `time` or earlier. */
  dropSentUntil(time: number): void {
    for (const [groupId, messages] of this.#groups) {
      if (messages.some(({ sentAt }) => sentAt <= time)) {
        this.#set(
          groupId,
          messages.filter(({ sentAt }) => sentAt > time),
        );
      }
    }
  }

  clear(): void {
    this.#groups.clear();
  }

  #set(groupId: string, messages: readonly StoredMessage[]): void {
    if (messages.length === 0) this.#groups.delete(groupId);
    else this.#groups.set(groupId, messages);
  }
}
