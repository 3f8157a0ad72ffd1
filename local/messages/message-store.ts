import type { KeptMessage, KeptNotification } from '../group/entry.js';
import { createListeners, type Listeners } from '../time/listeners.js';

/** Most messages that are kept, and most bytes of them as JSON: pictures are large. Beyond, the oldest go. */
const MAX_MESSAGES = 2000;
const MAX_BYTES = 8 * 1024 * 1024;

/** The messages of all groups, also those of earlier runs. */
export interface MessageStore {
  add(message: KeptMessage): void;
  /** Notes that a message shows a notification. */
  note(number: number, notification: KeptNotification): void;
  /** Removes messages. Returns their numbers. */
  remove(isMeant: (message: KeptMessage) => boolean): readonly number[];
  /** Returns all, oldest first. */
  all(): readonly KeptMessage[];
  /** Returns the number of the next message. No number is given twice, not even after its message was removed. */
  nextNumber(): number;
  readonly onChange: Listeners<undefined>['add'];
}

/** The contents of a store, to be kept in a file. */
export interface KeptState {
  readonly nextNumber: number;
  /** Oldest first. */
  readonly messages: readonly KeptMessage[];
}

const bytesOf = (message: KeptMessage): number => Buffer.byteLength(JSON.stringify(message));

/** Creates a store that begins with the messages of an earlier run, if any. */
export function createMessageStore(
  { nextNumber, messages }: KeptState = { nextNumber: 1, messages: [] },
): MessageStore {
  const listeners = createListeners<undefined>();
  const kept = new Map(messages.map((message) => [message.number, message]));
  let next = Math.max(nextNumber, ...messages.map(({ number }) => number + 1));
  let bytes = messages.reduce((sum, message) => sum + bytesOf(message), 0);

  const put = (message: KeptMessage): void => {
    const before = kept.get(message.number);
    bytes += bytesOf(message) - (before ? bytesOf(before) : 0);
    kept.set(message.number, message);
  };
  const drop = (message: KeptMessage): void => {
    bytes -= bytesOf(message);
    kept.delete(message.number);
  };
  const trim = (): void => {
    for (const oldest of kept.values()) {
      if (kept.size <= 1 || (kept.size <= MAX_MESSAGES && bytes <= MAX_BYTES)) return;
      drop(oldest);
    }
  };
  trim();
  return {
    add: (message) => {
      next = Math.max(next, message.number + 1);
      put(message);
      trim();
      listeners.tell(undefined);
    },
    note: (number, notification) => {
      const message = kept.get(number);
      if (!message || message.notifications.some(({ id }) => id === notification.id)) return;
      put({ ...message, notifications: [...message.notifications, notification] });
      listeners.tell(undefined);
    },
    remove: (isMeant) => {
      const meant = [...kept.values()].filter(isMeant);
      for (const message of meant) drop(message);
      if (meant.length > 0) listeners.tell(undefined);
      return meant.map(({ number }) => number);
    },
    all: () => [...kept.values()],
    nextNumber: () => next,
    onChange: listeners.add,
  };
}
