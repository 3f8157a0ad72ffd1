import type { ReceivedMessage } from './item.js';

/** A queue message about to be sent. */
export interface QueueEntry {
  readonly body: string;
  readonly groupId: string;
  readonly deduplicationId: string;
}

/** Why a message is parked: its attributes in the dead-letter queue. */
export interface ParkReason {
  /** WeCom's errcode, or the name of the error that the message makes: `UnreadableBodyError`. */
  readonly code: string;
  readonly reason: string;
}

/** What filling the queue needs of SQS. */
export interface QueueWriter {
  /**
   * Sends up to ten. Resolves to the indexes that SQS did not take.
   * @throws where the whole call failed, or `signal` ended it
   */
  send(entries: readonly QueueEntry[], signal: AbortSignal): Promise<readonly number[]>;
}

/** What draining needs of SQS. */
export interface QueueReader {
  /** Hides messages for `seconds` from now. Resolves to the messages whose receipt is no longer valid. */
  changeVisibility(messages: readonly ReceivedMessage[], seconds: number): Promise<readonly ReceivedMessage[]>;
  /** Deletes messages. @throws where some could not be */
  delete(messages: readonly ReceivedMessage[]): Promise<void>;
  /** Keeps a message in the dead-letter queue. Does not delete it from this one. */
  deadLetter(message: ReceivedMessage, reason: ParkReason): Promise<void>;
}
