import type { ServiceEvent } from '../aws/service-event.js';
import type { Outcome } from '../domain/delivery.js';
import type { SourceName } from '../domain/notification.js';

/** What became of one record of an event. */
export interface RecordOutcome {
  readonly outcomes: readonly Outcome[];
  /** Why it could not be read. */
  readonly error?: unknown;
}

/**
 * A Lambda event, other than an HTTP request, that carries events of services or callers. Most also occur inside another
 * one: an EventBridge event in an SNS message, an SNS notification in a queue's body.
 */
export interface Envelope {
  readonly name: string;
  /** Tests what distinguishes it; never throws. */
  matches(value: unknown): boolean;
  /**
   * The events inside, one per record, one wrapping removed. Never throws.
   * @param outer what the wrapping around says: kept where `value` says nothing of its own.
   */
  open(value: unknown, outer: ServiceEvent): readonly ServiceEvent[];
  /**
   * What the invocation returns, one outcome per record of `open`.
   * @throws NotDeliveredError for Lambda to retry, and then to keep the event.
   */
  answer(records: readonly RecordOutcome[], value: unknown): unknown;
}

/** An event of which only its road is known. */
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

/** The outermost road counts: an EventBridge event that came through SNS came by SNS. */
export function outermostSource(outer: ServiceEvent, own: SourceName): SourceName {
  return outer.sourceName === 'invoke' ? own : outer.sourceName;
}
