import type { ReceivedMessage } from '../message/item.js';
import { reasonOf, type Unshowable } from '../message/unshowable.js';

/** The results made from messages, and the messages that yield none: one broken message harms no other. */
export interface Sorted<T> {
  readonly made: readonly T[];
  readonly unshowable: readonly Unshowable[];
}

/** Makes something of each message. One whose making throws is unshowable, with the error as its reason. Never throws. */
export function sortOut<From extends ReceivedMessage, To>(
  messages: readonly From[],
  make: (message: From) => To,
): Sorted<To> {
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
