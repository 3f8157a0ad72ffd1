import type { ServiceEvent } from '../aws/service-event.js';
import type { Draft } from '../domain/notification.js';
import type { RenderContext, Rendered } from '../renderers/renderer.js';

/** The circumstances in which a payload is read. */
export interface PayloadContext {
  /** The event that brought it: its id, source and time. */
  readonly event: ServiceEvent;
  /** The id that the caller chose (`Idempotency-Key`). It wins over one that the payload itself provides. */
  readonly callerId?: string | undefined;
  readonly renderContext: RenderContext;
  /** Returns a header of the HTTP request that brought it, by its case-insensitive name; `undefined` if there is none. */
  header(name: string): string | undefined;
}

interface Shape {
  readonly name: string;
  /** True if it takes what may be a tool's by name: those come before it. */
  readonly isLoose?: true;
  /** Tests the fields that distinguish it; never throws. `value` is parsed JSON, or a string for plain text. */
  matches(value: unknown): boolean;
}

/** A body of the caller's own words, which are sent as written. */
export interface WrittenPayload extends Shape {
  /** @throws {InvalidInputError} If a rule is broken. Names the field, its rule and what was given, shortened, never a key. */
  read(value: unknown, context: PayloadContext): Draft;
}

/** A body that is shown as fields, like an AWS event. */
export interface RenderedPayload extends Shape {
  /** @param now the time at which it came, if it is known. */
  render(value: unknown, context: RenderContext, now?: number): Rendered;
}

/** A form of body that a caller may send. */
export type Payload = WrittenPayload | RenderedPayload;
