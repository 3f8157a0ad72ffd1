import type { Outcome } from '../delivery.js';
import type { Draft, Skipped } from '../notification.js';
import type { ServiceEvent } from '../service-event.js';

/** What Lambda says of the invocation, as far as we use it. */
export interface Invocation {
  readonly requestId: string;
  /** Milliseconds left before Lambda ends the invocation. */
  remainingMs(): number;
}

/** The read event: what to send, what is not shown by design, and how its sender is answered. */
export interface Incoming {
  readonly drafts: readonly Draft[];
  readonly skipped: readonly Skipped[];
  /** Turns the outcomes, one per notification that the drafts became, into the invocation's result, or throws what Lambda should retry. */
  respond(outcomes: readonly Outcome[]): unknown;
}

/** What a source may use while it reads. */
export interface ReadContext {
  readonly invocation: Invocation;
  readonly now: number;
  /** Renderers, then payloads, then text and generic: AWS's or our own JSON becomes a draft. */
  interpret(event: ServiceEvent): Draft | Skipped;
}

/** One kind of Lambda event. Who reads an event also answers it. */
export interface Source {
  readonly name: string;
  /** Tests the one field that distinguishes this source; never throws. */
  matches(event: unknown): boolean;
  read(event: unknown, context: ReadContext): Incoming | Promise<Incoming>;
}
