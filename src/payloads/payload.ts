import type { ServiceEvent } from '../aws/service-event.js';
import type { Draft } from '../domain/notification.js';
import type { RenderContext } from '../renderers/renderer.js';

/** What a payload is read with. */
export interface PayloadContext {
  /** The event that brought it: its id, road and time. */
  readonly event: ServiceEvent;
  /** The id its caller chose (`Idempotency-Key`): stronger than one that the payload itself makes. */
  readonly callerId?: string | undefined;
  readonly renderContext: RenderContext;
}

/** One shape of body that a caller may send. */
export interface Payload {
  readonly name: string;
  /** Tests the fields that distinguish it; never throws. `value` is parsed JSON, or a string for plain text. */
  matches(value: unknown): boolean;
  /** @throws InvalidInputError naming the field, its rule and what was given, shortened, never a key. */
  read(value: unknown, context: PayloadContext): Draft;
}
