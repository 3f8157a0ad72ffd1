import type { ServiceEvent } from '../aws/service-event.js';
import type { AnswerAckVisit } from '../domain/ack-visit.js';
import type { Outcome } from '../domain/delivery.js';
import type { HttpToken } from '../domain/key-ring.js';
import type { Draft, Skipped } from '../domain/notification.js';
import type { PayloadContext } from '../payloads/payload.js';
import type { RenderContext } from '../renderers/renderer.js';

/** The parts of Lambda's invocation context that are used. */
export interface Invocation {
  readonly requestId: string;
  /** ARN of the function, without a version or an alias. Absent outside of Lambda. */
  readonly functionArn?: string;
  /** Milliseconds left before Lambda ends the invocation. */
  remainingMs(): number;
}

/** An event that has been read: the drafts to send, what is not shown by design, and the answer to its sender. */
export interface Incoming {
  readonly drafts: readonly Draft[];
  readonly skipped: readonly Skipped[];
  /** The errors that kept records or a request from being read. Already in the answer; here for the log. */
  readonly unread?: readonly unknown[];
  /**
   * Turns the outcomes, one per notification made of the drafts, into the invocation's result. Throws if Lambda should retry.
   * @param draftOf the index in `drafts` that each outcome belongs to. Needed if a draft became several notifications or none.
   */
  respond(outcomes: readonly Outcome[], draftOf?: readonly number[]): unknown;
}

/**
 * Turns an unwrapped event into what people read.
 * @param header the headers of the request that brought it. Default none.
 */
export type Interpret = (event: ServiceEvent, header?: PayloadContext['header']) => Promise<Draft | Skipped>;

/** The context in which a source reads an event. */
export interface ReadContext {
  readonly invocation: Invocation;
  readonly now: number;
  /** Makes a draft of AWS's, a tool's or our own JSON: by the renderers, then payloads, tools by name, text and generic. */
  readonly interpret: Interpret;
  /** For payloads that are shown as fields. */
  readonly renderContext: RenderContext;
  /**
   * Returns the tokens with which callers may push over HTTP.
   * @throws {SecretUnavailableError} If the secret cannot be read.
   */
  tokens(): Promise<readonly HttpToken[]>;
  /** Resolves to false if the secret has no robot of this name. True if that cannot be known here. */
  hasRobot(name: string): Promise<boolean>;
  /** Shows the steps on the way of known tools too, if true. Default false. */
  readonly showProgress?: boolean;
  /** Answers visits to the pages on which alarms are taken. Absent if there are none. */
  readonly ack?: AnswerAckVisit | undefined;
  /** Longest HTTP body, in bytes after base64. */
  readonly maxBodyBytes: number;
}

/** One kind of Lambda event. The source that reads an event also answers it. */
export interface Source {
  readonly name: string;
  /** Tests the one field that distinguishes this source. Never throws. */
  matches(event: unknown): boolean;
  read(event: unknown, context: ReadContext): Incoming | Promise<Incoming>;
}
