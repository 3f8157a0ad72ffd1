import type { ServiceEvent } from '../aws/service-event.js';
import type { Outcome } from '../domain/delivery.js';
import type { HttpToken } from '../domain/key-ring.js';
import type { Draft, Skipped } from '../domain/notification.js';
import type { RenderContext } from '../renderers/renderer.js';

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
  /** What kept records or a request from being read. Already in the answer: here for the log. */
  readonly unread?: readonly unknown[];
  /**
   * Turns the outcomes, one per notification that the drafts became, into the invocation's result, or throws what Lambda should retry.
   * @param draftOf for each outcome the index in `drafts` it belongs to. Needed where drafts became none or several notifications.
   */
  respond(outcomes: readonly Outcome[], draftOf?: readonly number[]): unknown;
}

/** What a source may use while it reads. */
export interface ReadContext {
  readonly invocation: Invocation;
  readonly now: number;
  /** Renderers, then payloads, then text and generic: AWS's or our own JSON becomes a draft. Never given an HTTP body. */
  interpret(event: ServiceEvent): Draft | Skipped;
  /** For payloads that are shown as fields. */
  readonly renderContext: RenderContext;
  /** The tokens that open the HTTP door. @throws SecretUnavailableError */
  tokens(): Promise<readonly HttpToken[]>;
  /** Longest HTTP body, in bytes after base64. */
  readonly maxBodyBytes: number;
}

/** One kind of Lambda event. Who reads an event also answers it. */
export interface Source {
  readonly name: string;
  /** Tests the one field that distinguishes this source; never throws. */
  matches(event: unknown): boolean;
  read(event: unknown, context: ReadContext): Incoming | Promise<Incoming>;
}
