import { randomUUID } from 'node:crypto';
import { Duplicates } from './duplicates.js';
import { SqsError } from './error.js';
import { FifoGroups } from './groups.js';
import type { OutgoingMessage, ReceivedMessage, SendReceipt, StoredMessage } from './message.js';
import { expiredReceipt, lostReceipt, readReceiptHandle, tooLongVisible, writeReceiptHandle } from './receipt.js';
import type { FifoQueueSettings } from './settings.js';

/**
 * Longest time for which a message may stay in flight, from its receive.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html
 */
export const MAX_VISIBILITY_TIMEOUT_MS = 12 * 60 * 60_000;

/** 20 digits that begin like the service's own. */
const FIRST_SEQUENCE_NUMBER = 18849496460467696000n;

/** The message that a receipt handle still holds, or the reason why it holds none. */
type Holding =
  | { readonly state: 'held'; readonly message: StoredMessage }
  | { readonly state: 'visible' | 'received again' | 'gone' };

/**
 * An SQS FIFO queue without a clock: every call states the time (milliseconds since 1970, never going back).
 *
 * A group delivers its messages from the oldest on, and none while one of them is in flight: `inFlightBlocks` explains
 * how certain that is. Groups are searched for among the oldest `lookAhead` messages. It is a guess which of several
 * groups comes first: they take turns.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html
 */
export class FifoQueue {
  readonly settings: FifoQueueSettings;
  readonly #groups = new FifoGroups();
  readonly #duplicates = new Duplicates();
  #sequence = 0;

  constructor(settings: FifoQueueSettings) {
    this.settings = settings;
  }

  /**
   * Stores the message, unless its deduplication id was sent within five minutes: then returns the first one's receipt.
   */
  send(message: OutgoingMessage, now: number): SendReceipt {
    const first = this.#duplicates.find(message.dedupId, now);
    if (first !== undefined) return first;
    const receipt = { messageId: randomUUID(), sequenceNumber: this.#nextSequenceNumber() };
    this.#groups.append({ ...message, ...receipt, sentAt: now, receiveCount: 0, visibleAt: now });
    this.#duplicates.remember(message.dedupId, receipt, now);
    return receipt;
  }

  /** Delivers up to `max` messages: as many as possible of one group, in order, then of the next. */
  receive(request: { readonly max: number; readonly visibilityTimeoutMs?: number }, now: number): ReceivedMessage[] {
    this.#dropOld(now);
    const inFlight = this.#groups.inFlight(now);
    const room = Math.min(request.max, this.settings.maxInFlight - inFlight.length);
    const visibleAt = now + (request.visibilityTimeoutMs ?? this.settings.visibilityTimeoutMs);
    const received: ReceivedMessage[] = [];
    const blocked = new Set(this.settings.inFlightBlocks === 'group' ? inFlight.map(({ groupId }) => groupId) : []);
    for (const groupId of this.#groups.idsAmong(this.settings.lookAhead)) {
      if (received.length >= room) break;
      if (blocked.has(groupId)) continue;
      received.push(...this.#take(groupId, room - received.length, visibleAt, now));
    }
    return received;
  }

  /**
   * Deletes a message. One that is already gone is not an error.
   * @throws {SqsError} If the receipt handle has expired.
   */
  delete(handle: string, now: number): void {
    const holding = this.#find(handle, now);
    if (holding.state === 'held') this.#groups.remove(holding.message);
    else if (holding.state !== 'gone') throw expiredReceipt(handle);
  }

  /**
   * Makes the message visible `timeoutMs` from now; 0 means at once.
   * @throws {SqsError} If the handle no longer holds it.
   */
  changeVisibility(handle: string, timeoutMs: number, now: number): void {
    const holding = this.#find(handle, now);
    if (holding.state === 'visible') throw new SqsError('MessageNotInflight', "The specified message isn't in flight.");
    if (holding.state !== 'held') throw lostReceipt(handle);
    const visibleAt = now + timeoutMs;
    if (visibleAt - (holding.message.receivedAt ?? now) > MAX_VISIBILITY_TIMEOUT_MS) throw tooLongVisible(timeoutMs);
    this.#groups.replace({ ...holding.message, visibleAt });
  }

  /**
   * Takes a message that another queue gave up. It keeps its id, group and receive count; its age starts anew.
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/setting-up-dead-letter-queue-retention.html
   */
  accept(message: StoredMessage, now: number): void {
    const sequenceNumber = this.#nextSequenceNumber();
    this.#groups.append({ ...message, sequenceNumber, sentAt: now, visibleAt: now });
  }

  /** Drops every message. Their deduplication ids stay remembered. */
  purge(): void {
    this.#groups.clear();
  }

  /** Returns every message, group by group, oldest first, except those older than the retention period. */
  messages(now: number): readonly StoredMessage[] {
    this.#dropOld(now);
    return this.#groups.all();
  }

  counts(now: number): { readonly visible: number; readonly inFlight: number } {
    this.#dropOld(now);
    const inFlight = this.#groups.inFlight(now).length;
    return { visible: this.#groups.size - inFlight, inFlight };
  }

  /** Returns the time at which the next message in flight becomes visible, or `undefined` if none is in flight. */
  nextVisibleAt(now: number): number | undefined {
    this.#dropOld(now);
    const times = this.#groups.inFlight(now).map(({ visibleAt }) => visibleAt);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  #dropOld(now: number): void {
    this.#groups.dropSentUntil(now - this.settings.retentionMs);
  }

  /** Takes the first messages of a group, up to one in flight. */
  #take(groupId: string, room: number, visibleAt: number, now: number): ReceivedMessage[] {
    const taken: ReceivedMessage[] = [];
    for (const message of this.#groups.of(groupId)) {
      if (taken.length === room || message.visibleAt > now) break;
      if (!this.#giveUp(message, now)) taken.push(this.#handOut(message, visibleAt, now));
    }
    if (taken.length > 0) this.#groups.sendToBack(groupId);
    return taken;
  }

  #handOut(message: StoredMessage, visibleAt: number, now: number): ReceivedMessage {
    const receiveCount = message.receiveCount + 1;
    const firstReceivedAt = message.firstReceivedAt ?? now;
    const handedOut = { ...message, receiveCount, firstReceivedAt, receivedAt: now, visibleAt };
    this.#groups.replace(handedOut);
    const receipt = { queue: this.settings.name, messageId: message.messageId, receiveCount };
    return { ...handedOut, receiptHandle: writeReceiptHandle(receipt) };
  }

  /**
   * Moves a message that was received `maxReceiveCount` times to the dead-letter queue, instead of delivering it again.
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
   */
  #giveUp(message: StoredMessage, now: number): boolean {
    const { deadLetter, arn } = this.settings;
    if (deadLetter === undefined || message.receiveCount < deadLetter.maxReceiveCount) return false;
    this.#groups.remove(message);
    deadLetter.queue.accept({ ...message, deadLetterSourceArn: arn }, now);
    return true;
  }

  #find(handle: string, now: number): Holding {
    const { messageId, receiveCount } = readReceiptHandle(handle, this.settings.name);
    this.#dropOld(now);
    const message = this.#groups.find(messageId);
    if (message === undefined) return { state: 'gone' };
    if (message.receiveCount !== receiveCount) return { state: 'received again' };
    return message.visibleAt > now ? { state: 'held', message } : { state: 'visible' };
  }

  #nextSequenceNumber(): string {
    this.#sequence += 1;
    return String(FIRST_SEQUENCE_NUMBER + BigInt(this.#sequence));
  }
}
