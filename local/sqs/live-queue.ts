import type { Clock } from '../../src/base/clock.js';
import { FifoQueue } from './fifo-queue.js';
import type { OutgoingMessage, ReceivedMessage, SendReceipt, StoredMessage } from './message.js';
import type { FifoQueueSettings } from './settings.js';

/**
 * A consumer's request. `waitMs` makes it a long poll, up to 20 s: answered at once if there is a message, else as soon
 * as one arrives.
 */
export interface ReceiveRequest {
  readonly max: number;
  readonly visibilityTimeoutMs?: number;
  readonly waitMs?: number;
  /** Ends the wait: a consumer that went away must not receive messages. */
  readonly signal?: AbortSignal;
}

interface Waiter {
  readonly request: ReceiveRequest;
  readonly answer: (messages: readonly ReceivedMessage[]) => void;
}

/** A FIFO queue in running time: the same operations at the current time, and receives that wait. */
export class LiveQueue {
  readonly #queue: FifoQueue;
  readonly #clock: Clock;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** In the order of arrival. */
  readonly #waiters = new Set<Waiter>();
  #cancelWake = () => {};
  #isServing = false;

  constructor(settings: FifoQueueSettings, clock: Clock) {
    this.#queue = new FifoQueue(settings);
    this.#clock = clock;
    this.createdAt = clock.now();
  }

  get settings(): FifoQueueSettings {
    return this.#queue.settings;
  }

  get arn(): string {
    return this.settings.arn;
  }

  /** The number of open long polls. */
  get waiting(): number {
    return this.#waiters.size;
  }

  send(message: OutgoingMessage): SendReceipt {
    return this.#change((now) => this.#queue.send(message, now));
  }

  /** Resolves to no messages if none arrived within the wait, or if `signal` ended it. */
  async receive(request: ReceiveRequest): Promise<readonly ReceivedMessage[]> {
    if (request.signal?.aborted) return [];
    this.#serve(); // Those already waiting come first.
    const messages = this.#queue.receive(request, this.#clock.now());
    return messages.length > 0 || !request.waitMs ? messages : this.#wait(request, request.waitMs);
  }

  delete(handle: string): void {
    this.#change((now) => this.#queue.delete(handle, now));
  }

  changeVisibility(handle: string, timeoutMs: number): void {
    this.#change((now) => this.#queue.changeVisibility(handle, timeoutMs, now));
  }

  accept(message: StoredMessage): void {
    this.#change((now) => this.#queue.accept(message, now));
  }

  purge(): void {
    this.#queue.purge();
  }

  messages(): readonly StoredMessage[] {
    return this.#queue.messages(this.#clock.now());
  }

  counts(): { readonly visible: number; readonly inFlight: number } {
    return this.#queue.counts(this.#clock.now());
  }

  #change<T>(operation: (now: number) => T): T {
    const result = operation(this.#clock.now());
    this.#serveSoon();
    return result;
  }

  /**
   * Serves after the request that changed the queue, so that waiting consumers see all entries of a batch, not just the
   * first.
   */
  #serveSoon(): void {
    if (this.#isServing) return;
    this.#isServing = true;
    queueMicrotask(() => {
      this.#isServing = false;
      this.#serve();
    });
  }

  #wait(request: ReceiveRequest, waitMs: number): Promise<readonly ReceivedMessage[]> {
    return new Promise((resolve) => {
      const leave = () => waiter.answer([]);
      const cancelEnd = this.#clock.after(waitMs, leave);
      const waiter: Waiter = {
        request,
        answer: (messages) => {
          this.#waiters.delete(waiter);
          cancelEnd();
          request.signal?.removeEventListener('abort', leave);
          resolve(messages);
        },
      };
      request.signal?.addEventListener('abort', leave);
      this.#waiters.add(waiter);
      this.#wakeWhenVisible();
    });
  }

  /** Gives the waiting consumers the messages they can have now. */
  #serve(): void {
    for (const waiter of [...this.#waiters]) {
      const messages = this.#queue.receive(waiter.request, this.#clock.now());
      // What one cannot have, nobody can.
      if (messages.length === 0) break;
      waiter.answer(messages);
    }
    this.#wakeWhenVisible();
  }

  /** Serves again when the next visibility timeout ends, since no call to the queue marks that moment. */
  #wakeWhenVisible(): void {
    this.#cancelWake();
    const now = this.#clock.now();
    const visibleAt = this.#waiters.size === 0 ? undefined : this.#queue.nextVisibleAt(now);
    if (visibleAt !== undefined) this.#cancelWake = this.#clock.after(visibleAt - now, () => this.#serve());
  }
}
