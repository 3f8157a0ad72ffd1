import type { ServiceEvent } from '../aws/service-event.js';
import type { Outcome } from '../domain/delivery.js';
import type { SourceName } from '../domain/origin.js';

/** The result for one record of an event. */
export interface RecordOutcome {
  readonly outcomes: readonly Outcome[];
  /** The reason the record could not be read. */
  readonly error?: unknown;
}

/**
 * A Lambda event, other than an HTTP request, that carries events from services or callers. Most kinds also occur inside
 * another: an EventBridge event in an SNS message, an SNS notification in the body of a queue's message.
 */
export interface Envelope {
  readonly name: string;
  /** Tests the fields that distinguish it. Never throws. */
  matches(value: unknown): boolean;
  /**
   * Returns the events inside, one per record, with one wrapping removed. Never throws.
   * @param outer the event of the wrapping around this one. Its fields are kept if `value` does not set its own.
   */
  open(value: unknown, outer: ServiceEvent): readonly ServiceEvent[];
  /**
   * Returns the result of the invocation.
   * @param records one result per record of `open`.
   * @throws {NotDeliveredError} So that Lambda retries, and then keeps the event.
   */
  answer(records: readonly RecordOutcome[], value: unknown): unknown;
}

/** Returns an event of which only the source, the id and the time are known. */
export function emptyEvent(sourceName: SourceName, id: string, occurredAt: number): ServiceEvent {
  return {
    sourceName,
    id,
    occurredAt,
    source: '',
    detailType: '',
    account: '',
    region: '',
    resources: [],
    detail: {},
    text: '',
    subject: '',
    topicArn: '',
    attributes: {},
  };
}

/** Returns the outermost source, which is the one that counts: an EventBridge event that came through SNS came from SNS. */
export function outermostSource(outer: ServiceEvent, own: SourceName): SourceName {
  return outer.sourceName === 'invoke' ? own : outer.sourceName;
}
