import type { QueueEntry } from '../message/entry.js';
import type { ReceivedMessage } from '../message/item.js';
import type { ParkReason } from '../message/unshowable.js';

/** The operations of SQS that filling the queue needs. */
export interface QueueWriter {
  /**
   * Sends up to ten messages. Resolves to the indexes that SQS did not accept.
   * @throws {Error} If the whole call failed, or `signal` ended it.
   */
  send(entries: readonly QueueEntry[], signal: AbortSignal): Promise<readonly number[]>;
}

/** The operations of SQS that draining needs. */
export interface QueueReader {
  /**
   * Sets the visibility timeout to `seconds` from now. Resolves to the messages whose receipt handle is no longer
   * valid.
   */
  changeVisibility(messages: readonly ReceivedMessage[], seconds: number): Promise<readonly ReceivedMessage[]>;
  /** Deletes messages. @throws {Error} If some could not be deleted. */
  delete(messages: readonly ReceivedMessage[]): Promise<void>;
  /**
   * Sends up to ten messages to this queue. Resolves to the indexes that SQS did not accept.
   * @throws {Error} If the whole call failed.
   */
  send(entries: readonly QueueEntry[]): Promise<readonly number[]>;
  /**
   * Resolves to about how many messages, of all groups, wait behind those that are in flight.
   * @throws {Error} If SQS does not say.
   */
  waiting(): Promise<number>;
  /** Sends a message to the dead-letter queue. Does not delete it from this one. */
  deadLetter(message: ReceivedMessage, reason: ParkReason): Promise<void>;
}
